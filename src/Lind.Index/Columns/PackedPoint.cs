namespace Lind.Index.Columns;

/// <summary>A point as two 32-bit numbers in units of 10^-7 degree (about a centimetre): latitude high, longitude
/// low.</summary>
internal static class PackedPoint
{
    internal const double Unit = 1e-7;

    internal static long Encode(double latitude, double longitude) =>
        ((long)(int)Math.Round(latitude / Unit) << 32) | (uint)(int)Math.Round(longitude / Unit);

    internal static double Latitude(long point) => (int)(point >> 32) * Unit;

    internal static double Longitude(long point) => (int)point * Unit;
}
