using Lind.Studies;

namespace Lind.Web.Portal;

/// <summary>One site as listed: the record's row, its distance from the reader's place, whether it takes people now.</summary>
public sealed record SiteRow(Location Site, bool Open, double? Kilometres);

/// <summary>What a study's list of sites tells.</summary>
public static class StudySites
{
    /// <summary>By definition.</summary>
    internal const double KilometresPerMile = 1.609344;

    private const double EarthRadiusKilometres = 6371.0088;

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
        var rows = view.Locations.Select(site => new SiteRow(site, IsOpen(view, site), Distance(view.Near, PointOf(view, site))));
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
            .Select(site => (Site: site, Point: PointOf(view, site)))
            .Where(one => one.Point is not null)
            .GroupBy(one => one.Point!.Value)
            .Select(group => new MapSite(group.Key.Latitude, group.Key.Longitude, group.Count(),
                group.Any(one => IsOpen(view, one.Site)), words.Place(group.First().Site)))];

    /// <summary>Where a site lies: as its record says, else where the registry's other sites of that town lie.</summary>
    public static (double Latitude, double Longitude)? PointOf(StudyView view, Location site) =>
        site.GeoPoint is { IsOnEarth: true } point ? ((double)point.Lat!.Value, (double)point.Lon!.Value)
        : view.Towns?.Town(site.City, site.State, site.Country) is { } town ? (town.Latitude, town.Longitude) : null;

    /// <summary>Whether some site is placed by the name of its town alone.</summary>
    public static bool IsPlacedByName(StudyView view) => view.Locations.Any(site =>
        site.GeoPoint is not { IsOnEarth: true } && PointOf(view, site) is not null);

    /// <summary>A distance in both units.</summary>
    public static string Distance(Words words, double kilometres) => words.Say("sites.distance",
        words.Number((long)Math.Round(kilometres)), words.Number((long)Math.Round(kilometres / KilometresPerMile)));

    /// <summary>Kilometres along the earth's surface.</summary>
    internal static double Distance(double fromLatitude, double fromLongitude, double toLatitude, double toLongitude)
    {
        double start = double.DegreesToRadians(fromLatitude), end = double.DegreesToRadians(toLatitude);
        var haversine = Math.Pow(Math.Sin((end - start) / 2), 2) + Math.Cos(start) * Math.Cos(end)
            * Math.Pow(Math.Sin(double.DegreesToRadians(toLongitude - fromLongitude) / 2), 2);
        return 2 * EarthRadiusKilometres * Math.Asin(Math.Min(1, Math.Sqrt(haversine)));
    }

    // Null when one end is not known.
    private static double? Distance(NearPlace? from, (double Latitude, double Longitude)? to) =>
        from is { Latitude: { } latitude, Longitude: { } longitude } && to is { } end
            ? Distance(latitude, longitude, end.Latitude, end.Longitude) : null;
}
