using Lind.Registry;
using Lind.Search;
using Lind.Studies.Json;

namespace Lind.Web.Portal;

/// <summary>Runs a page's search: the place, the studies, their records, the facets, the points of the map.</summary>
public sealed class SearchRunner(StudyRegistry registry, PlaceFinder places, Gazetteer gazetteer, NamedTowns towns, Words words, TimeProvider clock)
{
    private const int HighlightsShown = 3;
    private const int FindingsMarked = 12;
    private const int MostWider = 8;

    /// <summary>The result, or why the search was refused. With <paramref name="size"/> that many studies from the first,
    /// else the page that the address names.</summary>
    public async Task<(SearchResultView? Result, SearchError? Error)> RunAsync(
        SearchQuery query, int? size, CancellationToken cancellationToken)
    {
        var near = await NearAsync(query, cancellationToken);
        var request = SearchRequestBuilder.Build(query, near);
        request = size is null ? request : request with { PageSize = size.Value, Offset = 0, Facets = [], WantDetails = false };
        if (query.View is "map" or "charts" && size is null)
        {
            request = request with { PageSize = 0 };
        }

        var found = registry.Search.Search(request, cancellationToken);
        if (found.Answer is not { } answer)
        {
            return (null, found.Error);
        }

        var hits = await HitsAsync(request, answer, size is null && query.View == "cards", cancellationToken);
        hits = near?.ByName is null ? hits : await NearestAsync(hits, near, cancellationToken);
        var facets = answer.Facets.Select(facet => Widened(facet, query, near, cancellationToken)).ToList();
        var points = query.View == "map" && size is null ? PointsOf(request, cancellationToken) : [];
        return (new SearchResultView(answer, facets, hits, near, points)
        {
            Wider = answer.TotalCount == 0 ? await WiderAsync(query, cancellationToken) : [],
        }, null);
    }

    private async Task<NearPlace?> NearAsync(SearchQuery query, CancellationToken cancellationToken) =>
        query["distance"].Length > 0 && query["locn"].Length > 0
        && await places.FindAsync(query["locn"], cancellationToken) is { } near
            ? towns.Complete(near, SearchRequestBuilder.Miles(query["distance"])) : null;

    private async Task<IReadOnlyList<(SearchChoice Choice, long Count)>> WiderAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        List<(SearchChoice Choice, long Count)> wider = [];
        foreach (var choice in SearchChoice.Of(words, query).Take(MostWider).Where(one => !one.Without.IsEmpty))
        {
            var request = SearchRequestBuilder.Build(choice.Without, await NearAsync(choice.Without, cancellationToken)) with
            {
                PageSize = 0,
                Offset = 0,
                Facets = [],
                WantDetails = false,
                CheckSpelling = false,
            };
            if (registry.Search.Search(request, cancellationToken).Answer?.TotalCount is > 0 and { } count)
            {
                wider.Add((choice, count));
            }
        }

        return [.. wider.OrderBy(one => one.Count)];
    }

    private async Task<IReadOnlyList<SearchHitView>> HitsAsync(
        StudySearchRequest request, StudySearchAnswer answer, bool wantHighlights, CancellationToken cancellationToken)
    {
        var records = await registry.Store.FindManyAsync([.. answer.Hits.Select(hit => hit.NctId)], cancellationToken);
        var highlights = wantHighlights
            ? registry.Search.Highlight(
                Marked(request, answer.Patient), [.. records.Select(record => record.Json)], HighlightsShown, cancellationToken)
            : [];
        var byId = records.Index().ToDictionary(one => one.Item.NctId, one => (one.Item.Json, Highlights: wantHighlights ? highlights[one.Index] : []));
        return [.. answer.Hits.Where(hit => byId.ContainsKey(hit.NctId)).Select(hit => new SearchHitView(
            hit, StudySummary.Read(byId[hit.NctId].Json.Span, clock.Today()), byId[hit.NctId].Highlights))];
    }

    // The engine measures to coordinates only; where names of towns count too, the records are asked.
    private async Task<IReadOnlyList<SearchHitView>> NearestAsync(
        IReadOnlyList<SearchHitView> hits, NearPlace near, CancellationToken cancellationToken)
    {
        var records = await registry.Store.FindManyAsync([.. hits.Select(hit => hit.Hit.NctId)], cancellationToken);
        var byId = records.ToDictionary(record => record.NctId);
        return [.. hits.Select(hit =>
        {
            var view = new StudyView { Study = StudyJson.Read(byId[hit.Hit.NctId].Json.Span), Today = clock.Today(), Near = near, Towns = gazetteer };
            var rows = StudySites.Rows(view).Where(row => row.Kilometres is not null).ToList();
            return hit with { Hit = hit.Hit with { NearestSite = Site(rows.FirstOrDefault()), NearestRecruitingSite = Site(rows.FirstOrDefault(row => row.Open)) } };
        })];

        static SiteDistance? Site(SiteRow? row) => row is null ? null
            : new(0, row.Kilometres!.Value / StudySites.KilometresPerMile, row.Site.Facility, row.Site.City, row.Site.Status?.Code);
    }

    // A description's own words are marked as a query's are.
    private static StudySearchRequest Marked(StudySearchRequest request, PatientReading? patient) => patient is not { Findings.Count: > 0 }
        ? request
        : new() { QueryTerm = string.Join(" OR ", patient.Findings.Take(FindingsMarked).Select(finding => Quote.Phrase(finding.Text))) };

    // Values of one facet are alternatives: what else could be chosen is counted as if nothing of it were chosen yet.
    private Facet Widened(Facet facet, SearchQuery query, NearPlace? near, CancellationToken cancellationToken)
    {
        var wider = FacetLinks.WithoutChoice(query, facet.Kind);
        if (wider is null)
        {
            return facet;
        }

        // Asked as the wider search's own page asks: whoever comes from there, as most do, has had it counted already.
        var request = SearchRequestBuilder.Build(wider, near) with { PageSize = 0 };
        return registry.Search.Search(request, cancellationToken).Answer?.Facets.FirstOrDefault(one => one.Kind == facet.Kind) ?? facet;
    }

    private IReadOnlyList<MapSite> PointsOf(StudySearchRequest request, CancellationToken cancellationToken) =>
    [
        .. (registry.Search.SitePoints(request, cancellationToken).Points ?? []).Select(point => new MapSite(
            point.Latitude, point.Longitude, point.Sites, point.Recruiting > 0,
            gazetteer.NameAt(point.Latitude, point.Longitude) ?? "", point.Recruiting)),
    ];
}
