using Lind.Registry;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;

namespace Lind.Web.Portal;

/// <summary>Stands before the pages' handlers: a page made a moment ago is sent again, a new one is finished and kept.
/// A page depends on its address, the registry and the day alone; there are no cookies and no readers' accounts.</summary>
internal sealed class KeptPages(PageCache cache, StudyRegistry registry, Glossary glossary, ILoggerFactory loggers) : IEndpointFilter
{
    // Longer ones are questions that hardly anybody asks a second time.
    private const int LongestAddress = 500;

    // What a reader says of a person is answered and forgotten.
    private static readonly string[] Personal = ["narrative", "patient"];

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        var snapshot = registry.Search.SnapshotId;
        var key = KeyOf(request);
        if (key is { } known && cache.Find(known, snapshot) is { } kept)
        {
            return new FinishedPageResult(kept);
        }

        var answer = await next(context);
        if (answer is not RazorComponentResult { StatusCode: StatusCodes.Status200OK } page)
        {
            return answer;
        }

        var html = await PageRenderer.RenderAsync(page.ComponentType, page.Parameters, context.HttpContext.RequestServices, loggers);
        var finished = FinishedPage.Make(GlossaryDrawer.Fill(html, glossary).Span, FinishedPageResult.EncodingFor(request));
        if (key is { } plain)
        {
            cache.Add(plain, snapshot, finished);
        }

        return new FinishedPageResult(finished);
    }

    // Only compressed pages are kept: whoever takes none is no browser.
    private static PageKey? KeyOf(HttpRequest request)
    {
        var encoding = FinishedPageResult.EncodingFor(request);
        var address = request.Path.Value + request.QueryString.Value;
        return encoding.Length > 0 && address.Length <= LongestAddress && !Personal.Any(request.Query.ContainsKey)
            ? new(address, $"{request.Scheme}://{request.Host}", encoding) : null;
    }
}
