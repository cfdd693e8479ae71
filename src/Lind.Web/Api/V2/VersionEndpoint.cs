using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Lind.Registry;
using Lind.Web.Api.Answers;
using Lind.Web.Api.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lind.Web.Api.V2;

/// <summary><c>GET /version</c>: which API this is, and since when the data is as it is.</summary>
internal static class VersionEndpoint
{
    /// <summary>The registry's version that this one answers like.</summary>
    public const string ApiVersion = "2.0.5";

    private const int RunsToLookAt = 50;

    public static void MapVersion(this IEndpointRouteBuilder routes) => routes.MapGet("/version", GetVersion);

    private static async Task GetVersion(HttpContext context, StudyRegistry registry)
    {
        if (new QueryReader(context.Request.Query).Only(FrozenSet<string>.Empty, prefixed: false).Fault is { } fault)
        {
            await Answer.RefuseAsync(context, fault);
            return;
        }

        var runs = await registry.Store.ListRunsAsync(RunsToLookAt, context.RequestAborted);
        var changed = runs.FirstOrDefault(run => run is { Finished: not null, Counts.ChangedStudies: true });
        var stamp = changed?.Finished?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
        context.Response.ContentType = Answer.Json;
        using var writer = new Utf8JsonWriter(context.Response.BodyWriter);
        writer.WriteStartObject();
        writer.WriteString("apiVersion", ApiVersion);
        if (stamp is not null)
        {
            writer.WriteString("dataTimestamp", stamp);
        }

        writer.WriteEndObject();
    }
}
