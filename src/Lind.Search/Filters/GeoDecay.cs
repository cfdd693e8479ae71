using System.Globalization;
using System.Text.RegularExpressions;
using Lind.Search.Essie;

namespace Lind.Search.Filters;

/// <summary><c>geoDecay</c>: how the score falls with the distance of the closest site.</summary>
/// <param name="Function">gauss, exp or linear.</param>
/// <param name="ScaleMiles">At this distance beyond the offset the factor is <paramref name="Decay"/>.</param>
/// <param name="OffsetMiles">Up to here the factor is 1.</param>
/// <param name="Decay">Between 0 and 1.</param>
internal sealed partial record GeoDecay(string Function, double ScaleMiles, double OffsetMiles, double Decay)
{
    /// <summary>The most hits that the registry applies it to.</summary>
    public const int MostHits = 10_000;

    /// <summary>The registry's default.</summary>
    public static GeoDecay Default { get; } = new("exp", 300, 0, 0.5);

    /// <summary>Reads the parameter; null when it is malformed.</summary>
    public static GeoDecay? Parse(string text)
    {
        var match = Pattern().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var scale = Miles(match.Groups[2], match.Groups[3]);
        var decay = double.Parse(match.Groups[6].ValueSpan, CultureInfo.InvariantCulture);
        return scale > 0 && decay is > 0 and < 1
            ? new GeoDecay(match.Groups[1].Value, scale, Miles(match.Groups[4], match.Groups[5]), decay)
            : null;
    }

    /// <summary>The factor at a distance.</summary>
    public double FactorAt(double miles)
    {
        var beyond = Math.Max(0, miles - OffsetMiles) / ScaleMiles;
        return Function switch
        {
            "gauss" => Math.Pow(Decay, beyond * beyond),
            "linear" => Math.Max(0, 1 - (beyond * (1 - Decay))),
            _ => Math.Pow(Decay, beyond),
        };
    }

    private static double Miles(Group number, Group unit)
    {
        var value = double.Parse(number.ValueSpan, CultureInfo.InvariantCulture);
        return unit.Value == "km" ? value / EssieLimits.KilometresPerMile : value;
    }

    [GeneratedRegex(@"^func:(gauss|exp|linear),scale:([0-9]+(?:\.[0-9]+)?)(km|mi),offset:([0-9]+(?:\.[0-9]+)?)(km|mi),decay:([0-9]+(?:\.[0-9]+)?)\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
