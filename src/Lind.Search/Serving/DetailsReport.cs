using Lind.Index.Storage;
using Lind.Search.Binding;
using Lind.Search.Filters;

namespace Lind.Search.Serving;

/// <summary>Says how a request was understood: terms by area, synonyms, counts.</summary>
/// <param name="view">What was searched.</param>
/// <param name="memo">Counts by snapshot and reading of a term, its own first: they are the same whatever filters, order or page
/// the term is asked for with.</param>
/// <param name="countsUnknown">Whether counts that the memo lacks are found; else they stay unknown.</param>
/// <param name="cancellationToken">Stops it.</param>
internal sealed class DetailsReport(
    SearchView view, BoundedMemo<(string View, TermReading Term), long[]> memo, bool countsUnknown, CancellationToken cancellationToken)
{
    private const int BytesOfEntry = 300;

    /// <summary>The report of a bound request.</summary>
    public SearchDetails Of(BoundRequest bound) => new(bound.Areas
        .SelectMany(area => area.Terms)
        .Where(term => !term.Negated)
        .GroupBy(term => term.Scope.Name, StringComparer.Ordinal)
        .Select(area => new AreaDetails(area.Key, area.Select(Term).ToArray()))
        .ToArray());

    private TermDetails Term(BoundTerm term)
    {
        var counts = CountsOf(term);
        return new(term.Text, counts?[0], term.Synonyms
            .Select((one, i) => new SynonymDetails(SynonymChoice.IdOf(term.Scope, one.Synonym), one.Synonym.Text,
                one.Synonym.Source.ToString().ToLowerInvariant(), counts?[i + 1], one.Active))
            .ToArray());
    }

    private long[]? CountsOf(BoundTerm term)
    {
        var key = (view.Id, term.Reading);
        if (!memo.TryFind(key, out var counts) && countsUnknown)
        {
            counts = [.. term.Synonyms.Select(one => one.Query).Prepend(term.Original).Select(query => view.Searcher.Count(query, cancellationToken))];
            memo.Set(key, counts, BytesOfEntry + (2L * term.Text.Length) + (8L * counts.Length));
        }

        return counts;
    }
}
