using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Lind.Registry;
using Lind.Search;
using Lind.Studies.Fields;
using Lind.Web.Api.Answers;
using Lind.Web.Api.Requests;
using Lind.Web.Api.Statistics;
using Lind.Web.Api.V2;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lind.Web.Api.Lind;

/// <summary><c>GET /api/lind/statistics</c>: what fields hold over the studies that match a query, which the registry
/// tells of the whole corpus only.</summary>
internal static class StatisticsEndpoint
{
    private const int MostFields = 20;

    // About a second's reading.
    private const int MostRecords = 2_000;
    private const int RecordsTogether = 32;

    private static readonly FrozenSet<string> Names = StudiesRequest.Names
        .Except(["format", "markupFormat", "countTotal", "pageSize", "pageToken", "sort"])
        .ToFrozenSet(StringComparer.Ordinal);

    public static void MapStatistics(this IEndpointRouteBuilder routes) => routes.MapGet("/statistics", GetStatistics);

    private static async Task GetStatistics(HttpContext context, StudyRegistry registry)
    {
        var reader = new QueryReader(context.Request.Query).Only(Names);
        var scope = QueryParameters.Read(reader).ToSearch();
        var fields = reader.List("fields", mayBeEmpty: false) ?? [];
        if (fields.Count is 0 or > MostFields)
        {
            reader.Refuse(fields.Count == 0 ? ApiMessages.Empty("fields") : ApiMessages.TooLong("fields", MostFields));
        }

        if (reader.Fault is not null)
        {
            await Problem.RefuseAsync(context, reader.Fault);
            return;
        }

        var index = registry.Search;
        var all = new List<FieldStatistics>();
        foreach (var field in fields)
        {
            var (statistics, error) = index.Statistics(scope, field, context.RequestAborted);
            if (error is not null)
            {
                await Problem.RefuseAsync(context, error);
                return;
            }

            all.Add(statistics!);
        }

        if (!Answer.IsKnown(context, Dataset.StateOf(index)))
        {
            await WriteAsync(context, await WithTextsAsync(registry, index, scope, all, context.RequestAborted));
        }
    }

    // The values of texts that the index does not count are read from the records, while these are few.
    private static async ValueTask<List<FieldStatistics>> WithTextsAsync(
        StudyRegistry registry, SearchIndex index, StudySearchRequest scope, List<FieldStatistics> all,
        CancellationToken cancellation)
    {
        var texts = all.Where(one => one is { Type: "STRING", UniqueValues: null, Matching: <= MostRecords })
            .Select(one => FieldCatalogue.ByPiece(one.Piece)!).ToHashSet();
        if (texts.Count == 0 || index.FindAll(scope, cancellation).NctIds is not { } ids)
        {
            return all;
        }

        var tally = new CorpusTally(texts);
        foreach (var some in ids.Chunk(RecordsTogether))
        {
            foreach (var study in await registry.Store.FindManyAsync(some, cancellation))
            {
                tally.Add(study.Json.Span, study.NctId.ToString());
            }
        }

        var figures = tally.Fields.ToDictionary(field => field.Field.Piece, field => field.Figures(tally.Studies));
        return [.. all.Select(one => figures.GetValueOrDefault(one.Piece) is not { } counted ? one : one with
        {
            UniqueValues = counted.Unique,
            TopValues = [.. counted.Top.Select(top => new FacetValue(top.Value, top.Studies))],
            LongestText = counted.Longest?.Length,
        })];
    }

    private static async Task WriteAsync(HttpContext context, List<FieldStatistics> all)
    {
        context.Response.ContentType = Answer.Json;
        await using var writer = new Utf8JsonWriter(context.Response.BodyWriter);
        writer.WriteStartArray();
        foreach (var field in all)
        {
            Write(writer, field);
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, FieldStatistics field)
    {
        writer.WriteStartObject();
        writer.WriteString("type", field.Type);
        writer.WriteString("piece", field.Piece);
        writer.WriteString("field", field.Field);
        writer.WriteNumber("studiesCount", field.Matching);
        writer.WriteNumber("missingStudiesCount", field.Missing);
        WriteIf(writer, "uniqueValuesCount", field.UniqueValues);
        if (field.TopValues.Count > 0)
        {
            SearchAnswerWriter.WriteValues(writer, "topValues", field.TopValues);
        }

        WriteBound(writer, "min", field.Type, field.Min);
        WriteBound(writer, "max", field.Type, field.Max);
        if (field.Average is { } average)
        {
            writer.WriteNumber("avg", average);
        }

        WriteIf(writer, "longest", field.LongestText);
        WriteIf(writer, "trueCount", field.TrueCount);
        WriteIf(writer, "falseCount", field.FalseCount);
        if (field.Formats.Count > 0)
        {
            writer.WriteStartArray("formats");
            foreach (var format in field.Formats)
            {
                writer.WriteStringValue(format);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteBound(Utf8JsonWriter writer, string name, string type, string? bound)
    {
        if (type is "INTEGER" or "NUMBER"
            && decimal.TryParse(bound, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            SearchAnswerWriter.WriteIf(writer, name, bound);
        }
    }

    private static void WriteIf(Utf8JsonWriter writer, string name, long? value)
    {
        if (value is { } given)
        {
            writer.WriteNumber(name, given);
        }
    }
}
