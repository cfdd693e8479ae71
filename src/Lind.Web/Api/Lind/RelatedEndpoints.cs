using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lind.Registry;
using Lind.Search.Similarity;
using Lind.Studies;
using Lind.Web.Api.Answers;
using Lind.Web.Api.Requests;
using Lind.Web.Api.V2;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lind.Web.Api.Lind;

/// <summary>Studies like one study, like several, or like a text, each with its reasons.</summary>
internal static class RelatedEndpoints
{
    private static readonly FrozenSet<string> Names = new[]
    {
        "limit", "onlyRecruiting", "onlyWithResults", "sponsor", "phases", "lat", "lon", "miles", "ids", "text",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void MapRelated(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/studies/{nctId}/related", GetRelated);
        routes.MapGet("/related", FindRelated);
        routes.MapPost("/related", FindRelatedToPosted);
    }

    private static async Task GetRelated(HttpContext context, StudyRegistry registry, string nctId)
    {
        var request = Read(context, out var fault);
        if (fault is not null || request.NctIds.Count > 0 || request.Text is not null)
        {
            await Problem.RefuseAsync(context, fault ?? ApiMessages.UnknownParameter("ids"));
            return;
        }

        if (!NctId.ParseRequest(nctId).TryGet(out var id))
        {
            await Problem.RefuseAsync(context, ApiMessages.BadFormat("nctId"));
            return;
        }

        if (await StudyEndpoint.FindAsync(context, registry, id, Problem.RefuseAsync) is null)
        {
            return;
        }

        await AnswerAsync(context, registry, request with { NctIds = [id.ToString()] }, asList: false);
    }

    private static async Task FindRelated(HttpContext context, StudyRegistry registry)
    {
        var request = Read(context, out var fault);
        if (fault is null && request.NctIds.Count == 0 && string.IsNullOrWhiteSpace(request.Text))
        {
            fault = "Give 'ids', 'text' or both";
        }

        if (fault is not null)
        {
            await Problem.RefuseAsync(context, fault);
            return;
        }

        await AnswerAsync(context, registry, request, asList: true);
    }

    private static async Task FindRelatedToPosted(HttpContext context, StudyRegistry registry)
    {
        var request = Read(context, out var fault);
        fault ??= request.Text is null ? null : ApiMessages.GivenTwice("text");
        if (fault is not null)
        {
            await Problem.RefuseAsync(context, fault);
            return;
        }

        (var text, fault, var status) = await PostedText.ReadAsync(context);
        if (fault is not null)
        {
            await Problem.RefuseAsync(context, fault, status);
            return;
        }

        await AnswerAsync(context, registry, request with { Text = text }, asList: true);
    }

    // The engine checks phases, radius and the like; what it says is fit for the person who asked.
    private static async Task AnswerAsync(
        HttpContext context, StudyRegistry registry, RelatedRequest request, bool asList)
    {
        RelatedAnswer answer;
        try
        {
            answer = registry.FindRelated(request, context.RequestAborted);
        }
        catch (ArgumentException refused)
        {
            await Problem.RefuseAsync(context, refused.Message);
            return;
        }

        context.Response.ContentType = Answer.Json;
        using var writer = new Utf8JsonWriter(context.Response.BodyWriter, Plain);
        RelatedJson.Write(writer, request, answer, asList);
    }

    private static RelatedRequest Read(HttpContext context, out string? fault)
    {
        var reader = new QueryReader(context.Request.Query).Only(Names);
        var ids = reader.NctIds("ids").Select(id => id.ToString()).ToList();

        if (ids.Count > RelatedRequest.MaximumStudies)
        {
            reader.Refuse(ApiMessages.TooLong("ids", RelatedRequest.MaximumStudies));
        }

        var request = new RelatedRequest
        {
            NctIds = ids,
            Text = reader.Text("text"),
            Limit = reader.Between("limit", 1, RelatedRequest.MaximumLimit, otherwise: 10),
            OnlyRecruiting = reader.Flag("onlyRecruiting"),
            OnlyWithResults = reader.Flag("onlyWithResults"),
            Sponsor = Enum.Parse<SponsorChoice>(reader.Choice("sponsor", "any", "same", "other"), ignoreCase: true),
            Phases = reader.List("phases") ?? [],
            Near = Near(reader),
        };
        fault = reader.Fault;
        return request;
    }

    private static RelatedPlace? Near(QueryReader reader)
    {
        var latitude = reader.Number("lat", -90, 90);
        var longitude = reader.Number("lon", -180, 180);
        var miles = reader.Number("miles", 0.1, 12_500) ?? 50;
        if (latitude is null != longitude is null)
        {
            reader.Refuse("Give 'lat' and 'lon' together");
        }

        return latitude is { } lat && longitude is { } lon ? new(lat, lon, miles) : null;
    }
}
