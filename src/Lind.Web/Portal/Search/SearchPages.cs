using Lind.Registry;
using Lind.Search;
using Microsoft.AspNetCore.Http;

namespace Lind.Web.Portal;

/// <summary>The search page in all its views, and the feed of a search.</summary>
internal static class SearchPages
{
    private const int MappedStudies = 200;
    private const int HighlightsShown = 3;
    private const int FeedLength = 50;

    public static async Task<IResult> ShowAsync(HttpContext context, StudyRegistry registry)
    {
        var query = SearchQuery.Parse(context.Request.Query);
        var (answer, error) = await RunAsync(query, registry, query.View == "map" ? MappedStudies : null, context.RequestAborted);
        return error is null
            ? PortalResult.Page<SearchPage>(new() { [nameof(SearchPage.Query)] = query, [nameof(SearchPage.Result)] = answer })
            : PortalResult.Page<SearchPage>(
                new() { [nameof(SearchPage.Query)] = query, [nameof(SearchPage.Error)] = error }, StatusCodes.Status400BadRequest);
    }

    /// <summary>The registry site's expert search: one expression, the same page.</summary>
    public static IResult Expert(HttpContext context) =>
        Results.Redirect(SearchQuery.Parse(context.Request.Query).With("advanced", "1").ToUrl());

    public static async Task<IResult> FeedAsync(HttpContext context, StudyRegistry registry, Words words)
    {
        var query = SearchQuery.Parse(context.Request.Query).With("sort", "LastUpdatePostDate:desc").With("view", "");
        var (answer, error) = await RunAsync(query, registry, FeedLength, context.RequestAborted);
        var site = $"{context.Request.Scheme}://{context.Request.Host}";
        return error is null
            ? Results.Text(SearchFeed.Write(words, query, answer!, site), "application/atom+xml; charset=utf-8")
            : Results.Text(error.Message, "text/plain; charset=utf-8", statusCode: StatusCodes.Status400BadRequest);
    }

    private static async Task<(SearchResultView? Result, SearchError? Error)> RunAsync(
        SearchQuery query, StudyRegistry registry, int? size, CancellationToken cancellationToken)
    {
        var near = query["distance"].Length > 0 && query["locn"].Length > 0
            ? await PlaceFinder.FindAsync(query["locn"], registry, cancellationToken) : null;
        var search = registry.Search;
        var request = SearchRequestBuilder.Build(query, near);
        request = size is null ? request : request with { PageSize = size.Value, Offset = 0 };
        var found = search.Search(request, cancellationToken);
        if (found.Answer is not { } answer)
        {
            return (null, found.Error);
        }

        var records = await registry.Store.FindManyAsync([.. answer.Hits.Select(hit => hit.NctId)], cancellationToken);
        var byId = records.ToDictionary(record => record.NctId);
        var cards = answer.Hits.Where(hit => byId.ContainsKey(hit.NctId)).Select(hit => new SearchHitView(
            hit, StudySummary.Read(byId[hit.NctId].Json.Span),
            size is null ? search.Highlight(request, byId[hit.NctId].Json, HighlightsShown) : [])).ToList();
        return (new SearchResultView(answer, cards, near), null);
    }
}
