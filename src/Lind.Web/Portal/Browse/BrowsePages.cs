using Lind.Registry;
using Lind.Search;
using Microsoft.AspNetCore.Http;

namespace Lind.Web.Portal;

/// <summary>Pages that list topics, and the profile of each.</summary>
internal static class BrowsePages
{
    private const int NewestShown = 5;
    private const int LongestName = 300;

    private static readonly FacetRequest[] ProfileFacets =
    [
        new(FacetKind.Status, 14), new(FacetKind.Phase, 6), new(FacetKind.StartYear, 80), new(FacetKind.Sponsor, 10),
        new(FacetKind.Country, 10), new(FacetKind.ConditionMesh, 10), new(FacetKind.InterventionMesh, 10), new(FacetKind.Results, 2),
    ];

    public static IResult Index() => PortalResult.Page<BrowsePage>();

    public static IResult List(string kind, HttpContext context, StudyRegistry registry, TopicTree tree, TopicCounts counts)
    {
        if (TopicKind.Find(kind) is not { } found)
        {
            return new PageNotFound();
        }

        return PortalResult.Page<TopicListPage>(new()
        {
            [nameof(TopicListPage.Kind)] = found,
            [nameof(TopicListPage.Values)] = Listed(found, registry, counts, context.RequestAborted),
            [nameof(TopicListPage.Roots)] = Counted(found, tree.Broadest(found), counts, context.RequestAborted),
        });
    }

    public static async Task<IResult> TopicAsync(
        string kind, string name, HttpContext context, StudyRegistry registry, TopicTree tree, TopicCounts counts, TimeProvider clock)
    {
        if (TopicKind.Find(kind) is not { } found || name.Length > LongestName)
        {
            return new PageNotFound();
        }

        var request = new StudySearchRequest
        {
            QueryTerm = found.ExpressionFor(name),
            Sort = ["StudyFirstPostDate:desc"],
            PageSize = NewestShown,
            CountTotal = true,
            Facets = ProfileFacets,
        };
        var answer = registry.Search.Search(request, context.RequestAborted).Answer;
        if (answer is null || answer.TotalCount is null or 0 && tree.Narrower(name).Count == 0)
        {
            return new PageNotFound();
        }

        var records = await registry.Store.FindManyAsync([.. answer.Hits.Select(hit => hit.NctId)], context.RequestAborted);
        return PortalResult.Page<TopicPage>(new()
        {
            [nameof(TopicPage.Kind)] = found,
            [nameof(TopicPage.Name)] = name,
            [nameof(TopicPage.Answer)] = answer,
            [nameof(TopicPage.Newest)] = records.Select(record => new SearchHitView(new(record.NctId, 0), StudySummary.Read(record.Json.Span, clock.Today()), [])).ToList(),
            [nameof(TopicPage.Broader)] = found.HasTree ? tree.Broader(name) : [],
            [nameof(TopicPage.Narrower)] = Counted(found, found.HasTree ? tree.Narrower(name) : [], counts, context.RequestAborted),
        });
    }

    // A facet counts a heading alone; the list counts as each heading's own page does, with the headings below it.
    private static IReadOnlyList<FacetValue> Listed(
        TopicKind kind, StudyRegistry registry, TopicCounts counts, CancellationToken cancellationToken) => kind.HasTree
        ? counts.Of(kind, cancellationToken).Most(TopicKind.MostListed)
        : [.. registry.Search.Search(kind.ListRequest(), cancellationToken).Answer?.Facets.SelectMany(facet => facet.Values) ?? []];

    // Headings without any study lead nowhere: they are left out.
    private static List<FacetValue> Counted(
        TopicKind kind, IReadOnlyList<string> headings, TopicCounts counts, CancellationToken cancellationToken) => headings.Count == 0
        ? []
        : [.. headings.Select(heading => new FacetValue(heading, counts.Of(kind, cancellationToken).Of(heading))).Where(one => one.Count > 0)];
}
