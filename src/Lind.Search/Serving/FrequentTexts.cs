using Lind.Index.Collectors;
using Lind.Index.Queries;
using Lind.Search.Mapping;
using Lind.Studies.Fields;

namespace Lind.Search.Serving;

/// <summary>What people will likely ask a registry for: the conditions, keywords and interventions that most of its studies
/// have.</summary>
internal static class FrequentTexts
{
    private const int OfField = 100;

    private static readonly (StudyField Field, Func<string, StudySearchRequest> Ask)[] Fields =
    [
        (StudyFields.Condition, text => new() { QueryCond = text }),
        (StudyFields.ConditionMeshTerm, text => new() { QueryCond = text }),
        (StudyFields.InterventionName, text => new() { QueryIntr = text }),
        (StudyFields.InterventionMeshTerm, text => new() { QueryIntr = text }),
        (StudyFields.Keyword, text => new() { QueryTerm = text }),
    ];

    /// <summary>Searches for the most frequent texts, each once in its own area and once in all, the most frequent first.</summary>
    public static IEnumerable<StudySearchRequest> Requests(SearchView view, CancellationToken cancellationToken)
    {
        var facets = view.Searcher.Search(
            new SearchRequest
            {
                Query = Query.All,
                Limit = 0,
                Facets = [.. Fields.Select(one => new Lind.Index.Collectors.FacetRequest(StudySchema.ColumnOf(one.Field), OfField))],
            },
            cancellationToken).Facets;
        var asked = new HashSet<(string Area, string Text)>();
        for (var rank = 0; rank < OfField; rank++)
        {
            for (var i = 0; i < Fields.Length; i++)
            {
                if (rank < facets[i].Values.Count && facets[i].Values[rank].Text is var text)
                {
                    foreach (var request in new[] { Fields[i].Ask(text), new() { QueryTerm = text } })
                    {
                        if (asked.Add((request.QueryCond is null ? request.QueryIntr is null ? "" : "intr" : "cond", text.ToUpperInvariant())))
                        {
                            yield return request;
                        }
                    }
                }
            }
        }
    }
}
