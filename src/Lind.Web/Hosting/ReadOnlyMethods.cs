using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Lind.Web.Hosting;

/// <summary>The methods of a server that is only read: HEAD answers as GET without the body, OPTIONS of the API tells
/// a browser what other sites may do, and both happen before routing.</summary>
internal static class ReadOnlyMethods
{
    public static void UseReadOnlyMethods(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (HttpMethods.IsOptions(context.Request.Method)
            && context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            AnswerPreflight(context);
            return;
        }

        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }

        var body = context.Response.Body;
        context.Request.Method = HttpMethods.Get;
        context.Response.Body = Stream.Null;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
            context.Request.Method = HttpMethods.Head;
        }
    });

    private static void AnswerPreflight(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        context.Response.Headers.Allow = "GET, HEAD, OPTIONS, POST";
        context.Response.Headers.AccessControlAllowMethods = "GET, HEAD, POST";
        context.Response.Headers.AccessControlAllowHeaders = "content-type, if-none-match, x-api-key, authorization";
        context.Response.Headers.AccessControlMaxAge = "86400";
    }
}
