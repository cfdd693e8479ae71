using Lind.Registry;
using Lind.Search;
using Lind.Studies;
using Lind.Studies.Json;

namespace Lind.Web.Portal;

/// <summary>Finds where a place lies from the registry's own sites: no outside map is asked.</summary>
internal static class PlaceFinder
{
    private const int StudiesLookedAt = 15;
    private const int LongestPlace = 200;

    public static async Task<NearPlace?> FindAsync(string text, StudyRegistry registry, CancellationToken cancellationToken)
    {
        text = text.Trim();
        if (text.Length is 0 or > LongestPlace)
        {
            return null;
        }

        var quoted = "\"" + text.Replace("\"", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal) + "\"";
        var found = registry.Search.Search(new StudySearchRequest { QueryLocn = quoted, PageSize = StudiesLookedAt }, cancellationToken);
        if (found.Answer is null || found.Answer.Hits.Count == 0)
        {
            return new(text, null, null, null);
        }

        var records = await registry.Store.FindManyAsync([.. found.Answer.Hits.Select(hit => hit.NctId)], cancellationToken);
        var sites = records.SelectMany(record => SitesOf(StudyJson.Read(record.Json.Span))).Where(site => Matches(site, text)).ToList();
        return Best(text, sites);
    }

    /// <summary>The town, region or country that most of the sites agree on, in that order of closeness.</summary>
    internal static NearPlace Best(string text, IReadOnlyList<Location> sites)
    {
        var wanted = text.Split(',', 2)[0].Trim();
        foreach (var part in new Func<Location, string?>[] { site => site.City, site => site.State, site => site.Country, site => site.Facility })
        {
            var best = sites.Where(site => string.Equals(part(site)?.Trim(), wanted, StringComparison.OrdinalIgnoreCase))
                .GroupBy(site => (site.City, site.State, site.Country))
                .OrderByDescending(group => group.Count()).FirstOrDefault();
            if (best is not null)
            {
                var point = best.First().GeoPoint!;
                return new(text, string.Join(", ", new[] { best.Key.City, best.Key.State, best.Key.Country }.OfType<string>()),
                    (double)point.Lat!.Value, (double)point.Lon!.Value);
            }
        }

        return new(text, null, null, null);
    }

    private static IEnumerable<Location> SitesOf(Study study) =>
        (study.ProtocolSection?.ContactsLocationsModule?.Locations).OrEmpty().Where(site => site.GeoPoint is { IsOnEarth: true });

    // "Boston, Massachusetts": every part after the first must be the region or the country.
    private static bool Matches(Location site, string text) => text.Split(',').Skip(1).Select(part => part.Trim()).All(part =>
        part.Length == 0 || string.Equals(site.State, part, StringComparison.OrdinalIgnoreCase)
        || string.Equals(site.Country, part, StringComparison.OrdinalIgnoreCase));
}
