using System.Diagnostics;
using Lind.Index.Collectors;
using Lind.Search.Filters;
using Lind.Studies;
using Collect = Lind.Index.Collectors;

namespace Lind.Search.Serving;

/// <summary>One search on one view.</summary>
/// <param name="view">What is searched.</param>
/// <param name="request">What is asked for.</param>
/// <param name="memos">What was found before.</param>
/// <param name="cancellationToken">Stops it.</param>
internal sealed class SearchRun(
    SearchView view, StudySearchRequest request, SearchMemos memos, CancellationToken cancellationToken)
{
    private const int MostPerPage = 1_000;
    private const int MostOffset = 10_000 - MostPerPage;
    private const int MostFacetValues = 250;

    private static readonly TimeSpan Dear = TimeSpan.FromMilliseconds(4);

    // Who asks for a second page will ask for a third.
    private const int PagesAhead = 4;
    private const int MostAhead = 150;

    // Sites of a circle of 50 miles take a tenth of a score at most: hits that close together are among these, mostly.
    private const int AheadByDistance = 200;

    private int Wanted => request.PageSize + request.Offset;

    /// <summary>Runs it.</summary>
    public StudySearchResult Run()
    {
        var key = RequestKey.OfAnswer(request, view.Id);
        if (memos.Answers.TryFind(key, out var before) && CheckPage() is null && before.Covers(Wanted, request.CountTotal))
        {
            return StudySearchResult.Of(Answer(before));
        }

        var (found, error) = Find(before is null ? Wanted + 1 : Math.Max(Wanted + 1, Math.Min(Wanted * PagesAhead, MostAhead)));
        if (found is null)
        {
            return StudySearchResult.Of(error!);
        }

        if (found.IsSmall)
        {
            memos.Answers.Set(key, found, found.BytesWith(key));
        }

        return StudySearchResult.Of(Answer(found));
    }

    private (FoundAnswer? Found, SearchError? Error) Find(int limit)
    {
        var (bound, error) = new RequestBinder(view).Bind(request);
        var (order, sortError) = SortOrder.Parse(request.Sort);
        var decay = request.GeoDecay is { Length: > 0 } text ? GeoDecay.Parse(text) : GeoDecay.Default;
        error ??= sortError ?? CheckPage()
            ?? (decay is null ? new SearchError("geoDecay", 0, 0, "Parameter `geoDecay` has incorrect format") : null);
        if (error is not null)
        {
            return (null, error);
        }

        var histograms = request.Histograms.Select(FacetColumns.Bind).ToArray();
        if (histograms.FirstOrDefault(one => one.Error is not null).Error is { } histogramError)
        {
            return (null, histogramError);
        }

        SearchHit? after = null;
        if (request.Cursor is { Length: > 0 } cursor
            && ((after = Cursor.Read(request, cursor)) is null
                || after.SortValues.Count != KeysOf(order!, bound!.Ranks).Length))
        {
            return (null, new SearchError("pageToken", 0, 0, "Invalid page token"));
        }

        return (Find(bound!, order!, decay!, after, [.. histograms.Select(one => one.Request!)], limit), null);
    }

    private SearchError? CheckPage() =>
        request.PageSize is < 0 or > MostPerPage ? new SearchError("pageSize", 0, 0, "Page size must be between 0 and 1000")
        : request.Offset is < 0 or > MostOffset ? new SearchError("offset", 0, 0, "Offset is out of range")
        : null;

    private FoundAnswer Find(
        BoundRequest bound, SortOrder order, GeoDecay decay, SearchHit? after, IReadOnlyList<Collect.HistogramRequest> histograms, int limit)
    {
        // First: phrases that are counted for the report are remembered, and the search need not look for them again.
        var details = request.WantDetails ? new DetailsReport(view, memos.Counts, request.CountDetails, cancellationToken).Of(bound) : null;
        var since = Stopwatch.GetTimestamp();
        var byDistance = bound is { Geo: not null, Ranks: true } && order.IsByScore;
        var isCounted = request.CountTotal || byDistance || request.Facets.Count > 0 || histograms.Count > 0;
        var asked = new Collect.SearchRequest
        {
            Query = bound.Query,
            Limit = byDistance ? limit + AheadByDistance : limit,
            Sort = KeysOf(order, bound.Ranks),
            After = byDistance ? null : after,
            CountTotal = isCounted,
            Facets = request.Facets
                .Select(facet => new Collect.FacetRequest(FacetColumns.ColumnOf(facet.Kind), Math.Clamp(facet.Limit, 1, MostFacetValues)))
                .ToArray(),
            Histograms = histograms,
        };
        var result = view.Searcher.Search(asked, cancellationToken);
        if (Stopwatch.GetElapsedTime(since) > Dear)
        {
            memos.Dear.Add(view, bound.Query);
        }

        if (byDistance)
        {
            result = result with { Hits = ByDistance(asked, result, new DistanceRanking(view, bound.Geo!, decay, after, limit), after, limit) };
        }

        return new FoundAnswer(bound, result, limit, isCounted)
        {
            Details = details,
            Spelling = request.CheckSpelling ? new Speller(view, request).Suggest(bound, isCounted ? result.Total : result.Hits.Count) : null,
        };
    }

    private StudySearchAnswer Answer(FoundAnswer found)
    {
        var result = found.Result;
        var page = result.Hits.Skip(request.Offset).Take(request.PageSize).ToArray();
        return new StudySearchAnswer
        {
            TotalCount = request.CountTotal ? result.Total : null,
            Hits = page.Select(hit => HitOf(hit, found.Bound)).ToArray(),
            NextCursor = result.Hits.Count > Wanted && page.Length > 0 ? Cursor.Write(request, page[^1]) : null,
            Facets = request.Facets.Zip(result.Facets, FacetColumns.Answer).ToArray(),
            Histograms = request.Histograms.Zip(result.Histograms, FacetColumns.Answer).ToArray(),
            Details = found.Details,
            Spelling = found.Spelling,
            Patient = found.Bound.Patient,
            SnapshotId = view.Id,
        };
    }

    private static SortKey[] KeysOf(SortOrder order, bool ranks) =>
        ranks ? order.Keys is [var only] && only == SortKey.Score ? [] : [.. order.Keys] : order.Keys.Where(key => !key.IsScore).ToArray();

    // The registry's rule: the closest site's factor, unless too many studies match.
    private IReadOnlyList<SearchHit> ByDistance(
        Collect.SearchRequest asked, SearchResult first, DistanceRanking ranking, SearchHit? after, int limit)
    {
        var more = asked with { CountTotal = false, Facets = [], Histograms = [] };
        return first.Total > GeoDecay.MostHits
            ? after is null ? [.. first.Hits.Take(limit)] : view.Searcher.Search(more with { Limit = limit, After = after }, cancellationToken).Hits
            : ranking.Best(first.Hits, isAll: first.Hits.Count == first.Total)
                ?? ranking.Best(view.Searcher.Search(more with { Limit = GeoDecay.MostHits }, cancellationToken).Hits, isAll: true)!;
    }

    private StudyHit HitOf(SearchHit hit, BoundRequest bound)
    {
        var study = new StudyHit(NctId.FromNumber((int)hit.Key), bound.Ranks ? hit.Score : 0);
        if (bound.Geo is null)
        {
            return study;
        }

        var (nearest, recruiting) = NearestSites.Of(view, hit.Key, bound.Geo);
        return study with { NearestSite = nearest, NearestRecruitingSite = recruiting };
    }
}
