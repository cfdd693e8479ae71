using Lind.Index.Queries;
using Lind.Search.Binding;
using Lind.Search.Filters;

namespace Lind.Search.Serving;

/// <summary>Says how a request was understood: terms by area, synonyms, counts.</summary>
internal sealed class DetailsReport(SearchView view, CancellationToken cancellationToken)
{
    /// <summary>The report of a bound request.</summary>
    public SearchDetails Of(BoundRequest bound) => new(bound.Areas
        .SelectMany(area => area.Terms)
        .Where(term => !term.Negated)
        .GroupBy(term => term.Scope.Name, StringComparer.Ordinal)
        .Select(area => new AreaDetails(area.Key, area.Select(Term).ToArray()))
        .ToArray());

    private TermDetails Term(BoundTerm term) => new(term.Text, Count(term.Original), term.Synonyms
        .Select(one => new SynonymDetails(SynonymChoice.IdOf(term.Scope, one.Synonym), one.Synonym.Text,
            one.Synonym.Source.ToString().ToLowerInvariant(), Count(one.Query), one.Active))
        .ToArray());

    private long Count(Query query) => view.Searcher.Count(query, cancellationToken);
}
