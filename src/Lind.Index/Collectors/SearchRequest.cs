using Lind.Index.Queries;

namespace Lind.Index.Collectors;

/// <summary>What one pass over a query's matches is to collect.</summary>
public sealed record SearchRequest
{
    /// <summary>The largest <see cref="Limit"/>: hits are kept in memory and sorted.</summary>
    public const int MaxLimit = 10_000;

    /// <summary>What to find, on the table of documents.</summary>
    public required Query Query { get; init; }

    /// <summary>How many hits to return at most; 0: only counts.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>The order of the hits. Empty: by score, best first. Ties always fall to the smaller key.</summary>
    public IReadOnlyList<SortKey> Sort { get; init; } = [];

    /// <summary>If given, only hits that come after this one in the order are returned (counts are not affected).</summary>
    public SearchHit? After { get; init; }

    /// <summary>Whether the exact number of matches is wanted. If not, documents that cannot be among the hits may be
    /// left out and <see cref="SearchResult.Total"/> is a lower bound.</summary>
    public bool CountTotal { get; init; } = true;

    /// <summary>Keyword columns to count values of, over all matches.</summary>
    public IReadOnlyList<FacetRequest> Facets { get; init; } = [];

    /// <summary>Number columns to summarise, over all matches.</summary>
    public IReadOnlyList<HistogramRequest> Histograms { get; init; } = [];
}

/// <summary>One key of an order: a single value per document out of a column.</summary>
/// <param name="Column">An integer, real, range (by low end) or keyword (by bytes) column; the first of several values
/// counts. Documents without a value come last in either direction.</param>
/// <param name="Descending">Whether larger values come first.</param>
public sealed record SortKey(int Column, bool Descending = false)
{
    internal const int ScoreColumn = -1;

    /// <summary>The score, best first, as one key among several.</summary>
    public static SortKey Score { get; } = new(ScoreColumn, Descending: true);

    /// <summary>Whether this is the score, in either direction.</summary>
    public bool IsScore => Column == ScoreColumn;
}

/// <summary>Count the values of a keyword column.</summary>
/// <param name="Column">The column.</param>
/// <param name="Limit">How many values to return at most: the most frequent, ties by bytes.</param>
public sealed record FacetRequest(int Column, int Limit = 100);

/// <summary>Summarise a number column, and count its values between bounds.</summary>
/// <param name="Column">An integer, real or range (by low end) column.</param>
/// <param name="Bounds">Ascending lower bounds; bucket i holds values from bound i to below bound i + 1, the last one is
/// open above; values below the first bound are in no bucket.</param>
public sealed record HistogramRequest(int Column, params IReadOnlyList<double> Bounds);
