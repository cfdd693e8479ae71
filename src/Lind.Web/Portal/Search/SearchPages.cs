using Microsoft.AspNetCore.Http;

namespace Lind.Web.Portal;

/// <summary>The search page in all its views, and the feed of a search.</summary>
internal static class SearchPages
{
    private const int FeedLength = 50;

    public static async Task<IResult> ShowAsync(HttpContext context, SearchRunner runner, QuestionReader reader)
    {
        if (FindPages.Answer(context, reader) is { } elsewhere)
        {
            return elsewhere;
        }

        var query = SearchQuery.Parse(context.Request.Query);
        var (answer, error) = await runner.RunAsync(query, null, context.RequestAborted);
        return error is null
            ? PortalResult.Page<SearchPage>(new() { [nameof(SearchPage.Query)] = query, [nameof(SearchPage.Result)] = answer })
            : PortalResult.Page<SearchPage>(
                new() { [nameof(SearchPage.Query)] = query, [nameof(SearchPage.Error)] = error }, StatusCodes.Status400BadRequest);
    }

    /// <summary>The registry site's expert search: one expression, the same page.</summary>
    public static IResult Expert(HttpContext context) =>
        Results.Redirect(SearchQuery.Parse(context.Request.Query).With("advanced", "1").ToUrl());

    public static async Task<IResult> FeedAsync(HttpContext context, SearchRunner runner, Words words)
    {
        var query = SearchQuery.Parse(context.Request.Query).With("sort", "LastUpdatePostDate:desc").With("view", "");
        var (answer, error) = await runner.RunAsync(query, FeedLength, context.RequestAborted);
        var site = $"{context.Request.Scheme}://{context.Request.Host}";
        return error is null
            ? Results.Text(SearchFeed.Write(words, query, answer!, site), "application/atom+xml; charset=utf-8")
            : Results.Text(error.Message, "text/plain; charset=utf-8", statusCode: StatusCodes.Status400BadRequest);
    }
}
