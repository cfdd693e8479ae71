using Lind.Index.Columns;
using Lind.Index.Queries;

namespace Lind.Index.Tests.Queries;

public sealed class GeoCircleTests
{
    [Theory, MemberData(nameof(Seeds))]
    public void Contains_RandomPoints_AsTheDistanceSays(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 20_000; i++)
        {
            // Poles and the 180th meridian are hit often; so is the edge of the circle.
            var latitude = random.Next(4) == 0 ? 90 - random.NextDouble() : (random.NextDouble() * 180) - 90;
            var longitude = random.Next(4) == 0 ? 180 - random.NextDouble() : (random.NextDouble() * 360) - 180;
            var otherLatitude = Math.Clamp(latitude + ((random.NextDouble() - 0.5) * random.Next(1, 20)), -90, 90);
            var otherLongitude = Wrapped(longitude + ((random.NextDouble() - 0.5) * random.Next(1, 90)));
            var point = PackedPoint.Encode(otherLatitude, otherLongitude);
            var distance = GeoCircle.Distance(latitude, longitude, PackedPoint.Latitude(point), PackedPoint.Longitude(point));
            var within = new GeoCircle(latitude, longitude, distance + 0.5);
            var without = new GeoCircle(latitude, longitude, Math.Max(0, distance - 0.5));

            Assert.True(within.Contains(point), $"{latitude} {longitude} to {otherLatitude} {otherLongitude}");
            Assert.InRange(point, within.LowestPoint, within.HighestPoint);
            Assert.False(distance > 0.5 && without.Contains(point), $"{latitude} {longitude} to {otherLatitude} {otherLongitude}");
        }
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 3)];

    private static double Wrapped(double longitude) => longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude;
}
