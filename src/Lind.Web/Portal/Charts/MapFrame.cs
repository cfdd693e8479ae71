using System.Globalization;

namespace Lind.Web.Portal;

/// <summary>The part of the world a map shows, in degrees: x is longitude, y is minus latitude. Two to one, with room
/// around the outermost points, and at first never closer than a country with its neighbours: a coast
/// or a border says where a dot lies, and sites are placed by town, not by street.</summary>
public sealed record MapFrame(double Left, double Top, double Width, double Height)
{
    private const double SmallestWidth = 36;
    private const double ClosestWidth = 3;
    private const double CellsAcross = 30;
    private const string More = " …";
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

    /// <summary>The frame that an address names: latitude and longitude of the middle and the breadth in degrees, with
    /// commas between. Null when it names none.</summary>
    public static MapFrame? Read(string text)
    {
        var parts = text.Split(',').Select(part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) ? number : (double?)null).ToArray();
        return parts is [{ } latitude, { } longitude, { } breadth] ? Centred(latitude, longitude, breadth) : null;
    }

    /// <summary>The frame as an address names it.</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture,
        $"{-(Top + Height / 2):0.##},{Left + Width / 2:0.##},{Width:0.##}");

    /// <summary>Nearer (a factor above 1) or farther, around the middle.</summary>
    public MapFrame Zoomed(double factor) => Centred(-(Top + Height / 2), Left + Width / 2, Width / factor);

    /// <summary>Moved by parts of its breadth and height: east and north are positive.</summary>
    public MapFrame Moved(double east, double north) =>
        Centred(-(Top + Height / 2) + north * Height, Left + Width / 2 + east * Width, Width);

    /// <summary>The same breadth by the factor, with another middle.</summary>
    public MapFrame At(double latitude, double longitude, double factor) => Centred(latitude, longitude, Width / factor);

    public bool CanZoomIn => Width > ClosestWidth;

    public bool CanZoomOut => Width < World.Width;

    /// <summary>Whether a point lies in the frame; all do in the whole world's.</summary>
    public bool Holds(MapSite site) => !CanZoomOut || site.Longitude >= Left && site.Longitude <= Left + Width
        && -site.Latitude >= Top && -site.Latitude <= Top + Height;

    private static MapFrame Centred(double latitude, double longitude, double breadth)
    {
        if (breadth >= World.Width)
        {
            return World;
        }

        var width = Math.Max(breadth, ClosestWidth);
        var height = width / 2;
        return new(Math.Clamp(longitude - width / 2, -180, 180 - width), Math.Clamp(-latitude - height / 2, -90, 90 - height), width, height);
    }

    /// <summary>How large a point is drawn, in degrees: larger for several sites.</summary>
    public double RadiusOf(MapSite site) =>
        Width * (site.Count == 1 ? .005 : Math.Min(.0165, .0075 + .0008 * Math.Log2(site.Count)));

    /// <summary>Puts points that would overlap into one: first on a grid of about thirty cells across, then discs that
    /// still touch. Those outside the frame are left out; the largest come first.</summary>
    public IReadOnlyList<MapSite> Cluster(IEnumerable<MapSite> sites)
    {
        var cell = Width / CellsAcross;
        List<MapSite> apart = [.. sites.Where(Holds)
            .GroupBy(site => (Math.Floor(site.Longitude / cell), Math.Floor(site.Latitude / cell)))
            .Select(Join)];
        int before;
        do
        {
            before = apart.Count;
            apart = Merged(apart.OrderByDescending(site => site.Count));
        }
        while (apart.Count < before);
        return apart;
    }

    // Every disc joins the first larger one that it touches; a joined disc moves, so this is done until none touch.
    private List<MapSite> Merged(IEnumerable<MapSite> largestFirst)
    {
        List<MapSite> kept = [];
        foreach (var site in largestFirst)
        {
            var at = kept.FindIndex(other => Touches(other, site));
            if (at >= 0)
            {
                kept[at] = Join([kept[at], site]);
            }
            else
            {
                kept.Add(site);
            }
        }

        return kept;
    }

    private bool Touches(MapSite one, MapSite other)
    {
        double across = one.Longitude - other.Longitude, up = one.Latitude - other.Latitude;
        var reach = RadiusOf(one) + RadiusOf(other);
        return across * across + up * up < reach * reach;
    }

    private static MapSite Join(IEnumerable<MapSite> group)
    {
        var sites = group.ToList();
        var count = sites.Sum(site => site.Count);
        var names = sites.SelectMany(site => site.Label.Replace(More, "", StringComparison.Ordinal).Split("; ")).Distinct().ToList();
        return sites.Count == 1 ? sites[0] : new(
            sites.Sum(site => site.Latitude * site.Count) / count,
            sites.Sum(site => site.Longitude * site.Count) / count,
            count,
            sites.Exists(site => site.Open),
            string.Join("; ", names.Take(3)) + (names.Count > 3 || sites.Exists(site => site.Label.EndsWith(More, StringComparison.Ordinal)) ? More : ""),
            sites.Sum(site => site.Recruiting));
    }
}
