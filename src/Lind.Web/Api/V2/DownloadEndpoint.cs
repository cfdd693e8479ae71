using System.Collections.Frozen;
using System.Globalization;
using System.IO.Compression;
using Lind.Registry;
using Lind.Web.Api.Answers;
using Lind.Web.Api.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Lind.Web.Api.V2;

/// <summary><c>GET /studies/download?format=json.zip</c>: every study as a file, in folders by the last two digits of
/// its number, packed while it is sent.</summary>
internal static class DownloadEndpoint
{
    private static readonly FrozenSet<string> Names = new[] { "format" }.ToFrozenSet(StringComparer.Ordinal);

    public static void MapDownload(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/studies/download", Download).DisableRequestTimeout();

    private static async Task Download(HttpContext context, StudyRegistry registry)
    {
        var reader = new QueryReader(context.Request.Query).Only(Names, prefixed: false);
        reader.Choice("format", "json.zip");
        if (reader.Fault is not null)
        {
            await Answer.RefuseAsync(context, reader.Fault);
            return;
        }

        context.Response.ContentType = "application/zip";
        Answer.AsFile(context, "ctg-public-data-json.zip");
        // The zip writer finishes each entry with small synchronous writes; they go to the server's own buffer.
        context.Features.Get<IHttpBodyControlFeature>()?.AllowSynchronousIO = true;
        await using var zip = await ZipArchive.CreateAsync(
            context.Response.Body, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, context.RequestAborted);
        await foreach (var study in registry.Store.ReadAllAsync(null, context.RequestAborted))
        {
            var shard = (study.NctId.Number % 100).ToString("D2", CultureInfo.InvariantCulture);
            var entry = zip.CreateEntry($"{shard}/{study.NctId}.json", CompressionLevel.Fastest);
            await using var file = await entry.OpenAsync(context.RequestAborted);
            await file.WriteAsync(study.Json, context.RequestAborted);
        }
    }
}
