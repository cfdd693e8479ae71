using Lind.Index.Collectors;
using Lind.Search.Filters;

namespace Lind.Search.Serving;

/// <summary>Ranks what was found around a place: each score times the factor of the study's closest site, as the registry does it.</summary>
/// <param name="view">What was searched.</param>
/// <param name="geo">The circle.</param>
/// <param name="decay">The factor by distance, at most 1.</param>
/// <param name="after">The hit that the page before ended with; null for the first page.</param>
/// <param name="limit">How many hits are wanted.</param>
/// <remarks>A factor never raises a score, so among hits that fall by their own score the first ones are known as soon as the next
/// score is below the last of those wanted: for a page of ten after some dozens of hits instead of the 10,000 that may count.</remarks>
internal sealed class DistanceRanking(SearchView view, GeoFilter geo, GeoDecay decay, SearchHit? after, int limit)
{
    private static readonly IComparer<(float Score, long Key)> WorstFirst = Comparer<(float Score, long Key)>.Create(
        (left, right) => left.Score.CompareTo(right.Score) is var byScore and not 0 ? byScore : right.Key.CompareTo(left.Key));

    private readonly List<(int Row, double Latitude, double Longitude)> _scratch = [];

    /// <summary>The best hits; null when worse ones have to be seen to tell.</summary>
    /// <param name="hits">Falling by their own score.</param>
    /// <param name="isAll">Whether there are no others.</param>
    public IReadOnlyList<SearchHit>? Best(IReadOnlyList<SearchHit> hits, bool isAll)
    {
        var best = new PriorityQueue<SearchHit, (float Score, long Key)>(WorstFirst);
        foreach (var hit in hits)
        {
            if (best.Count == limit && best.TryPeek(out var last, out _) && hit.Score < last.Score)
            {
                isAll = true;
                break;
            }

            var ranked = hit with { Score = ScoreOf(hit) };
            if (IsAfter(ranked))
            {
                best.Enqueue(ranked, (ranked.Score, ranked.Key));
                if (best.Count > limit)
                {
                    best.Dequeue();
                }
            }
        }

        return isAll
            ? [.. best.UnorderedItems.Select(item => item.Element).OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Key)]
            : null;
    }

    private float ScoreOf(SearchHit hit) =>
        (float)(hit.Score * decay.FactorAt(NearestSites.MilesOf(view, hit.Key, geo, _scratch) ?? geo.RadiusMiles));

    private bool IsAfter(SearchHit hit) =>
        after is null || hit.Score < after.Score || (hit.Score.Equals(after.Score) && hit.Key > after.Key);
}
