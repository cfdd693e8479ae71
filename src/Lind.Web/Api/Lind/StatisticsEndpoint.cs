using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Lind.Registry;
using Lind.Search;
using Lind.Web.Api.Answers;
using Lind.Web.Api.Requests;
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
            await WriteAsync(context, all);
        }
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
