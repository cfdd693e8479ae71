using System.Globalization;
using System.Text.RegularExpressions;
using Lind.Index.Queries;
using Lind.Search.Essie;
using Lind.Search.Mapping;
using Lind.Studies.Fields;

namespace Lind.Search.Filters;

/// <summary><c>filter.geo</c>: a circle that a site must lie in.</summary>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="RadiusMiles">The radius; a number without a unit is in miles.</param>
internal sealed partial record GeoFilter(double Latitude, double Longitude, double RadiusMiles)
{
    private const double MetresPerMile = 1609.344;

    /// <summary>Studies with a site in the circle.</summary>
    public Query Query => new NestedQuery(StudySchema.Sites, new DistanceQuery(
        StudySchema.SiteColumnOf(StudyFields.LocationGeoPoint), Latitude, Longitude, RadiusMiles * MetresPerMile));

    /// <summary>Reads <c>distance(lat,lon,N[km|mi])</c>; null when the text is anything else.</summary>
    public static GeoFilter? Parse(string text)
    {
        var match = Pattern().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var latitude = Number(match.Groups[1]);
        var longitude = Number(match.Groups[2]);
        var radius = Number(match.Groups[3]) / (match.Groups[4].Value == "km" ? EssieLimits.KilometresPerMile : 1);
        return Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180 && radius <= EssieLimits.MaximumMiles + 1
            ? new GeoFilter(latitude, longitude, radius)
            : null;
    }

    private static double Number(Group group) => double.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^distance\((-?[0-9]+(?:\.[0-9]+)?),(-?[0-9]+(?:\.[0-9]+)?),([0-9]+(?:\.[0-9]+)?)(km|mi)?\)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
