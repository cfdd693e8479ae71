using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lind.Web.Portal;

/// <summary>Answers for what is not there and for what went wrong, as pages that help.</summary>
public static class PortalErrors
{
    /// <summary>Turns an unhandled exception outside <c>/api</c> into the portal's 500 page, and logs it.</summary>
    public static IApplicationBuilder UsePortalErrors(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (!context.Response.HasStarted && IsPage(context)
            && exception is not OperationCanceledException)
        {
            var log = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(PortalErrors));
#pragma warning disable CA1848 // an error is rare: a plain call will do
            log.LogError(exception, "The page {Path} failed", context.Request.Path);
#pragma warning restore CA1848
            context.Response.Clear();
            var words = context.RequestServices.GetRequiredService<Words>();
            await Page(words["error.failed"], words["error.failedText"], StatusCodes.Status500InternalServerError)
                .ExecuteAsync(context);
        }
    });

    internal static Task NotFound(HttpContext context)
    {
        if (!IsPage(context))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        var words = context.RequestServices.GetRequiredService<Words>();
        var text = words.Say("error.notFoundText", Shorten(context.Request.Path.Value ?? "/"));
        return Page(words["error.notFound"], text, StatusCodes.Status404NotFound).ExecuteAsync(context);
    }

    internal static RazorComponentResult<ErrorPage> Page(
        string heading, string text, int status, string? query = null, string? registryId = null) =>
        PortalResult.Page<ErrorPage>(new()
        {
            [nameof(ErrorPage.Heading)] = heading,
            [nameof(ErrorPage.Text)] = text,
            [nameof(ErrorPage.Query)] = query,
            [nameof(ErrorPage.RegistryId)] = registryId,
        }, status);

    private static bool IsPage(HttpContext context) => !context.Request.Path.StartsWithSegments("/api");

    private static string Shorten(string path) => path.Length <= 120 ? path : path[..120] + "…";
}
