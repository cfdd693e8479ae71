using Lind.Eligibility.Criteria;

namespace Lind.Eligibility.Parsing;

/// <summary>What a line says about the lines below it.</summary>
/// <param name="Kind">What those decide.</param>
/// <param name="Length">How much of the line's words is the heading; the rest is the first statement. 0 when the line
/// begins a section but is no heading.</param>
/// <param name="IsFirm">Whether it names a list of criteria ("Exclusion Criteria:") rather than announcing conditions
/// in a sentence ("Patients will be excluded if:").</param>
internal readonly record struct Heading(CriteriaKind Kind, int Length, bool IsFirm);

/// <summary>Recognises headings of criteria lists.</summary>
internal static class Headings
{
    // Longer lines are statements even if they end in a colon.
    private const int MaxLength = 200;
    private const int MaxTitle = 70;

    /// <summary>The heading the line is or begins with; null when it is a statement.</summary>
    public static Heading? Of(ReadOnlySpan<char> words, bool isMarked)
    {
        if (Leading(words, isMarked) is { } leading)
        {
            return leading;
        }

        return !isMarked && words.Length <= MaxLength && EndsWithColon(words) ? Sentence(words) : null;
    }

    /// <summary>How long the heading is that a line of the U.S. National Cancer Institute's older records begins with:
    /// <c>DISEASE CHARACTERISTICS:</c> and its like; 0 when there is none. Such lists mix what must and must not be.
    /// </summary>
    public static int TopicLength(ReadOnlySpan<char> words)
    {
        foreach (var match in HeadingWords.Topic().EnumerateMatches(words))
        {
            return match.Length;
        }

        return 0;
    }

    /// <summary>The part of a line of such a record up to its next small heading, <c>Age:</c> or <c>Hepatic:</c>, and how
    /// much of it is a small heading itself.</summary>
    public static (int Length, int Heading) TopicPart(ReadOnlySpan<char> words)
    {
        var heading = 0;
        foreach (var match in HeadingWords.SmallTopic().EnumerateMatches(words))
        {
            if (match.Index > 0)
            {
                return (match.Index, heading);
            }

            heading = match.Length;
        }

        return (words.Length, heading);
    }

    /// <summary>Where a heading begins inside a line that runs on, as in <c>... years. Exclusion Criteria: ...</c>;
    /// -1 when none does.</summary>
    public static int InsideAt(ReadOnlySpan<char> words)
    {
        var first = Leading(words, isMarked: false)?.Length ?? 0;
        foreach (var match in HeadingWords.Inside().EnumerateMatches(words))
        {
            if (match.Index > 0 && match.Index >= first)
            {
                return match.Index;
            }
        }

        foreach (var match in HeadingWords.AtEnd().EnumerateMatches(words))
        {
            return match.Index >= first ? match.Index : -1;
        }

        return -1;
    }

    /// <summary>Whether an unmarked line heads the lines below it without saying what they decide: it ends in a colon,
    /// or is all capitals.</summary>
    public static bool IsPlain(ReadOnlySpan<char> words) => words.Length <= MaxLength
        && (EndsWithColon(words) || (words.Length <= MaxTitle && words.Length > 3 && IsCapitals(words)));

    /// <summary>Whether a sentence lets some take part whom the list around it keeps out: <c>Note: smokers are eligible
    /// provided that:</c>.</summary>
    public static bool IsExemption(ReadOnlySpan<char> words) => HeadingWords.Exemption().IsMatch(words);

    private static Heading? Leading(ReadOnlySpan<char> words, bool isMarked)
    {
        foreach (var match in HeadingWords.Title().EnumerateMatches(words[..Math.Min(words.Length, MaxLength)]))
        {
            if (words.Length <= MaxLength && HeadingWords.Statement().IsMatch(words) && !EndsWithColon(words))
            {
                // "Other exclusion criteria may apply" is a statement; about both kinds, it belongs to neither list.
                return KindOf(words, words) == CriteriaKind.Other
                    ? new Heading(CriteriaKind.Other, 0, IsFirm: true)
                    : null;
            }

            var length = TitleLength(words, match.Length, isMarked);
            var kind = KindOf(words[..match.Length], words[..length]);
            if (length > 0 && kind == CriteriaKind.Other && HeadingWords.LeavingCriteria().IsMatch(words[..length]))
            {
                // It ends the list above it, and is kept as the first line of what follows.
                return new Heading(kind, 0, IsFirm: true);
            }

            return length == 0 ? null : new Heading(kind, length, IsFirm: !HeadingWords.Passive().IsMatch(words[..length]));
        }

        return null;
    }

    private static int TitleLength(ReadOnlySpan<char> words, int matched, bool isMarked)
    {
        var title = words[..matched];
        var rest = words[matched..];
        if (title[^1] is ':' or '：' or '-' or '–')
        {
            return IsList(title) || IsShort(title, 3) ? matched : 0;
        }

        if (!IsList(title))
        {
            return rest.IsEmpty && !isMarked && IsShort(title, 2) ? words.Length : 0;
        }

        // "Exclusion criteria." alone on a line.
        if (rest is "." && IsShort(title, 2))
        {
            return words.Length;
        }

        var open = OpenTitle(words, rest, isMarked);
        return open > 0 || isMarked ? open : LengthOfRunningTitle(words);
    }

    // "Inclusion Criteria Age 18 or older. Asthma ...": the capital after it shows that the statements begin there.
    private static int LengthOfRunningTitle(ReadOnlySpan<char> words)
    {
        foreach (var match in HeadingWords.RunningTitle().EnumerateMatches(words))
        {
            return match.Length;
        }

        return 0;
    }

    // Without a colon only a short line is a title: "Exclusion criteria Group B", "INCLUSION CRITERIA (adults)".
    private static int OpenTitle(ReadOnlySpan<char> words, ReadOnlySpan<char> rest, bool isMarked)
    {
        var isTitle = words.Length <= MaxTitle && words[^1] is not ('.' or ';' or ',') && (rest.IsEmpty || !isMarked);
        return isTitle || (EndsWithColon(words) && (!isMarked || words.Length <= MaxTitle)) ? words.Length : 0;
    }

    // "Exclusion of other causes" is a statement; "Exclusion criteria" is not.
    private static bool IsList(ReadOnlySpan<char> title) => HeadingWords.Criteria().IsMatch(title);

    private static bool IsShort(ReadOnlySpan<char> title, int words) => title.Trim().Count(' ') < words
        && !title.Contains(" of ", StringComparison.OrdinalIgnoreCase);

    private static Heading? Sentence(ReadOnlySpan<char> words)
    {
        if (Names(words, "inclusion") && Names(words, "exclusion"))
        {
            return null;
        }

        // "Inclusion of Women and Minorities:" is about a policy.
        if (HeadingWords.Policy().IsMatch(words))
        {
            return new Heading(CriteriaKind.Other, words.Length, IsFirm: false);
        }

        var kind = HeadingWords.Exceptions().IsMatch(words) ? CriteriaKind.Other
            : HeadingWords.Excludes().IsMatch(words) ? CriteriaKind.Exclusion
            : HeadingWords.Includes().IsMatch(words) && !HeadingWords.Negates().IsMatch(words) ? CriteriaKind.Inclusion
            : CriteriaKind.Other;
        var says = kind != CriteriaKind.Other || HeadingWords.Excludes().IsMatch(words);
        return says ? new Heading(kind, words.Length, IsFirm: false) : null;
    }

    private static CriteriaKind KindOf(ReadOnlySpan<char> title, ReadOnlySpan<char> words)
    {
        if (HeadingWords.Exceptions().IsMatch(words))
        {
            return CriteriaKind.Other;
        }

        if (HeadingWords.NonInclusion().IsMatch(title))
        {
            return CriteriaKind.Exclusion;
        }

        var includes = HeadingWords.Inclusion().IsMatch(title);
        var excludes = HeadingWords.Exclusion().IsMatch(title);
        return (includes, excludes) switch
        {
            (true, false) => CriteriaKind.Inclusion,
            (false, true) => CriteriaKind.Exclusion,
            _ => CriteriaKind.Other,
        };
    }

    private static bool Names(ReadOnlySpan<char> title, string word) =>
        title.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static bool EndsWithColon(ReadOnlySpan<char> words) => words.TrimEnd(" *_").EndsWith(":")
        || words.EndsWith("：");

    private static bool IsCapitals(ReadOnlySpan<char> words)
    {
        var letters = 0;
        foreach (var one in words)
        {
            if (char.IsLower(one) || char.IsAsciiDigit(one))
            {
                return false;
            }

            letters += char.IsLetter(one) ? 1 : 0;
        }

        return letters > 3;
    }
}
