using System.Globalization;
using System.Text.RegularExpressions;
using Lind.Search.Binding;

namespace Lind.Search.Patients;

/// <summary>A patient's description in plain sentences, as read: age, sex, and the words that say what is the
/// matter.</summary>
/// <param name="AgeYears">The age; null when the text gives none.</param>
/// <param name="Sex"><c>FEMALE</c> or <c>MALE</c>; null when the text leaves it open.</param>
/// <param name="Words">The words to search, each once.</param>
/// <param name="Negated">What the text says is absent.</param>
internal sealed partial record PatientNarrative(
    double? AgeYears, string? Sex, IReadOnlyList<QueryWord> Words, IReadOnlyList<string> Negated)
{
    /// <summary>All words in order, negated ones left out.</summary>
    public IReadOnlyList<QueryWord> All { get; private init; } = [];

    /// <summary>Longest narrative read, in UTF-16 units; what is beyond is not looked at.</summary>
    public const int LongestText = 20_000;

    private static readonly HashSet<string> Empty = new(StringComparer.Ordinal)
    {
        "a", "an", "and", "the", "of", "in", "on", "for", "to", "with", "or", "by", "at", "from", "is", "was", "are", "were",
        "be", "been", "being", "has", "have", "had", "his", "her", "he", "she", "it", "this", "that", "these", "those", "as",
        "who", "which", "no", "not", "but", "also", "patient", "year", "yr", "old", "after", "before", "during", "due", "over",
        "past", "history", "day", "week", "month", "there", "then", "than", "they", "their", "i", "ii", "hi", "him", "when",
        "while", "will", "would", "can", "could", "did", "do", "any", "all", "other", "some", "more", "most", "very", "just",
        "into", "out", "up", "down", "about", "above", "below", "between", "through", "under", "again", "further", "here",
        "where", "why", "how", "both", "each", "few", "such", "only", "own", "same", "so", "too", "should", "now", "mg", "ml",
        "daily", "one", "two", "three", "time", "yo", "y", "o", "m", "f", "presented", "present", "denies", "denied", "without",
        "man", "woman", "male", "female", "boy", "girl", "found", "noted", "showed", "revealed", "s", "t", "p",
    };

    /// <summary>Reads a narrative. Never fails: what it does not understand it searches as words.</summary>
    public static PatientNarrative Read(string text)
    {
        if (text.Length > LongestText)
        {
            text = text[..LongestText];
        }

        var negated = Negations(text);
        var away = negated.SelectMany(QueryWord.Of).Select(word => word.Term).ToHashSet(StringComparer.Ordinal);
        var kept = Negation().Replace(text, " ");
        var all = QueryWord.Of(kept);
        var said = all.Where(IsTelling).DistinctBy(word => word.Term, StringComparer.Ordinal).ToArray();
        return new PatientNarrative(AgeOf(text), SexOf(text), said, [.. negated.Where(one => away.Count > 0)]) { All = all };
    }

    /// <summary>Whether a word says nothing of a patient.</summary>
    public static bool IsCommon(QueryWord word) => Empty.Contains(word.Term);

    private static string[] Negations(string text) => Negation().Matches(text)
        .Select(match => match.Groups[1].Value.Trim()).Where(one => one.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();

    private static bool IsTelling(QueryWord word) =>
        word.Term.Length > 1 && !Empty.Contains(word.Term) && !word.Term.All(char.IsAsciiDigit);

    private static double? AgeOf(string text)
    {
        var years = Years().Match(text);
        if (years.Success)
        {
            return Number(years);
        }

        var months = Months().Match(text);
        return months.Success ? Number(months) / 12 : null;
    }

    private static double Number(Match match) =>
        double.Parse(match.Groups.Values.Skip(1).First(group => group.Success).ValueSpan, CultureInfo.InvariantCulture);

    private static string? SexOf(string text)
    {
        var letter = SexLetter().Match(text);
        if (letter.Success)
        {
            return letter.Groups[1].Value is "F" ? "FEMALE" : "MALE";
        }

        var female = FemaleWord().Count(text);
        var male = MaleWord().Count(text);
        return female > male ? "FEMALE" : male > female ? "MALE" : null;
    }

    [GeneratedRegex(@"\b([0-9]{1,3})[\s-]*(?:years?|yrs?)[\s-]*old|\b([0-9]{1,3})\s*(?:y/?o\b|y\.o\.)|^\s*([0-9]{1,3})\s*-?\s*[MF]\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Years();

    [GeneratedRegex(@"\b([0-9]{1,3})[\s-]*months?[\s-]*old", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Months();

    [GeneratedRegex(@"^\s*[0-9]{1,3}\s*-?\s*(?:yo|y/o)?\s*([MF])\b", RegexOptions.CultureInvariant)]
    private static partial Regex SexLetter();

    [GeneratedRegex(@"\b(?:woman|female|girl|lady|she|her|pregnant|mrs)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FemaleWord();

    [GeneratedRegex(@"\b(?:man|male|boy|gentleman|he|his|him|mr)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MaleWord();

    [GeneratedRegex(@"\b(?:no evidence of|no signs? of|no history of|negative for|denies|denied|without|free of|ruled out|no)\s+((?:[\w'-]+[ ]?){1,4})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Negation();
}
