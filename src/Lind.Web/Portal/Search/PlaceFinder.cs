using Lind.Registry;
using Lind.Search;
using Lind.Studies;
using Lind.Studies.Json;

namespace Lind.Web.Portal;

/// <summary>Finds where a place lies from the registry's own sites: a town, region or country from the gazetteer, else
/// a facility from the records that name it.</summary>
public sealed class PlaceFinder(Gazetteer gazetteer, StudyRegistry registry)
{
    private const int StudiesLookedAt = 15;
    private const int LongestPlace = 200;

    /// <summary>The place, without a point when no site lies in a place of that name; null when nothing was asked.</summary>
    public async Task<NearPlace?> FindAsync(string text, CancellationToken cancellationToken)
    {
        text = text.Trim();
        if (text.Length is 0 or > LongestPlace)
        {
            return null;
        }

        return gazetteer.Find(text) is { } known
            ? new(text, known.Name, known.Latitude, known.Longitude)
            : await FindFacilityAsync(text, cancellationToken);
    }

    private async Task<NearPlace> FindFacilityAsync(string text, CancellationToken cancellationToken)
    {
        var request = new StudySearchRequest { QueryTerm = $"AREA[LocationFacility]{Quote.Phrase(text)}", PageSize = StudiesLookedAt };
        if (registry.Search.Search(request, cancellationToken).Answer is not { Hits.Count: > 0 } answer)
        {
            return new(text, null, null, null);
        }

        var records = await registry.Store.FindManyAsync([.. answer.Hits.Select(hit => hit.NctId)], cancellationToken);
        var best = records.SelectMany(record => SitesOf(StudyJson.Read(record.Json.Span)))
            .Where(site => site.Facility?.Contains(text, StringComparison.OrdinalIgnoreCase) == true)
            .GroupBy(site => (site.City, site.State, site.Country)).MaxBy(group => group.Count())?.First();
        return best is null
            ? new(text, null, null, null)
            : new(text, string.Join(", ", new[] { best.Facility, best.City, best.State, best.Country }.OfType<string>()),
                (double)best.GeoPoint!.Lat!.Value, (double)best.GeoPoint.Lon!.Value);
    }

    private static IEnumerable<Location> SitesOf(Study study) =>
        (study.ProtocolSection?.ContactsLocationsModule?.Locations).OrEmpty().Where(site => site.GeoPoint is { IsOnEarth: true });
}
