using System.Globalization;

namespace Lind.Studies.Xml.Forms;

/// <summary>Dates as the XML writes them ("March 1, 2020", "March 2020", "2020") to ISO dates of that precision.</summary>
internal static class Dates
{
    private static readonly string[] Days = ["MMMM d, yyyy", "MMM d, yyyy", "yyyy-MM-dd", "MM/dd/yyyy"];
    private static readonly string[] Months = ["MMMM yyyy", "MMM yyyy", "yyyy-MM", "MM/yyyy"];

    /// <summary>The ISO date, or null when the text is no date.</summary>
    public static string? Iso(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (Parse(text, Days) is { } day)
        {
            return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        return Parse(text, Months) is { } month ? month.ToString("yyyy-MM", CultureInfo.InvariantCulture)
            : Parse(text, ["yyyy"]) is not null ? text
            : null;
    }

    /// <summary>The full date that ends the sentence of the download ("ClinicalTrials.gov processed this data on July
    /// 28, 2020"); null when it ends in none.</summary>
    public static string? Stamp(string? sentence)
    {
        var on = sentence?.LastIndexOf(" on ", StringComparison.Ordinal) ?? -1;
        return on < 0 ? null : Parse(sentence![(on + 4)..].Trim().TrimEnd('.'), Days)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static DateOnly? Parse(string text, string[] formats) =>
        DateOnly.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date : null;
}
