using System.Text.RegularExpressions;

namespace Lind.Search.Patients;

/// <summary>Tells a patient's description from an expression of the query language.</summary>
/// <remarks>As an expression a description of some sentences asks for studies that hold all of its words: there are none. What
/// uses the language's operators, or is short, or is one sentence without an age (a pasted title), stays an
/// expression.</remarks>
internal static partial class NarrativeForm
{
    private const int FewestWords = 15;
    private const int FewestBreaks = 2;

    /// <summary>Whether a text is to be read as a patient's description.</summary>
    public static bool Is(string text)
    {
        text = text.Length > PatientNarrative.LongestText ? text[..PatientNarrative.LongestText] : text;
        if (Words().Count(text) < FewestWords || Operators().IsMatch(text) || Ids().Count(text) > 1)
        {
            return false;
        }

        return Age().IsMatch(text) || Breaks().Count(text) >= FewestBreaks;
    }

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}'’-]*", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    // Operators are upper case. Descriptions all in capitals are rare, and hold "AND": they stay expressions.
    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?:[A-Z]{4,}\[(?!\*)|(?:AND|OR|NOT|MISSING|ALL)(?![\p{L}\p{N}-]))|^\s*""[^""]*""\s*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Operators();

    [GeneratedRegex(@"\bNCT[0-9]{8}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ids();

    [GeneratedRegex(@"\b[0-9]{1,3}[\s-]*(?:years?|yrs?|months?|weeks?|days?)[\s-]*old\b|\b[0-9]{1,3}\s*(?:y/?o\b|y\.o\.)|^\s*[0-9]{1,3}\s*-?\s*[MF]\b|\bage[d:]?\s*:?\s*[0-9]{1,3}\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Age();

    // The ends of sentences, lines and "name: value" pairs.
    [GeneratedRegex(@"[.!?;](?=\s|$)|\n|:\s", RegexOptions.CultureInvariant)]
    private static partial Regex Breaks();
}
