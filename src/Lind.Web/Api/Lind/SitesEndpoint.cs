using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lind.Registry;
using Lind.Studies;
using Lind.Studies.Json;
using Lind.Web.Api.Answers;
using Lind.Web.Api.Requests;
using Lind.Web.Api.V2;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lind.Web.Api.Lind;

/// <summary><c>GET /api/lind/studies/{nctId}/sites</c>: a study's sites with their own status, the nearest first when a
/// place is given. Sites without coordinates come last and have no distance.</summary>
internal static class SitesEndpoint
{
    private const double EarthRadiusMiles = 3958.7613;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly FrozenSet<string> Names =
        new[] { "lat", "lon", "onlyRecruiting", "limit" }.ToFrozenSet(StringComparer.Ordinal);

    public static void MapSites(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/studies/{nctId}/sites", GetSites);

    private static async Task GetSites(HttpContext context, StudyRegistry registry, string nctId)
    {
        var reader = new QueryReader(context.Request.Query).Only(Names);
        var latitude = reader.Number("lat", -90, 90);
        var longitude = reader.Number("lon", -180, 180);
        var onlyRecruiting = reader.Flag("onlyRecruiting");
        var limit = reader.Between("limit", 1, 10_000, otherwise: 100);
        if (latitude is null != longitude is null)
        {
            reader.Refuse("Give 'lat' and 'lon' together");
        }

        if (!NctId.ParseRequest(nctId).TryGet(out var id))
        {
            reader.Refuse(ApiMessages.BadFormat("nctId"));
        }

        if (reader.Fault is not null)
        {
            await Problem.RefuseAsync(context, reader.Fault);
            return;
        }

        if (await StudyEndpoint.FindAsync(context, registry, id, Problem.RefuseAsync) is not { } study
            || Answer.IsKnown(context, Dataset.StateOf(study)))
        {
            return;
        }

        var sites = SitesOf(StudyJson.Read(study.Json.Span), latitude, longitude)
            .Where(site => !onlyRecruiting || site.Location.Status == RecruitmentStatus.Recruiting)
            .ToArray();
        await WriteAsync(context, id, sites.Length, sites.Take(limit));
    }

    private static IEnumerable<Site> SitesOf(Study study, double? latitude, double? longitude) =>
        (study.ProtocolSection?.ContactsLocationsModule?.Locations).OrEmpty()
            .Select((location, place) => new Site(place, location, MilesTo(location.GeoPoint, latitude, longitude)))
            .OrderBy(site => site.Miles is null)
            .ThenBy(site => site.Miles)
            .ThenBy(site => site.Place);

    private static double? MilesTo(GeoPoint? point, double? latitude, double? longitude)
    {
        if (point is not { IsOnEarth: true } || latitude is not { } lat || longitude is not { } lon)
        {
            return null;
        }

        var (north, east) = ((double)point.Lat!, (double)point.Lon!);
        var halfNorth = Math.Sin(double.DegreesToRadians(north - lat) / 2);
        var halfEast = Math.Sin(double.DegreesToRadians(east - lon) / 2);
        var square = (halfNorth * halfNorth)
            + (Math.Cos(double.DegreesToRadians(lat)) * Math.Cos(double.DegreesToRadians(north)) * halfEast * halfEast);
        return 2 * EarthRadiusMiles * Math.Asin(Math.Min(1, Math.Sqrt(square)));
    }

    private static async Task WriteAsync(HttpContext context, NctId id, int total, IEnumerable<Site> sites)
    {
        context.Response.ContentType = Answer.Json;
        await using var writer = new Utf8JsonWriter(context.Response.BodyWriter, Plain);
        writer.WriteStartObject();
        writer.WriteString("nctId", id.ToString());
        writer.WriteNumber("totalCount", total);
        writer.WriteStartArray("sites");
        foreach (var (place, location, miles) in sites)
        {
            writer.WriteStartObject();
            writer.WriteNumber("locationIndex", place);
            SearchAnswerWriter.WriteIf(writer, "facility", location.Facility);
            SearchAnswerWriter.WriteIf(writer, "status", location.Status?.Code);
            SearchAnswerWriter.WriteIf(writer, "city", location.City);
            SearchAnswerWriter.WriteIf(writer, "state", location.State);
            SearchAnswerWriter.WriteIf(writer, "zip", location.Zip);
            SearchAnswerWriter.WriteIf(writer, "country", location.Country);
            if (miles is { } distance)
            {
                writer.WriteNumber("distanceMiles", Math.Round(distance, 2));
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private readonly record struct Site(int Place, Location Location, double? Miles);
}
