using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Lind.Registry;
using Lind.Search;
using Lind.Studies;
using Lind.Web.Api.Answers;
using Lind.Web.Api.Formats;
using Lind.Web.Api.Requests;
using Lind.Web.Api.V2;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lind.Web.Api.Lind;

/// <summary>Many records at once: by their ids, or all that match a query as a stream of lines.</summary>
internal static class RecordEndpoints
{
    private const int MostIds = 1000;

    private static readonly FrozenSet<string> BatchNames = new[] { "ids", "fields" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> StreamNames = StudiesRequest.Names
        .Except(["format", "countTotal", "pageSize", "pageToken", "sort", "geoDecay"]).ToFrozenSet(StringComparer.Ordinal);

    public static void MapRecords(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/studies", GetBatch);
        routes.MapGet("/stream", GetStream).DisableRequestTimeout();
    }

    private static async Task GetBatch(HttpContext context, StudyRegistry registry)
    {
        var reader = new QueryReader(context.Request.Query).Only(BatchNames);
        var texts = reader.List("ids", mayBeEmpty: false) ?? [];
        if (texts.Count is 0 or > MostIds)
        {
            reader.Refuse(texts.Count == 0 ? ApiMessages.Empty("ids") : ApiMessages.TooLong("ids", MostIds));
        }

        var ids = reader.NctIds("ids");

        if (!StudyView.Of(reader.List("fields", mayBeEmpty: false), false).TryGet(out var view, out var fault)
            || reader.Fault is not null)
        {
            await Problem.RefuseAsync(context, reader.Fault ?? fault!);
            return;
        }

        await WriteBatchAsync(context, registry, [.. ids.Distinct()], view);
    }

    private static async Task WriteBatchAsync(
        HttpContext context, StudyRegistry registry, IReadOnlyList<NctId> ids, StudyView view)
    {
        context.Response.ContentType = Answer.Json;
        var output = context.Response.BodyWriter;
        var found = new HashSet<NctId>();
        await StudyPageWriter.ForEachAsync(registry.Store, ids, output, Begin, (study, buffer) =>
        {
            buffer.Write(found.Count == 0 ? "\n"u8 : ",\n"u8);
            found.Add(study.NctId);
            view.Write(study.Json.Span, buffer);
        }, context.RequestAborted);
        var unknown = string.Join(',', ids.Where(id => !found.Contains(id)).Select(id => $"\"{id}\""));
        Encoding.UTF8.GetBytes($"\n],\"unknown\":[{unknown}]}}", output);
        await output.FlushAsync(context.RequestAborted);

        static void Begin(IBufferWriter<byte> buffer) => buffer.Write("{\"studies\":["u8);
    }

    private static async Task GetStream(HttpContext context, StudyRegistry registry)
    {
        var reader = new QueryReader(context.Request.Query).Only(StreamNames);
        var parameters = QueryParameters.Read(reader);
        var isLegacy = reader.Choice("markupFormat", "markdown", "legacy") == "legacy";
        var fields = QueriedFields.Expand(reader.List("fields", mayBeEmpty: false), parameters);
        if (!StudyView.Of(fields, isLegacy).TryGet(out var view, out var fault) || reader.Fault is not null)
        {
            await Problem.RefuseAsync(context, reader.Fault ?? fault!);
            return;
        }

        var index = registry.Search;
        var (ids, error) = index.FindAll(parameters.ToSearch(), context.RequestAborted);
        if (error is not null)
        {
            await Problem.RefuseAsync(context, error);
            return;
        }

        context.Response.Headers["x-total-count"] = ids!.Count.ToString(CultureInfo.InvariantCulture);
        if (Answer.IsKnown(context, Dataset.StateOf(index)))
        {
            return;
        }

        context.Response.ContentType = "application/x-ndjson";
        var output = context.Response.BodyWriter;
        await StudyPageWriter.ForEachAsync(registry.Store, ids, output, _ => { }, (study, buffer) =>
        {
            view.Write(study.Json.Span, buffer);
            buffer.Write("\n"u8);
        }, context.RequestAborted);
        await output.FlushAsync(context.RequestAborted);
    }
}
