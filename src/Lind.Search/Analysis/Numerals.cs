using System.Collections.Frozen;

namespace Lind.Search.Analysis;

/// <summary>Roman and Arabic numbers behind words that count kinds and degrees: "type II" and "type 2", "stage 4" and
/// "stage IV".</summary>
internal static class Numerals
{
    // Nothing in medicine is graded higher; factor XIII is the last of its row.
    private static readonly string[] Roman =
        ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii"];

    private static readonly FrozenSet<string> Counting = FrozenSet.Create(
        "type", "stage", "phase", "grade", "class", "factor", "bipolar", "angiotensin", "category", "level", "trimester",
        "schedule", "collagen", "topoisomerase");

    /// <summary>The other way to write a number that follows a word, both as terms; null where there is none.</summary>
    public static string? Other(string before, string number)
    {
        if (!Counting.Contains(before))
        {
            return null;
        }

        var roman = Array.IndexOf(Roman, number);
        return roman >= 0 ? (roman + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)
            : number.Length <= 2 && int.TryParse(number, out var value) && value >= 1 && value <= Roman.Length ? Roman[value - 1]
            : null;
    }
}
