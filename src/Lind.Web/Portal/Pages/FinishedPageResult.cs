using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;

namespace Lind.Web.Portal;

/// <summary>Sends a finished page, or only word that the reader has it already.</summary>
internal sealed class FinishedPageResult(FinishedPage page) : IResult
{
    /// <summary>The best way to compress that the request takes; empty for none.</summary>
    public static string EncodingFor(HttpRequest request)
    {
        var accepted = new RequestHeaders(request.Headers).AcceptEncoding;
        return Takes("br") ? "br" : Takes("gzip") ? "gzip" : "";

        bool Takes(string encoding) => accepted.Any(one =>
            one.Quality is not 0 && one.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase));
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.ETag = page.Tag;
        response.Headers.CacheControl = "no-cache";
        response.Headers.Vary = "Accept-Encoding";
        if (httpContext.Request.Headers.IfNoneMatch.Any(known => known?.Contains(page.Tag, StringComparison.Ordinal) == true))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        if (page.Encoding.Length > 0)
        {
            response.Headers.ContentEncoding = page.Encoding;
        }

        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = page.Bytes.Length;
        await response.BodyWriter.WriteAsync(page.Bytes, httpContext.RequestAborted);
    }
}
