using Lind.Search;

namespace Lind.Web.Portal;

/// <summary>One study found, with what a person decides by and the words that matched.</summary>
public sealed record SearchHitView(StudyHit Hit, StudySummary Study, IReadOnlyList<Highlight> Highlights)
{
    /// <summary>The nearest site that takes people. Whatever a site says, none is shown as open while the study itself
    /// does not say so: a study of unknown status may carry sites that were never updated.</summary>
    public SiteDistance? NearestOpen => Study.IsOpen ? Hit.NearestRecruitingSite : null;
}

/// <summary>What a search found, ready to show.</summary>
/// <param name="Answer">The engine's answer.</param>
/// <param name="Facets">The facets, each counted as if nothing of its own were chosen, so that more can be chosen.</param>
/// <param name="Hits">The studies of this page.</param>
/// <param name="Near">The place that distances are measured from.</param>
/// <param name="Points">The sites of all studies found; empty unless the map is shown.</param>
public sealed record SearchResultView(
    StudySearchAnswer Answer, IReadOnlyList<Facet> Facets, IReadOnlyList<SearchHitView> Hits, NearPlace? Near,
    IReadOnlyList<MapSite> Points)
{
    /// <summary>When nothing is found: the searches that ask for one thing less and find something, with how much.</summary>
    public IReadOnlyList<(SearchChoice Choice, long Count)> Wider { get; init; } = [];

    public long Total => Answer.TotalCount ?? Hits.Count;
}
