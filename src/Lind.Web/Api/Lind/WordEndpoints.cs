using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lind.Registry;
using Lind.Search;
using Lind.Studies;
using Lind.Web.Api.Answers;
using Lind.Web.Api.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lind.Web.Api.Lind;

/// <summary>Help with words: completions while typing, a better spelling, and why a study scores as it does.</summary>
internal static class WordEndpoints
{
    private const int LongestPrefix = 200;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly FrozenSet<string> SuggestNames =
        new[] { "area", "prefix", "limit" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Areas = new[]
    {
        "query.cond", "query.term", "query.locn", "query.titles", "query.intr", "query.outc", "query.spons",
        "query.lead", "query.id", "query.patient",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static void MapWords(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/suggest", Suggest);
        routes.MapGet("/spelling", Spell);
        routes.MapGet("/studies/{nctId}/explain", Explain);
    }

    private static async Task Suggest(HttpContext context, StudyRegistry registry)
    {
        var reader = new QueryReader(context.Request.Query).Only(SuggestNames);
        var area = reader.Text("area") ?? "query.cond";
        var prefix = reader.Text("prefix") ?? "";
        var limit = reader.Between("limit", 1, 50, otherwise: 10);
        if (!Areas.Contains(area))
        {
            reader.Refuse(ApiMessages.InvalidValue("area", area));
        }

        if (prefix.Length > LongestPrefix)
        {
            reader.Refuse(ApiMessages.InvalidValue("prefix", prefix));
        }

        if (reader.Fault is not null)
        {
            await Problem.RefuseAsync(context, reader.Fault);
            return;
        }

        var suggestions = registry.Search.Suggest(area, prefix, limit);
        context.Response.ContentType = Answer.Json;
        await using var writer = new Utf8JsonWriter(context.Response.BodyWriter, Plain);
        writer.WriteStartObject();
        SearchAnswerWriter.WriteValues(
            writer, "suggestions", [.. suggestions.Select(one => new FacetValue(one.Text, one.Count))]);
        writer.WriteEndObject();
    }

    private static async Task Spell(HttpContext context, StudyRegistry registry)
    {
        var parameters = SearchParameters.Read(context.Request.Query, out var fault);
        if (fault is not null)
        {
            await Problem.RefuseAsync(context, fault);
            return;
        }

        var request = parameters.Search with { PageSize = 0, CountTotal = false, CheckSpelling = true };
        var result = registry.Search.Search(request, context.RequestAborted);
        if (result.Answer is not { } found)
        {
            await Problem.RefuseAsync(context, result.Error!);
            return;
        }

        context.Response.ContentType = Answer.Json;
        await using var writer = new Utf8JsonWriter(context.Response.BodyWriter, Plain);
        writer.WriteStartObject();
        SearchAnswerWriter.WriteIf(writer, "parameter", found.Spelling?.Parameter);
        SearchAnswerWriter.WriteIf(writer, "text", found.Spelling?.Text);
        writer.WriteEndObject();
    }

    private static async Task Explain(HttpContext context, StudyRegistry registry, string nctId)
    {
        var parameters = SearchParameters.Read(context.Request.Query, out var fault);
        if (!NctId.ParseRequest(nctId).TryGet(out var id))
        {
            fault ??= ApiMessages.BadFormat("nctId");
        }

        if (fault is not null)
        {
            await Problem.RefuseAsync(context, fault);
            return;
        }

        var index = registry.Search;
        if (index.Search(parameters.Search with { PageSize = 0, CountTotal = false }, context.RequestAborted).Error is { } error)
        {
            await Problem.RefuseAsync(context, error);
        }
        else if (index.Explain(parameters.Search, id) is not { } explanation)
        {
            await Problem.RefuseAsync(context, ApiMessages.NotFound(id.ToString()), StatusCodes.Status404NotFound);
        }
        else
        {
            context.Response.ContentType = Answer.Json;
            await using var writer = new Utf8JsonWriter(context.Response.BodyWriter, Plain);
            Write(writer, explanation);
        }
    }

    private static void Write(Utf8JsonWriter writer, ScoreExplanation explanation)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("matches", explanation.Matches);
        writer.WriteNumber("score", explanation.Score);
        writer.WriteString("description", explanation.Description);
        if (explanation.Parts.Count > 0)
        {
            writer.WriteStartArray("parts");
            foreach (var part in explanation.Parts)
            {
                Write(writer, part);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
