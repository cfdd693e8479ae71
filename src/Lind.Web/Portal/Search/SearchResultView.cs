using Lind.Search;

namespace Lind.Web.Portal;

/// <summary>One study found, with what a person decides by and the words that matched.</summary>
public sealed record SearchHitView(StudyHit Hit, StudySummary Study, IReadOnlyList<Highlight> Highlights);

/// <summary>What a search found, ready to show.</summary>
public sealed record SearchResultView(StudySearchAnswer Answer, IReadOnlyList<SearchHitView> Hits, NearPlace? Near)
{
    public long Total => Answer.TotalCount ?? Hits.Count;

    /// <summary>The sites of the studies shown, as points of a map.</summary>
    public IReadOnlyList<MapSite> Points() =>
        [.. Hits.SelectMany(hit => hit.Study.Points.Select(site => (site, hit.Study.NctId)))
            .GroupBy(one => (one.site.Point.Latitude, one.site.Point.Longitude))
            .Select(group => new MapSite(group.Key.Latitude, group.Key.Longitude, group.Count(), group.Any(one => one.site.Open),
                string.Join(", ", group.Select(one => one.NctId).Distinct().Take(4))))];
}
