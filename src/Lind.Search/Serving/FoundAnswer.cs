using Lind.Index.Collectors;
using Lind.Search.Filters;

namespace Lind.Search.Serving;

/// <summary>What one search found, kept for those who ask for the same again or for the next page of it. Immutable.</summary>
/// <param name="Bound">The request as bound.</param>
/// <param name="Result">Hits from the request's cursor on, counts and facets.</param>
/// <param name="Limit">How many hits were asked for: if there are fewer, there are no more.</param>
/// <param name="IsCounted">Whether the total was asked for.</param>
internal sealed record FoundAnswer(BoundRequest Bound, SearchResult Result, int Limit, bool IsCounted)
{
    // Walks over whole results must not push out what people ask for.
    private const int MostHits = 200;

    // About what the parts take in memory.
    private const int BytesOfBound = 4096;
    private const int BytesOfHit = 96;
    private const int BytesOfSortValue = 40;
    private const int BytesOfFacetValue = 112;
    private const int BytesOfDetail = 200;

    /// <summary>Terms and synonyms, if they were asked for.</summary>
    public SearchDetails? Details { get; init; }

    /// <summary>A better spelling, if it was asked for and found.</summary>
    public SpellingSuggestion? Spelling { get; init; }

    /// <summary>Whether this answers a page that shows hits before this number.</summary>
    public bool Covers(int wanted, bool countTotal) => (IsCounted || !countTotal) && (Limit > wanted || Result.Hits.Count < Limit);

    /// <summary>Whether it may be kept.</summary>
    public bool IsSmall => Result.Hits.Count <= MostHits;

    /// <summary>About how much memory it takes with its key.</summary>
    public long BytesWith(string key) => BytesOfBound + (2L * key.Length)
        + Result.Hits.Sum(hit => (long)BytesOfHit + (BytesOfSortValue * hit.SortValues.Count))
        + Result.Facets.Sum(facet => (long)BytesOfFacetValue * facet.Values.Count)
        + Result.Histograms.Sum(histogram => 8L * histogram.Counts.Count)
        + (Details?.Areas.Sum(area => area.Terms.Sum(term => BytesOfDetail * (1L + term.Synonyms.Count))) ?? 0);
}
