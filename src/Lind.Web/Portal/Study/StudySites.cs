using Lind.Studies;

namespace Lind.Web.Portal;

/// <summary>One site as listed: the record's row, its distance from the reader's place, whether it takes people now.</summary>
public sealed record SiteRow(Location Site, bool Open, double? Kilometres);

/// <summary>What a study's list of sites tells.</summary>
public static class StudySites
{
    private const double EarthRadiusKilometres = 6371.0088;
    private const double KilometresPerMile = 1.609344;

    /// <summary>The countries, in the order the record first names them.</summary>
    public static IReadOnlyList<string> Countries(IEnumerable<Location> sites) =>
        [.. sites.Select(site => site.Country).OfType<string>().Where(country => country.Length > 0).Distinct()];

    /// <summary>How many sites take people now.</summary>
    public static int CountOpen(StudyView view) => view.Locations.Count(site => IsOpen(view, site));

    /// <summary>Whether a site takes people now: its own status says so and the study's does not say otherwise. A study
    /// whose status is unknown has no open site, whatever its sites once said.</summary>
    public static bool IsOpen(StudyView view, Location site)
    {
        var study = view.Status.OverallStatus;
        if ((study != OverallStatus.Recruiting && study != OverallStatus.Available) || StudyFlags.IsLongUnverified(view))
        {
            return false;
        }

        // Registry rule: a study with a single status for all sites gives none per site.
        return site.Status is null || site.Status == RecruitmentStatus.Recruiting || site.Status == RecruitmentStatus.Available;
    }

    /// <summary>The sites to list, nearest first when the reader named a place, else by country with open ones first.</summary>
    public static IReadOnlyList<SiteRow> Rows(StudyView view)
    {
        var rows = view.Locations.Select(site => new SiteRow(site, IsOpen(view, site), Distance(view.Near, site.GeoPoint)));
        if (view.OnlyOpenSites)
        {
            rows = rows.Where(row => row.Open);
        }

        return view.Near?.Latitude is null
            ? [.. rows.OrderBy(row => row.Site.Country, StringComparer.Ordinal).ThenByDescending(row => row.Open)]
            : [.. rows.OrderBy(row => row.Kilometres ?? double.MaxValue).ThenByDescending(row => row.Open)];
    }

    /// <summary>The sites as points of a map.</summary>
    public static IReadOnlyList<MapSite> Points(Words words, StudyView view) =>
        [.. view.Locations
            .Where(site => site.GeoPoint is { IsOnEarth: true })
            .GroupBy(site => (site.GeoPoint!.Lat!.Value, site.GeoPoint.Lon!.Value))
            .Select(group => new MapSite((double)group.Key.Item1, (double)group.Key.Item2, group.Count(),
                group.Any(site => IsOpen(view, site)), words.Place(group.First())))];

    /// <summary>A distance in both units.</summary>
    public static string Distance(Words words, double kilometres) => words.Say("sites.distance",
        Words.Number((long)Math.Round(kilometres)), Words.Number((long)Math.Round(kilometres / KilometresPerMile)));

    /// <summary>Kilometres along the earth's surface; null when one end is not known.</summary>
    public static double? Distance(NearPlace? from, GeoPoint? to)
    {
        if (from is not { Latitude: { } latitude, Longitude: { } longitude } || to is not { IsOnEarth: true })
        {
            return null;
        }

        double toLatitude = double.DegreesToRadians((double)to.Lat!.Value), fromLatitude = double.DegreesToRadians(latitude);
        var deltaLongitude = double.DegreesToRadians((double)to.Lon!.Value - longitude);
        var haversine = Math.Pow(Math.Sin((toLatitude - fromLatitude) / 2), 2)
            + Math.Cos(fromLatitude) * Math.Cos(toLatitude) * Math.Pow(Math.Sin(deltaLongitude / 2), 2);
        return 2 * EarthRadiusKilometres * Math.Asin(Math.Min(1, Math.Sqrt(haversine)));
    }
}
