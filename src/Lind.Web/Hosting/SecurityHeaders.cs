using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Lind.Web.Hosting;

/// <summary>The headers that every answer carries, and those of pages and of the API.</summary>
internal static class SecurityHeaders
{
    /// <summary>No script but our own files, none inline; nothing from other places.</summary>
    public const string PagePolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self'; manifest-src 'self'; form-action 'self'; object-src 'none'; base-uri 'none'; " +
        "frame-ancestors 'none'";

    private const string ExposedHeaders = "ETag, x-total-count, x-next-page-token, Link";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(static state =>
        {
            Add((HttpContext)state);
            return Task.CompletedTask;
        }, context);
        return next(context);
    });

    private static void Add(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers.ContentSecurityPolicy = PagePolicy;
        headers.XFrameOptions = "DENY";
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            headers.AccessControlAllowOrigin = "*";
            headers.AccessControlExposeHeaders = ExposedHeaders;
            headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        }
    }
}
