using System.Text;
using Lind.Index.Segments;
using Lind.Search.Filters;
using Lind.Search.Mapping;
using Lind.Studies.Fields;

namespace Lind.Search.Serving;

/// <summary>The nearest sites of a study to a point, within the circle searched.</summary>
internal static class NearestSites
{
    private const double EarthRadiusMiles = 3958.7613;

    private const double MilesPerDegree = EarthRadiusMiles * Math.PI / 180;

    // The index stores points a little coarser than records do.
    private const double Slack = 1.0001;

    private static readonly int PointColumn = StudySchema.SiteColumnOf(StudyFields.LocationGeoPoint);
    private static readonly int StatusColumn = StudySchema.SiteColumnOf(StudyFields.LocationStatus);
    private static readonly int CityColumn = StudySchema.SiteColumnOf(StudyFields.LocationCity);
    private static readonly int FacilityColumn = StudySchema.SiteColumnOf(StudyFields.LocationFacility);
    private static readonly int OverallStatusColumn = StudySchema.ColumnOf(StudyFields.OverallStatus);

    /// <summary>How far the nearest site of a study is in miles; null: none lies within the circle.</summary>
    /// <param name="view">What was searched.</param>
    /// <param name="key">The study.</param>
    /// <param name="geo">The circle.</param>
    /// <param name="scratch">Taken for the sites' points; for many studies in turn the same.</param>
    public static double? MilesOf(SearchView view, long key, GeoFilter geo, List<(int Row, double Latitude, double Longitude)> scratch)
    {
        scratch.Clear();
        view.Snapshot.Columns(key)?.AddPoints(PointColumn, StudySchema.Sites, scratch);
        double? nearest = null;
        foreach (var (_, latitude, longitude) in scratch)
        {
            // Most sites are out of reach by their latitude alone.
            if (Math.Abs(latitude - geo.Latitude) * MilesPerDegree <= geo.RadiusMiles * Slack
                && Miles(geo.Latitude, geo.Longitude, latitude, longitude) is var miles
                && miles <= geo.RadiusMiles * Slack && !(miles >= nearest))
            {
                nearest = miles;
            }
        }

        return nearest;
    }

    /// <summary>The nearest site, and the nearest that recruits: by its own status, or where no site of the study has
    /// one by the study's.</summary>
    public static (SiteDistance? Nearest, SiteDistance? Recruiting) Of(SearchView view, long key, GeoFilter geo)
    {
        if (view.Snapshot.Columns(key) is not { } columns)
        {
            return (null, null);
        }

        var sites = columns.RowCount(StudySchema.Sites);
        var statuses = Enumerable.Range(0, sites).Select(row => TextOf(columns, StatusColumn, row)).ToArray();
        var studyRecruits = statuses.All(status => status is null)
            && columns.Keywords(OverallStatusColumn).Any(value => value.Span.SequenceEqual("RECRUITING"u8));
        SiteDistance? nearest = null;
        SiteDistance? recruiting = null;
        for (var row = 0; row < sites; row++)
        {
            foreach (var (latitude, longitude) in columns.Points(PointColumn, StudySchema.Sites, row))
            {
                var miles = Miles(geo.Latitude, geo.Longitude, latitude, longitude);
                if (miles > geo.RadiusMiles * Slack)
                {
                    continue;
                }

                if (nearest is null || miles < nearest.DistanceMiles)
                {
                    nearest = SiteOf(columns, row, miles, statuses[row]);
                }

                if ((statuses[row] == "RECRUITING" || studyRecruits)
                    && (recruiting is null || miles < recruiting.DistanceMiles))
                {
                    recruiting = SiteOf(columns, row, miles, statuses[row]);
                }
            }
        }

        return (nearest, recruiting);
    }

    private static SiteDistance SiteOf(DocumentColumns columns, int row, double miles, string? status) =>
        new(row, miles, TextOf(columns, FacilityColumn, row), TextOf(columns, CityColumn, row), status);

    private static string? TextOf(DocumentColumns columns, int column, int row) =>
        columns.Keywords(column, StudySchema.Sites, row) is [var value, ..] ? Encoding.UTF8.GetString(value.Span) : null;

    private static double Miles(double latitude, double longitude, double otherLatitude, double otherLongitude)
    {
        var toRadians = Math.PI / 180;
        var dLatitude = (otherLatitude - latitude) * toRadians;
        var dLongitude = (otherLongitude - longitude) * toRadians;
        var (northward, eastward) = (Math.Sin(dLatitude / 2), Math.Sin(dLongitude / 2));
        var a = (northward * northward)
            + (Math.Cos(latitude * toRadians) * Math.Cos(otherLatitude * toRadians) * eastward * eastward);
        return 2 * EarthRadiusMiles * Math.Asin(Math.Min(1, Math.Sqrt(a)));
    }
}
