using System.Runtime.CompilerServices;
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
    private readonly double _widest; // degrees of longitude from the centre, beyond which no point can lie

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
        _widest = Widest(metres);
    }

    /// <summary>The great-circle distance between two points in metres; coordinates in degrees.</summary>
    public static double Distance(double latitude, double longitude, double otherLatitude, double otherLongitude) =>
        new GeoCircle(latitude, longitude, 0).DistanceTo(otherLatitude, otherLongitude);

    /// <summary>The great-circle distance from the centre in metres; coordinates in degrees.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double DistanceTo(double latitude, double longitude)
    {
        var phi = double.DegreesToRadians(latitude);
        var sinLatitude = Math.Sin((phi - _latitude) / 2);
        var sinLongitude = Math.Sin((double.DegreesToRadians(longitude) - _longitude) / 2);
        var h = (sinLatitude * sinLatitude) + (_cosLatitude * Math.Cos(phi) * sinLongitude * sinLongitude);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    /// <summary>No packed point of the circle is below this one.</summary>
    internal long LowestPoint => (long)_south << 32;

    /// <summary>No packed point of the circle is above this one.</summary>
    internal long HighestPoint => ((long)_north << 32) | uint.MaxValue;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal bool Contains(long point)
    {
        var latitude = (int)(point >> 32);
        return latitude >= _south && latitude <= _north
            && MayReach(PackedPoint.Longitude(point))
            && DistanceTo(PackedPoint.Latitude(point), PackedPoint.Longitude(point)) <= _metres;
    }

    /// <summary>A quick look at the longitude, either way around the earth.</summary>
    private bool MayReach(double longitude)
    {
        var apart = Math.Abs(longitude - double.RadiansToDegrees(_longitude));
        return Math.Min(apart, 360 - apart) <= _widest;
    }

    // A circle around a pole has every longitude; another one touches those meridians whose sine is so far away.
    private double Widest(double metres)
    {
        const double slack = 1e-6;
        var sine = Math.Sin(Math.Min(metres / EarthRadius, Math.PI / 2)) / Math.Max(_cosLatitude, slack);
        return sine >= 1 - slack ? 180 : double.RadiansToDegrees(Math.Asin(sine)) + slack;
    }
}
