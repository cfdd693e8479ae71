using System.Collections.Frozen;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Lind.Registry;
using Lind.Store;
using Lind.Studies;
using Lind.Studies.Json;
using Lind.Web.Api.Answers;
using Lind.Web.Api.Formats;
using Lind.Web.Api.Formats.Fhir;
using Lind.Web.Api.Formats.Ris;
using Lind.Web.Api.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lind.Web.Api.V2;

/// <summary><c>GET /studies/{nctId}</c>: one study in one of five formats.</summary>
internal static class StudyEndpoint
{
    private static readonly FrozenSet<string> Names =
        new[] { "format", "markupFormat", "fields" }.ToFrozenSet(StringComparer.Ordinal);

    public static void MapStudy(this IEndpointRouteBuilder routes) => routes.MapGet("/studies/{nctId}", FetchStudy);

    private static async Task FetchStudy(HttpContext context, StudyRegistry registry, string nctId)
    {
        var reader = new QueryReader(context.Request.Query).Only(Names);
        var format = reader.Choice("format", "json", "csv", "json.zip", "fhir.json", "ris");
        var isLegacy = reader.Choice("markupFormat", "markdown", "legacy") == "legacy" && format == "json";
        var fields = reader.List("fields", mayBeEmpty: false);
        if (!NctId.ParseRequest(nctId).TryGet(out var id))
        {
            await Answer.RefuseAsync(context, ApiMessages.BadFormat("nctId"));
            return;
        }

        if (!Writer(format, fields, isLegacy).TryGet(out var write, out var fault) || reader.Fault is not null)
        {
            await Answer.RefuseAsync(context, reader.Fault ?? fault!);
            return;
        }

        if (await FindAsync(context, registry, id) is { } study && !Answer.IsKnown(context, Dataset.StateOf(study)))
        {
            await write(context, study);
        }
    }

    /// <summary>The study; or null, and the answer is a redirect from a former id or 404.</summary>
    /// <remarks><paramref name="refuse"/> writes the 404 in the manner of the API asked; null is the registry's.</remarks>
    public static async ValueTask<StoredStudy?> FindAsync(
        HttpContext context, StudyRegistry registry, NctId id, Func<HttpContext, string, int, Task>? refuse = null)
    {
        var (study, movedTo) = await registry.FindAsync(id, context.RequestAborted);
        if (study is not null)
        {
            return study;
        }

        if (movedTo is { } now)
        {
            var path = context.Request.Path.Value!;
            var at = path.LastIndexOf("/studies/", StringComparison.Ordinal) + "/studies/".Length;
            var slash = path.IndexOf('/', at);
            context.Response.Redirect(
                path[..at] + now + (slash < 0 ? "" : path[slash..]) + context.Request.QueryString, permanent: true);
            return null;
        }

        await (refuse ?? Answer.RefuseAsync)(context, ApiMessages.NotFound(id.ToString()), StatusCodes.Status404NotFound);
        return null;
    }

    private static Outcome<Func<HttpContext, StoredStudy, Task>> Writer(
        string format, IReadOnlyList<string>? fields, bool isLegacy)
    {
        switch (format)
        {
            case "fhir.json":
                return fields is null ? new(WriteFhir) : new(ApiMessages.FieldsWithFhir);
            case "ris":
                var unknown = fields?.FirstOrDefault(tag => !RisRecord.Tags.Contains(tag));
                return unknown is not null
                    ? new(ApiMessages.InvalidRisTag(unknown))
                    : new((context, study) => WriteRis(context, study, fields));
            case "csv":
                return CsvView.Of(fields).TryGet(out var csv, out var csvFault)
                    ? new((context, study) => WriteCsv(context, study, csv)) : new(csvFault!);
            default:
                return !StudyView.Of(fields, isLegacy).TryGet(out var view, out var fault) ? new(fault!)
                    : format == "json" ? new((context, study) => WriteJson(context, study, view))
                    : new((context, study) => WriteZip(context, study, view));
        }
    }

    private static async Task WriteJson(HttpContext context, StoredStudy study, StudyView view)
    {
        context.Response.ContentType = Answer.Json;
        view.Write(study.Json.Span, context.Response.BodyWriter);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    private static Task WriteZip(HttpContext context, StoredStudy study, StudyView view)
    {
        var json = new System.Buffers.ArrayBufferWriter<byte>(study.Json.Length);
        view.Write(study.Json.Span, json);
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry(study.NctId + ".json").Open())
        {
            entry.Write(json.WrittenSpan);
        }

        Answer.AsFile(context, study.NctId + ".json.zip");
        return Answer.BytesAsync(context, file.GetBuffer().AsMemory(0, (int)file.Length), "application/zip");
    }

    private static async Task WriteCsv(HttpContext context, StoredStudy study, CsvView view)
    {
        context.Response.ContentType = Answer.Csv;
        Answer.AsFile(context, study.NctId + ".csv");
        view.WriteHeader(context.Response.BodyWriter);
        view.WriteRow(study.Json.Span, context.Response.BodyWriter);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    private static async Task WriteFhir(HttpContext context, StoredStudy study)
    {
        context.Response.ContentType = "application/fhir+json; charset=utf-8";
        FhirBundle.Write(StudyJson.Read(study.Json.Span), study.NctId.ToString(), context.Response.BodyWriter);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    private static Task WriteRis(HttpContext context, StoredStudy study, IReadOnlyList<string>? tags)
    {
        var text = RisRecord.Of(StudyJson.Read(study.Json.Span), study.NctId.ToString(), tags);
        Answer.AsFile(context, study.NctId + ".ris");
        return Answer.BytesAsync(context, Encoding.UTF8.GetBytes(text), RisRecord.ContentType + "; charset=utf-8");
    }
}
