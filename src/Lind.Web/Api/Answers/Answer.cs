using Microsoft.AspNetCore.Http;

namespace Lind.Web.Api.Answers;

/// <summary>The ways an endpoint answers.</summary>
internal static class Answer
{
    public const string Json = "application/json";
    public const string Csv = "text/csv; charset=utf-8";
    public const string PlainText = "text/plain; charset=utf-8";

    /// <summary>Refuses as the registry does: one sentence in plain text.</summary>
    public static Task RefuseAsync(HttpContext context, string text, int status = StatusCodes.Status400BadRequest)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = PlainText;
        return context.Response.WriteAsync(text, context.RequestAborted);
    }

    /// <summary>Tags the answer with the state of the data it is made from; true if the client has it already, and
    /// then 304 is set and nothing else is to be sent.</summary>
    /// <remarks>The tag is weak: the same answer may travel compressed or not.</remarks>
    public static bool IsKnown(HttpContext context, string state)
    {
        var tag = $"W/\"{state}\"";
        context.Response.Headers.ETag = tag;
        foreach (var known in context.Request.Headers.IfNoneMatch)
        {
            foreach (var one in (known ?? "").Split(',', StringSplitOptions.TrimEntries))
            {
                if (one == "*" || one == tag || one == tag[2..])
                {
                    context.Response.StatusCode = StatusCodes.Status304NotModified;
                    return true;
                }
            }
        }

        return false;
    }

    public static async Task BytesAsync(HttpContext context, ReadOnlyMemory<byte> bytes, string contentType = Json)
    {
        context.Response.ContentType = contentType;
        context.Response.ContentLength = bytes.Length;
        await context.Response.BodyWriter.WriteAsync(bytes, context.RequestAborted);
    }

    /// <summary>Offers the answer as a file to keep.</summary>
    public static void AsFile(HttpContext context, string name) =>
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
}
