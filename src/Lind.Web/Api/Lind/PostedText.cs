using System.Buffers;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Lind.Search.Similarity;
using Lind.Web.Api.Requests;
using Microsoft.AspNetCore.Http;

namespace Lind.Web.Api.Lind;

/// <summary>A text too long for a URL, sent as a body: as it is, or as the member <c>text</c> of a JSON object.</summary>
internal static class PostedText
{
    /// <summary>A text of the longest kind in JSON with every letter escaped is longer; honest ones are not.</summary>
    public const int MostBytes = 1 << 20;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The text; or why it is refused, with the status to say it.</summary>
    public static async ValueTask<(string? Text, string? Fault, int Status)> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || type.MediaType is not ("text/plain" or "application/json")
            || (type.CharSet?.Trim('"') ?? "utf-8").ToLowerInvariant() is not ("utf-8" or "us-ascii"))
        {
            return (null, ApiMessages.BodyForms, StatusCodes.Status415UnsupportedMediaType);
        }

        if (await ReadBytesAsync(context) is not { } bytes)
        {
            return (null, ApiMessages.BodyTooLong(MostBytes), StatusCodes.Status413PayloadTooLarge);
        }

        string? text;
        try
        {
            text = type.MediaType == "text/plain" ? Strict.GetString(bytes) : TextOf(bytes);
        }
        catch (Exception fault) when (fault is DecoderFallbackException or JsonException or InvalidOperationException)
        {
            text = null;
        }

        return text is null ? (null, ApiMessages.BodyForms, StatusCodes.Status400BadRequest)
            : string.IsNullOrWhiteSpace(text) ? (null, ApiMessages.Empty("text"), StatusCodes.Status400BadRequest)
            : text.Length > RelatedRequest.MaximumTextLength
                ? (null, ApiMessages.TextTooLong(RelatedRequest.MaximumTextLength), StatusCodes.Status413PayloadTooLarge)
            : (text, null, StatusCodes.Status200OK);
    }

    // Null when there are more bytes than are read.
    private static async ValueTask<byte[]?> ReadBytesAsync(HttpContext context)
    {
        if (context.Request.ContentLength > MostBytes)
        {
            return null;
        }

        while (true)
        {
            var read = await context.Request.BodyReader.ReadAsync(context.RequestAborted);
            if (read.Buffer.Length > MostBytes)
            {
                return null;
            }

            if (read.IsCompleted)
            {
                return read.Buffer.ToArray();
            }

            context.Request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    // Exactly {"text": "..."}: a misspelt member must not be passed over.
    private static string? TextOf(byte[] json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 4 });
        var members = document.RootElement.ValueKind == JsonValueKind.Object
            ? document.RootElement.EnumerateObject().ToArray()
            : [];
        return members is [{ Name: "text", Value.ValueKind: JsonValueKind.String }] ? members[0].Value.GetString() : null;
    }
}
