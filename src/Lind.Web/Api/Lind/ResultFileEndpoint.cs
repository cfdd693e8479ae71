using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using Lind.Registry;
using Lind.Studies;
using Lind.Studies.Json;
using Lind.Web.Api.Answers;
using Lind.Web.Api.Formats;
using Lind.Web.Api.Formats.Ris;
using Lind.Web.Api.Requests;
using Lind.Web.Api.V2;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lind.Web.Api.Lind;

/// <summary><c>GET /api/lind/download</c>: every study that matches as one file to keep, in order of their numbers,
/// sent while it is made.</summary>
internal static class ResultFileEndpoint
{
    private static readonly FrozenSet<string> Names = StudiesRequest.Names
        .Except(["markupFormat", "countTotal", "pageSize", "pageToken", "sort", "geoDecay"]).Append("narrative").ToFrozenSet(StringComparer.Ordinal);

    public static void MapResultFile(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/download", Download).DisableRequestTimeout();

    private static async Task Download(HttpContext context, StudyRegistry registry)
    {
        var reader = new QueryReader(context.Request.Query).Only(Names);
        var parameters = QueryParameters.Read(reader);
        var narrative = reader.Text("narrative");
        var format = reader.Choice("format", "csv", "json", "ndjson", "ris");
        var fields = reader.List("fields");
        if (!WriterOf(format, fields, parameters).TryGet(out var writer, out var fault) || reader.Fault is not null)
        {
            await Problem.RefuseAsync(context, reader.Fault ?? fault!);
            return;
        }

        var (ids, error) = registry.Search.FindAll(parameters.ToSearch() with { PatientNarrative = narrative }, context.RequestAborted);
        if (error is not null)
        {
            await Problem.RefuseAsync(context, error);
            return;
        }

        context.Response.Headers["x-total-count"] = ids!.Count.ToString(CultureInfo.InvariantCulture);
        if (Answer.IsKnown(context, Dataset.StateOf(registry.Search)))
        {
            return;
        }

        context.Response.ContentType = writer.ContentType;
        Answer.AsFile(context, $"studies.{format}");
        await WriteAsync(context.Response.BodyWriter, registry, ids, writer, context.RequestAborted);
    }

    private static async Task WriteAsync(
        PipeWriter output, StudyRegistry registry, IReadOnlyList<NctId> ids, FileWriter writer, CancellationToken cancellation)
    {
        var isFirst = true;
        await StudyPageWriter.ForEachAsync(registry.Store, ids, output, writer.Start, (study, buffer) =>
        {
            buffer.Write(isFirst ? [] : writer.Between.Span);
            isFirst = false;
            writer.Write(study.NctId, study.Json.Span, buffer);
        }, cancellation);
        output.Write(writer.End.Span);
        await output.FlushAsync(cancellation);
    }

    private static Outcome<FileWriter> WriterOf(string format, IReadOnlyList<string>? fields, QueryParameters parameters)
    {
        if (format == "csv")
        {
            return CsvView.Of(fields).TryGet(out var table, out var unknown)
                ? new(new FileWriter(Answer.Csv, table.WriteHeader, default, default, (_, json, buffer) => table.WriteRow(json, buffer)))
                : new(unknown!);
        }

        if (format == "ris")
        {
            return new(new FileWriter(RisRecord.ContentType + "; charset=utf-8", _ => { }, default, default,
                (id, json, buffer) => Encoding.UTF8.GetBytes(RisRecord.Of(StudyJson.Read(json), id.ToString(), null), buffer)));
        }

        if (!StudyView.Of(QueriedFields.Expand(fields, parameters), false).TryGet(out var view, out var fault))
        {
            return new(fault!);
        }

        void WriteStudy(NctId id, ReadOnlySpan<byte> json, IBufferWriter<byte> buffer) => view.Write(json, buffer);
        return new(format == "ndjson"
            ? new FileWriter("application/x-ndjson", _ => { }, "\n"u8.ToArray(), "\n"u8.ToArray(), WriteStudy)
            : new FileWriter(Answer.Json, output => output.Write("[\n"u8), ",\n"u8.ToArray(), "\n]\n"u8.ToArray(), WriteStudy));
    }

    private delegate void StudyWriter(NctId id, ReadOnlySpan<byte> json, IBufferWriter<byte> buffer);

    /// <summary>What a file is made of: its start, what stands between studies, each study, its end.</summary>
    private sealed record FileWriter(
        string ContentType, Action<IBufferWriter<byte>> Start, ReadOnlyMemory<byte> Between, ReadOnlyMemory<byte> End, StudyWriter Write);
}
