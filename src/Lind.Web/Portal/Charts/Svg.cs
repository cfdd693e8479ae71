using System.Globalization;

namespace Lind.Web.Portal;

/// <summary>Numbers and scales for drawings made on the server.</summary>
internal static class Svg
{
    /// <summary>A coordinate, two decimals at most.</summary>
    public static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Where <paramref name="value"/> lies between two bounds, on a line from 0 to <paramref name="length"/>.</summary>
    public static double Scale(double value, double low, double high, double length) =>
        high <= low ? length / 2 : (Math.Clamp(value, low, high) - low) / (high - low) * length;

    /// <summary>A round step that gives about <paramref name="count"/> ticks over a range: 1, 2 or 5 times a power of ten.</summary>
    public static double Step(double range, int count)
    {
        if (!(range > 0) || double.IsInfinity(range))
        {
            return 1;
        }

        var rough = range / Math.Max(1, count);
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var lead = rough / power;
        return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
    }
}
