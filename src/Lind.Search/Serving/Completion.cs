using System.Text;
using Lind.Index.Segments;
using Lind.Search.Analysis;
using Lind.Search.Areas;
using Lind.Search.Filters;
using Lind.Search.Mapping;
using Lind.Studies.Fields;

namespace Lind.Search.Serving;

/// <summary>Completes what is being typed: from whole values where the area has counted ones, else from words.</summary>
internal static class Completion
{
    private const int LongestPrefix = 100;

    private static readonly StudyField[] ByPreference =
    [
        StudyFields.Condition, StudyFields.ConditionMeshTerm, StudyFields.InterventionName, StudyFields.InterventionMeshTerm,
        StudyFields.LeadSponsorName, StudyFields.CollaboratorName, StudyFields.LocationCity, StudyFields.LocationState,
        StudyFields.LocationCountry, StudyFields.Keyword,
    ];

    /// <summary>The completions of a prefix in an area.</summary>
    public static IReadOnlyList<Suggestion> Of(SearchView view, string area, string prefix, int limit)
    {
        prefix = prefix.Trim();
        if (prefix.Length is 0 or > LongestPrefix || QueryParameters.ScopeOf(area) is not { } scope)
        {
            return [];
        }

        var counted = ByPreference.Where(field => scope.Fields.Any(part => part.Field == field)).ToArray();
        Suggestion[] values = counted.Length > 0 ? Values(view, counted, prefix, limit) : [];
        return values.Length > 0 ? values : Words(view, prefix, limit);
    }

    // Values that begin with what was typed, in any case; one suggestion for spellings that differ only in case.
    private static Suggestion[] Values(SearchView view, IEnumerable<StudyField> fields, string prefix, int limit)
    {
        var counts = new Dictionary<string, (string Text, long Best, long Sum)>(StringComparer.Ordinal);
        foreach (var field in fields.Take(3))
        {
            foreach (var spelling in Spellings(prefix))
            {
                foreach (var (value, rows) in view.Snapshot.KeywordValues(0, StudySchema.ColumnOf(field), Encoding.UTF8.GetBytes(spelling)))
                {
                    var text = Encoding.UTF8.GetString(value.Span);
                    var key = TermForm.Folded(value.Span[..Math.Min(value.Length, WordReader.LongestWord)]);
                    var known = counts.GetValueOrDefault(key, (text, 0, 0));
                    counts[key] = (rows > known.Best ? text : known.Text, Math.Max(known.Best, rows), known.Sum + rows);
                }
            }
        }

        return counts.Values.OrderByDescending(one => one.Sum).ThenBy(one => one.Text, StringComparer.Ordinal)
            .Take(limit).Select(one => new Suggestion(one.Text, one.Sum)).ToArray();
    }

    /// <summary>The ways in which records usually write a name that a person typed in any case.</summary>
    internal static IEnumerable<string> Spellings(string prefix) => new[]
    {
        prefix, prefix.ToLowerInvariant(), prefix.ToUpperInvariant(),
        char.ToUpperInvariant(prefix[0]) + prefix[1..].ToLowerInvariant(),
        string.Join(' ', prefix.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => char.ToUpperInvariant(word[0]) + word[1..].ToLowerInvariant())),
    }.Distinct(StringComparer.Ordinal);

    private static Suggestion[] Words(SearchView view, string prefix, int limit)
    {
        var space = prefix.LastIndexOf(' ');
        var before = prefix[..(space + 1)];
        var folded = TermForm.Folded(Encoding.UTF8.GetBytes(prefix[(space + 1)..]));
        return folded.Length < 2
            ? []
            : view.Snapshot.Terms(0, Encoding.UTF8.GetBytes(folded))
                .OrderByDescending(term => term.Rows).ThenBy(term => term.Text, StringComparer.Ordinal)
                .Take(limit).Select(term => new Suggestion(before + term.Text, term.Rows)).ToArray();
    }
}
