using Lind.Index.Columns;

namespace Lind.Index.Queries;

/// <summary>A point and a distance around it on the earth, taken as a sphere.</summary>
public sealed class GeoCircle
{
    /// <summary>The mean radius of the earth in metres.</summary>
    public const double EarthRadius = 6_371_008.8;

    private readonly double _latitude; // radians
    private readonly double _longitude;
    private readonly double _cosLatitude;
    private readonly double _metres;
    private readonly int _south; // packed units: a quick look at the latitude decides most points
    private readonly int _north;

    /// <summary>A circle; latitude and longitude in degrees.</summary>
    public GeoCircle(double latitude, double longitude, double metres)
    {
        _latitude = double.DegreesToRadians(latitude);
        _longitude = double.DegreesToRadians(longitude);
        _cosLatitude = Math.Cos(_latitude);
        _metres = metres;
        var reach = double.RadiansToDegrees(metres / EarthRadius) + PackedPoint.Unit;
        _south = (int)Math.Floor(Math.Max(-91, latitude - reach) / PackedPoint.Unit);
        _north = (int)Math.Ceiling(Math.Min(91, latitude + reach) / PackedPoint.Unit);
    }

    /// <summary>The great-circle distance between two points in metres; coordinates in degrees.</summary>
    public static double Distance(double latitude, double longitude, double otherLatitude, double otherLongitude) =>
        new GeoCircle(latitude, longitude, 0).DistanceTo(otherLatitude, otherLongitude);

    /// <summary>The great-circle distance from the centre in metres; coordinates in degrees.</summary>
    public double DistanceTo(double latitude, double longitude)
    {
        var phi = double.DegreesToRadians(latitude);
        var sinLatitude = Math.Sin((phi - _latitude) / 2);
        var sinLongitude = Math.Sin((double.DegreesToRadians(longitude) - _longitude) / 2);
        var h = (sinLatitude * sinLatitude) + (_cosLatitude * Math.Cos(phi) * sinLongitude * sinLongitude);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    internal bool Contains(long point)
    {
        var latitude = (int)(point >> 32);
        return latitude >= _south && latitude <= _north
            && DistanceTo(PackedPoint.Latitude(point), PackedPoint.Longitude(point)) <= _metres;
    }
}
