using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lind.Registry;
using Lind.Search;
using Lind.Store;
using Lind.Web.Api.Answers;
using Lind.Web.Api.Formats;
using Lind.Web.Api.Requests;
using Lind.Web.Api.V2;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lind.Web.Api.Lind;

/// <summary><c>GET /api/lind/search</c>: hits with scores, nearest sites and highlights, and over all matches facets,
/// histograms, the terms searched and a better spelling.</summary>
internal static class SearchEndpoint
{
    private const int FlushAt = 64 * 1024;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void MapSearch(this IEndpointRouteBuilder routes) => routes.MapGet("/search", SearchStudies);

    private static async Task SearchStudies(HttpContext context, StudyRegistry registry)
    {
        var parameters = SearchParameters.Read(context.Request.Query, out var fault);
        if (!StudyView.Of(parameters.Fields, legacyMarkup: false).TryGet(out var view, out var fieldFault) || fault is not null)
        {
            await Problem.RefuseAsync(context, fault ?? fieldFault!);
            return;
        }

        var index = registry.Search;
        var result = PageToken.Search(registry, parameters.Search, parameters.After, context.RequestAborted);
        if (result.Answer is not { } found)
        {
            await Problem.RefuseAsync(context, result.Error!);
            return;
        }

        if (!Answer.IsKnown(context, Dataset.StateOf(found)))
        {
            await WriteAsync(context, registry, index, parameters, view, found);
        }
    }

    private static async Task WriteAsync(
        HttpContext context, StudyRegistry registry, SearchIndex index, SearchParameters parameters, StudyView view,
        StudySearchAnswer found)
    {
        var records = new Dictionary<int, StoredStudy>();
        if (parameters.Fields is not null || parameters.Highlights > 0)
        {
            var ids = found.Hits.Select(hit => hit.NctId).ToArray();
            foreach (var study in await registry.Store.FindManyAsync(ids, context.RequestAborted))
            {
                records[study.NctId.Number] = study;
            }
        }

        IReadOnlyList<IReadOnlyList<Highlight>> highlights = parameters.Highlights == 0 ? []
            : index.Highlight(parameters.Search, [.. records.Values.Select(record => record.Json)], parameters.Highlights, context.RequestAborted);
        var highlightsOf = records.Keys.Zip(highlights).ToDictionary(one => one.First, one => one.Second);
        context.Response.ContentType = Answer.Json;
        var writer = new Utf8JsonWriter(context.Response.BodyWriter, Plain);
        await using (writer)
        {
            writer.WriteStartObject();
            if (found.TotalCount is { } total)
            {
                writer.WriteNumber("totalCount", total);
            }

            writer.WriteStartArray("studies");
            foreach (var hit in found.Hits)
            {
                var record = records.GetValueOrDefault(hit.NctId.Number);
                WriteHit(writer, parameters, view, hit, record, highlightsOf.GetValueOrDefault(hit.NctId.Number));
                context.RequestAborted.ThrowIfCancellationRequested();
                if (writer.BytesPending >= FlushAt)
                {
                    await writer.FlushAsync(context.RequestAborted);
                    await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
                }
            }

            writer.WriteEndArray();
            SearchAnswerWriter.WriteIf(writer, "nextPageToken", PageToken.Next(found));

            SearchAnswerWriter.WriteSummary(writer, found);
            writer.WriteEndObject();
        }
    }

    private static void WriteHit(
        Utf8JsonWriter writer, SearchParameters parameters, StudyView view, StudyHit hit, StoredStudy? record,
        IReadOnlyList<Highlight>? highlights)
    {
        writer.WriteStartObject();
        writer.WriteString("nctId", hit.NctId.ToString());
        writer.WriteNumber("score", hit.Score);
        SearchAnswerWriter.WriteSite(writer, "nearestSite", hit.NearestSite);
        SearchAnswerWriter.WriteSite(writer, "nearestRecruitingSite", hit.NearestRecruitingSite);
        if (highlights is not null)
        {
            SearchAnswerWriter.WriteHighlights(writer, highlights);
        }

        if (record is not null && parameters.Fields is not null)
        {
            var projected = new ArrayBufferWriter<byte>();
            view.Write(record.Json.Span, projected);
            writer.WritePropertyName("study");
            writer.WriteRawValue(projected.WrittenSpan, skipInputValidation: true);
        }

        writer.WriteEndObject();
    }
}
