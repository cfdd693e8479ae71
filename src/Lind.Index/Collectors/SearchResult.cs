namespace Lind.Index.Collectors;

/// <summary>What a search found.</summary>
/// <param name="Total">The number of matching documents.</param>
/// <param name="Hits">The first documents in the order asked for.</param>
/// <param name="Facets">One for each facet asked for.</param>
/// <param name="Histograms">One for each histogram asked for.</param>
public sealed record SearchResult(
    long Total,
    IReadOnlyList<SearchHit> Hits,
    IReadOnlyList<FacetResult> Facets,
    IReadOnlyList<HistogramResult> Histograms);

/// <summary>One document found.</summary>
/// <param name="Key">The document's key.</param>
/// <param name="Score">Its score; 0 if the order does not use scores.</param>
/// <param name="SortValues">For an order by columns, the values it was sorted by.</param>
public sealed record SearchHit(long Key, float Score, IReadOnlyList<SortValue> SortValues);

/// <summary>The value of one sort key.</summary>
/// <param name="Missing">Whether the document has none.</param>
/// <param name="Number">For number columns.</param>
/// <param name="Bytes">For keyword columns.</param>
public readonly record struct SortValue(bool Missing, double Number, ReadOnlyMemory<byte> Bytes);

/// <summary>The counts of a keyword column's values.</summary>
/// <param name="Values">The most frequent values, most frequent first, ties by bytes.</param>
/// <param name="Distinct">How many different values there are among the matches.</param>
/// <param name="Missing">How many matches have no value.</param>
public sealed record FacetResult(IReadOnlyList<FacetValue> Values, int Distinct, long Missing);

/// <summary>A value and the number of documents that have it.</summary>
public readonly record struct FacetValue(ReadOnlyMemory<byte> Value, long Count)
{
    /// <summary>The value as UTF-8 text.</summary>
    public string Text => System.Text.Encoding.UTF8.GetString(Value.Span);
}

/// <summary>The summary of a number column over the matches.</summary>
/// <param name="Counts">One for each bucket.</param>
/// <param name="Values">How many values there were.</param>
/// <param name="Missing">How many matches have no value.</param>
/// <param name="Min">The smallest value; NaN if none.</param>
/// <param name="Max">The largest value; NaN if none.</param>
/// <param name="Sum">The sum of the values.</param>
public sealed record HistogramResult(
    IReadOnlyList<long> Counts, long Values, long Missing, double Min, double Max, double Sum);

/// <summary>Why a document has its score: a tree like the query's.</summary>
/// <param name="Matches">Whether the document matches this node.</param>
/// <param name="Score">The node's score for it; 0 if it does not match.</param>
/// <param name="Text">What the node is.</param>
/// <param name="Parts">What it is made of.</param>
public sealed record Explanation(bool Matches, float Score, string Text, IReadOnlyList<Explanation> Parts);
