namespace Lind.Web.Portal;

/// <summary>The part of the world a map shows, in degrees: x is longitude, y is minus latitude. Two to one, with room
/// around the outermost points, and never closer than a country's breadth: sites are placed by town, not by street.</summary>
public sealed record MapFrame(double Left, double Top, double Width, double Height)
{
    private const double SmallestWidth = 12;
    private static readonly MapFrame World = new(-180, -84, 360, 142);

    /// <summary>The frame around the points; the whole world when they span most of it or there are none.</summary>
    public static MapFrame Around(IReadOnlyCollection<MapSite> sites)
    {
        if (sites.Count == 0)
        {
            return World;
        }

        double west = sites.Min(site => site.Longitude), east = sites.Max(site => site.Longitude);
        double north = sites.Max(site => site.Latitude), south = sites.Min(site => site.Latitude);
        var width = Math.Max(Math.Max((east - west) * 1.25, (north - south) * 1.4 * 2), SmallestWidth);
        if (width > 200)
        {
            return World;
        }

        var height = width / 2;
        var left = Math.Clamp((east + west - width) / 2, -180, 180 - width);
        return new(left, -((north + south) / 2) - height / 2, width, height);
    }

    /// <summary>Puts points that would overlap into one, on a grid of about forty cells across.</summary>
    public IReadOnlyList<MapSite> Cluster(IEnumerable<MapSite> sites)
    {
        var cell = Width / 40;
        return [.. sites
            .GroupBy(site => (Math.Floor(site.Longitude / cell), Math.Floor(site.Latitude / cell)))
            .Select(Join)
            .OrderByDescending(site => site.Count)];
    }

    private static MapSite Join(IEnumerable<MapSite> group)
    {
        var sites = group.ToList();
        var count = sites.Sum(site => site.Count);
        return sites.Count == 1 ? sites[0] : new(
            sites.Sum(site => site.Latitude * site.Count) / count,
            sites.Sum(site => site.Longitude * site.Count) / count,
            count,
            sites.Exists(site => site.Open),
            string.Join("; ", sites.Select(site => site.Label).Distinct().Take(3)) + (sites.Count > 3 ? " …" : ""));
    }
}
