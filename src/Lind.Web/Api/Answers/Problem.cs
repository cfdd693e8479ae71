using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lind.Search;
using Microsoft.AspNetCore.Http;

namespace Lind.Web.Api.Answers;

/// <summary>Our own API's refusals: RFC 9457 problem details, with the parameter and the place in its text.</summary>
internal static class Problem
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Task RefuseAsync(HttpContext context, string detail, int status = StatusCodes.Status400BadRequest) =>
        WriteAsync(context, status, detail, null);

    public static Task RefuseAsync(HttpContext context, SearchError error) =>
        WriteAsync(context, StatusCodes.Status400BadRequest, error.Message, error);

    private static Task WriteAsync(HttpContext context, int status, string detail, SearchError? error)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            writer.WriteStartObject();
            writer.WriteString("type", error is null ? "about:blank" : "urn:lind:problem:query");
            writer.WriteString("title", TitleOf(status));
            writer.WriteNumber("status", status);
            writer.WriteString("detail", detail);
            if (error is not null)
            {
                WriteFault(writer, error);
            }

            writer.WriteEndObject();
        }

        context.Response.StatusCode = status;
        return Answer.BytesAsync(context, buffer.WrittenMemory, "application/problem+json");
    }

    private static void WriteFault(Utf8JsonWriter writer, SearchError error)
    {
        if (error.Parameter.Length > 0)
        {
            writer.WriteString("parameter", error.Parameter);
            writer.WriteNumber("position", error.Position);
            writer.WriteNumber("length", error.Length);
        }

        if (error.Expected is not null)
        {
            writer.WriteString("expected", error.Expected);
        }

        if (error.Suggestion is not null)
        {
            writer.WriteString("suggestion", error.Suggestion);
        }
    }

    private static string TitleOf(int status) => status switch
    {
        StatusCodes.Status404NotFound => "Not found",
        StatusCodes.Status413PayloadTooLarge => "Too large",
        StatusCodes.Status415UnsupportedMediaType => "Unsupported media type",
        _ => "Bad request",
    };
}
