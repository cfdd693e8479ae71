using System.Buffers;
using System.Collections.Frozen;
using Lind.Registry;
using Lind.Search;
using Lind.Studies.Fields;
using Lind.Web.Api.Answers;
using Lind.Web.Api.Requests;
using Lind.Web.Api.Statistics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lind.Web.Api.V2;

/// <summary><c>/stats/size</c>, <c>/stats/field/values</c>, <c>/stats/field/sizes</c>: of the whole registry, never of a
/// query.</summary>
internal static class StatsEndpoints
{
    private static readonly FrozenSet<string> ValueNames = new[] { "types", "fields" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> SizeNames = new[] { "fields" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Types =
        new[] { "ENUM", "STRING", "DATE", "INTEGER", "NUMBER", "BOOLEAN" }.ToFrozenSet(StringComparer.Ordinal);

    public static void MapStats(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/stats/size", GetSizes);
        routes.MapGet("/stats/field/values", GetFieldValues);
        routes.MapGet("/stats/field/sizes", GetFieldSizes);
    }

    private static async Task GetSizes(HttpContext context, StudyRegistry registry)
    {
        var fault = new QueryReader(context.Request.Query).Only(FrozenSet<string>.Empty, prefixed: false).Fault;
        if (fault is not null)
        {
            await Answer.RefuseAsync(context, fault);
        }
        else if (!Answer.IsKnown(context, Dataset.StateOf(registry.Search)))
        {
            var sizes = await registry.Store.ReadSizesAsync(context.RequestAborted);
            await Answer.BytesAsync(context, StudySizes.Write(sizes));
        }
    }

    private static async Task GetFieldValues(HttpContext context, StudyRegistry registry, StatisticsCache cache)
    {
        var reader = new QueryReader(context.Request.Query).Only(ValueNames, prefixed: false);
        var types = reader.List("types") ?? [];
        if (types.FirstOrDefault(type => !Types.Contains(type)) is { } wrong)
        {
            reader.Refuse(ApiMessages.InvalidValue("types", wrong));
        }

        var (fields, unknown) = FieldsOf(reader, FieldTally.TypeOf);
        var chosen = FieldCatalogue.All
            .Where(field => FieldTally.TypeOf(field) is { } type && (types.Count == 0 || types.Contains(type)))
            .Where(field => fields?.Contains(field) ?? true);
        await AnswerAsync(context, registry, cache, reader.Fault, unknown, new(
            [.. chosen], IndexedStatistics.KnowsValues, IndexedStatistics.ValuesOf, statistics => statistics.Values));
    }

    private static async Task GetFieldSizes(HttpContext context, StudyRegistry registry, StatisticsCache cache)
    {
        var reader = new QueryReader(context.Request.Query).Only(SizeNames, prefixed: false);
        var (fields, unknown) = FieldsOf(reader, field => field.IsList ? "LIST" : null);
        var chosen = FieldCatalogue.All.Where(field => field.IsList && (fields?.Contains(field) ?? true));
        await AnswerAsync(context, registry, cache, reader.Fault, unknown, new(
            [.. chosen], IndexedStatistics.KnowsSizes, IndexedStatistics.SizesOf, statistics => statistics.Sizes));
    }

    // The fields asked for, null for all; and the first name that is no such field's.
    private static (HashSet<StudyField>? Fields, string? Unknown) FieldsOf(
        QueryReader reader, Func<StudyField, string?> kind)
    {
        if (reader.List("fields", mayBeEmpty: false) is not { } names)
        {
            return (null, null);
        }

        var fields = new HashSet<StudyField>();
        foreach (var name in names)
        {
            if (FieldCatalogue.Find(name) is { } field && kind(field) is not null)
            {
                fields.Add(field);
            }
            else
            {
                return (null, name);
            }
        }

        return (fields, null);
    }

    private static async Task AnswerAsync(
        HttpContext context, StudyRegistry registry, StatisticsCache cache, string? fault, string? unknown, Figures figures)
    {
        if (fault is not null)
        {
            await Answer.RefuseAsync(context, fault);
        }
        else if (unknown is not null)
        {
            await Answer.RefuseAsync(context, ApiMessages.UnknownPiece(unknown), StatusCodes.Status404NotFound);
        }
        else if (await FiguresAsync(registry, cache, figures, context.RequestAborted) is not var (state, objects))
        {
            context.Response.Headers.RetryAfter = "10";
            await Answer.RefuseAsync(context, ApiMessages.StillCounting, StatusCodes.Status503ServiceUnavailable);
        }
        else if (!Answer.IsKnown(context, state))
        {
            await WriteAsync(context, objects);
        }
    }

    // Until the count of the present state is done the index tells what it can, if it can tell all that is asked.
    private static async ValueTask<(string State, IEnumerable<ReadOnlyMemory<byte>> Objects)?> FiguresAsync(
        StudyRegistry registry, StatisticsCache cache, Figures figures, CancellationToken cancellation)
    {
        if (cache.Current is null && figures.Fields.All(figures.IsIndexed))
        {
            var index = registry.Search;
            var told = figures.Fields.Select(field => figures.Ask(index, field, cancellation)).ToArray();
            if (told.All(one => one is not null))
            {
                return (Dataset.CountedState(index), told.Select(one => one!.Value));
            }
        }

        return await cache.GetAsync(cancellation) is { } statistics
            ? (statistics.State, figures.Fields.Where(figures.Counted(statistics).ContainsKey)
                .Select(field => figures.Counted(statistics)[field]))
            : null;
    }

    private static async Task WriteAsync(HttpContext context, IEnumerable<ReadOnlyMemory<byte>> objects)
    {
        context.Response.ContentType = Answer.Json;
        var output = context.Response.BodyWriter;
        var separator = (byte)'[';
        foreach (var item in objects.DefaultIfEmpty())
        {
            output.Write([separator]);
            output.Write(item.Span);
            separator = (byte)',';
        }

        output.Write("]"u8);
        await output.FlushAsync(context.RequestAborted);
    }

    // What is asked, and the two places that may know it.
    private sealed record Figures(
        IReadOnlyList<StudyField> Fields,
        Func<StudyField, bool> IsIndexed,
        Func<SearchIndex, StudyField, CancellationToken, ReadOnlyMemory<byte>?> Ask,
        Func<CorpusStatistics, IReadOnlyDictionary<StudyField, ReadOnlyMemory<byte>>> Counted);
}
