using System.Globalization;

namespace Lind.Search.Essie;

/// <summary>Reads the parameters of the source operators <c>RANGE</c> and <c>DISTANCE</c>.</summary>
internal static class EssieParameters
{
    public static (EssieExpression? Expression, SearchError? Error) Read(EssieToken token) =>
        token.Text == "RANGE" ? Range(token) : Distance(token);

    /// <summary>Reads <c>25mi</c> or <c>3.098 km</c> as miles, within the registry's bounds.</summary>
    public static (double Miles, string? Message) Radius(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        var kilometres = text.EndsWith("km", StringComparison.OrdinalIgnoreCase);
        if (!kilometres && !text.EndsWith("mi", StringComparison.OrdinalIgnoreCase))
        {
            return (0, EssieMessages.BadRadius);
        }

        if (!TryNumber(text[..^2], out var value))
        {
            return (0, EssieMessages.BadRadius);
        }

        if (value < 1)
        {
            return (0, EssieMessages.RadiusTooSmall);
        }

        return value > (kilometres ? EssieLimits.MaximumKilometres : EssieLimits.MaximumMiles)
            ? (0, EssieMessages.RadiusTooLarge)
            : (kilometres ? value / EssieLimits.KilometresPerMile : value, null);
    }

    /// <summary>Reads a finite decimal number.</summary>
    public static bool TryNumber(ReadOnlySpan<char> text, out double value) =>
        double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out value)
        && double.IsFinite(value);

    private static (EssieExpression?, SearchError?) Range(EssieToken token)
    {
        var comma = token.Parameter.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0)
        {
            return Error(token, EssieMessages.RangeNeedsTwoBounds);
        }

        var low = Bound(token.Parameter[..comma]);
        var high = Bound(token.Parameter[(comma + 1)..]);
        if (low.Length == 0 || high.Length == 0 || high.Contains(',', StringComparison.Ordinal))
        {
            return Error(token, EssieMessages.RangeNeedsTwoBounds);
        }

        return (new RangeExpression(low == "MIN" ? null : low, high == "MAX" ? null : high, token.Span), null);
    }

    private static string Bound(string text) => text.Trim().Trim('"').Trim();

    private static (EssieExpression?, SearchError?) Distance(EssieToken token)
    {
        var parts = token.Parameter.Split(',');
        if (parts.Length != 3)
        {
            return Error(token, EssieMessages.DistanceNeedsThree);
        }

        if (!TryNumber(parts[0], out var latitude) || Math.Abs(latitude) > 90)
        {
            return Error(token, EssieMessages.BadLatitude);
        }

        if (!TryNumber(parts[1], out var longitude) || Math.Abs(longitude) > 180)
        {
            return Error(token, EssieMessages.BadLongitude);
        }

        var (miles, message) = Radius(parts[2]);
        return message is null
            ? (new DistanceExpression(latitude, longitude, miles, token.Span), null)
            : Error(token, message);
    }

    private static (EssieExpression?, SearchError?) Error(EssieToken token, string message) =>
        (null, new SearchError("", token.ParameterStart, token.Parameter.Length, message));
}
