using Lind.Search.Serving;

namespace Lind.Search;

/// <content>What is looked up among names, headings and places instead of searched for.</content>
public sealed partial class SearchIndex
{
    /// <summary>The places of all sites, most sites first: a gazetteer of the registry's own. Sites of one place that give no
    /// coordinates stand apart. Reads every site; keep the answer for as long as <see cref="SnapshotId"/> stays.</summary>
    public IReadOnlyList<SitePlace> Places(CancellationToken cancellationToken = default) =>
        With(view => SitePlacesRun.All(view, cancellationToken), []);

    /// <summary>How many studies each heading of a kind has, whether it is given or stands above one that is; by the heading's words
    /// without case and accents, as <c>COVERAGE[FullMatch]</c> compares. Reads two columns whole; keep the answer for as long as
    /// <see cref="SnapshotId"/> stays.</summary>
    /// <param name="kind">Headings of conditions or of interventions.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentOutOfRangeException">Another kind.</exception>
    public HeadingCounts Headings(FacetKind kind, CancellationToken cancellationToken = default) =>
        With(view => HeadingCounts.Of(view.Snapshot, kind, cancellationToken), HeadingCounts.None);

    /// <summary>How a text is used as a name: looked up, not searched for.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pieces">The pieces whose values are names; each must be one whose values the index counts.</param>
    /// <exception cref="ArgumentException">A piece is unknown, or its values are not counted.</exception>
    public NameUse UseOf(string text, params IReadOnlyList<string> pieces)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(pieces);
        return With(view => NameUses.Of(view, text, pieces), new NameUse([.. pieces.Select(_ => 0L)], 0));
    }

    /// <summary>Completions of what is being typed, most frequent first.</summary>
    /// <param name="area">The parameter or area typed into, as <c>query.cond</c> or <c>ConditionSearch</c>.</param>
    /// <param name="prefix">What was typed.</param>
    /// <param name="limit">1 to 50.</param>
    public IReadOnlyList<Suggestion> Suggest(string area, string prefix, int limit = 10)
    {
        ArgumentNullException.ThrowIfNull(area);
        ArgumentNullException.ThrowIfNull(prefix);
        return With(view => Suggest(view, area, prefix, Math.Clamp(limit, 1, 50)), []);
    }

    // What one person begins to type others have begun: "b", "br", "bre".
    private IReadOnlyList<Suggestion> Suggest(SearchView view, string area, string prefix, int limit)
    {
        const int bytesOfSuggestion = 120;
        var key = (view.Id, area, prefix, limit);
        if (!_memos.Suggestions.TryFind(key, out var suggestions))
        {
            suggestions = Completion.Of(view, area, prefix, limit);
            _memos.Suggestions.Set(key, suggestions, (bytesOfSuggestion * (2L + suggestions.Count)) + (2L * (area.Length + prefix.Length)));
        }

        return suggestions;
    }
}
