using System.Text.RegularExpressions;
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
internal static partial class Headings
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
        foreach (var match in Topic().EnumerateMatches(words))
        {
            return match.Length;
        }

        return 0;
    }

    /// <summary>Where a heading begins inside a line that runs on, as in <c>... years. Exclusion Criteria: ...</c>;
    /// -1 when none does.</summary>
    public static int InsideAt(ReadOnlySpan<char> words)
    {
        var first = Leading(words, isMarked: false)?.Length ?? 0;
        foreach (var match in Inside().EnumerateMatches(words))
        {
            if (match.Index > 0 && match.Index >= first)
            {
                return match.Index;
            }
        }

        return -1;
    }

    /// <summary>Whether an unmarked line heads the lines below it without saying what they decide: it ends in a colon,
    /// or is all capitals.</summary>
    public static bool IsPlain(ReadOnlySpan<char> words) => words.Length <= MaxLength
        && (EndsWithColon(words) || (words.Length <= MaxTitle && words.Length > 3 && IsCapitals(words)));

    private static Heading? Leading(ReadOnlySpan<char> words, bool isMarked)
    {
        foreach (var match in Title().EnumerateMatches(words[..Math.Min(words.Length, MaxLength)]))
        {
            if (words.Length <= MaxLength && Statement().IsMatch(words) && !EndsWithColon(words))
            {
                // "Other exclusion criteria may apply" is a statement; about both kinds, it belongs to neither list.
                return KindOf(words, words) == CriteriaKind.Other
                    ? new Heading(CriteriaKind.Other, 0, IsFirm: true)
                    : null;
            }

            var title = words[..match.Length];
            var rest = words[match.Length..];
            var isClosed = title[^1] is ':' or '：' or '-' or '–';
            var length = isClosed ? IsList(title) || IsShort(title, 3) ? match.Length : 0
                : IsList(title) ? OpenTitle(words, rest, isMarked)
                : rest.IsEmpty && !isMarked && IsShort(title, 2) ? words.Length : 0;
            return length == 0 ? null : new Heading(KindOf(title, words[..length]), length, IsFirm: true);
        }

        return null;
    }

    // Without a colon only a short line is a title: "Exclusion criteria Group B", "INCLUSION CRITERIA (adults)".
    private static int OpenTitle(ReadOnlySpan<char> words, ReadOnlySpan<char> rest, bool isMarked)
    {
        var isTitle = words.Length <= MaxTitle && words[^1] is not ('.' or ';' or ',') && (rest.IsEmpty || !isMarked);
        return isTitle || (EndsWithColon(words) && (!isMarked || words.Length <= MaxTitle)) ? words.Length : 0;
    }

    // "Exclusion of other causes" is a statement; "Exclusion criteria" is not.
    private static bool IsList(ReadOnlySpan<char> title) =>
        title.Contains("criteri", StringComparison.OrdinalIgnoreCase);

    private static bool IsShort(ReadOnlySpan<char> title, int words) => title.Trim().Count(' ') < words
        && !title.Contains(" of ", StringComparison.OrdinalIgnoreCase);

    private static Heading? Sentence(ReadOnlySpan<char> words)
    {
        if (Names(words, "inclusion") && Names(words, "exclusion"))
        {
            return null;
        }

        var kind = Exceptions().IsMatch(words) ? CriteriaKind.Other
            : Excludes().IsMatch(words) ? CriteriaKind.Exclusion
            : Includes().IsMatch(words) && !Negates().IsMatch(words) ? CriteriaKind.Inclusion
            : CriteriaKind.Other;
        var says = kind != CriteriaKind.Other || Excludes().IsMatch(words);
        return says ? new Heading(kind, words.Length, IsFirm: false) : null;
    }

    private static CriteriaKind KindOf(ReadOnlySpan<char> title, ReadOnlySpan<char> words)
    {
        if (Exceptions().IsMatch(words))
        {
            return CriteriaKind.Other;
        }

        if (NonInclusion().IsMatch(title))
        {
            return CriteriaKind.Exclusion;
        }

        var includes = Names(title, "inclusion") || Names(title, "included");
        var excludes = Names(title, "exclusion") || Names(title, "excluded");
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

    // Up to five words that qualify, none of which makes it a sentence, then what kind of criteria, then perhaps for
    // whom, in parentheses or after "for" or "of", up to a colon.
    [GeneratedRegex(
        @"^[\s*_#""\[(\-\\]*(?:(?!(?:no|not|none|meet|meets|meeting|any|if|with|without|who|have|has|had|does|do|is|are|of|the)\b)[\p{L}\d][\p{L}\d'’&./+\-]*,?\s+){0,5}"
        + @"(?:(?:no[nt]?[\s\-–]?inclusions?(?:\s*/\s*exclusions?)?|inclusions?|exclusions?|included|excluded)(?:\s*(?:/|&|and|or)\s*(?:inclusion|exclusion))?"
        + @"(?:\s*(?:/\s*)?criteri(?:a|on|um|as)\b)?|criteri(?:a|on)\s+(?:of|for)\s+(?:inclusion|exclusion)|eligibility\s+criteria)(?![\p{L}])"
        + @"[\s*_""\])]*(?:(?:[(\[][^)\]:\n]{1,60}[)\]]|(?:for|of|in|at|specific|common)\s[^:.;\n]{1,60})\s*)?[\s*_]*(?:[:：][*_]*|[-–](?=\s*$)|(?<=criteria\s*)[-–](?=\s?\p{Lu}))?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Title();

    [GeneratedRegex(
        @"(?<=\s|[.;,)])(?:(?:Key|Main|Major|General)\s+)?(?:(?:Inclusion|Exclusion)\s+[Cc]riteria|(?:INCLUSION|EXCLUSION)(?:\s+CRITERIA)?)\s*[:：]",
        RegexOptions.CultureInvariant)]
    private static partial Regex Inside();

    [GeneratedRegex(@"^(?:(?:DISEASE|PATIENT|DONOR|RECIPIENT|PARTICIPANT|SUBJECT|STUDY|TUMOR)\s+CHARACTERISTICS"
        + @"|PRIOR(?:\s*(?:/|OR|AND)?\s*CONCURRENT)?\s+THERAPY)\s*:", RegexOptions.CultureInvariant)]
    private static partial Regex Topic();

    [GeneratedRegex(@"\bno[nt]?[\s\-–]?inclusion", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NonInclusion();

    // "...with the following exceptions:" lists what the criteria do not say.
    [GeneratedRegex(@"\b(?:except\p{L}*|unless|other\s+than|waive\p{L}*|not\s+apply)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Exceptions();

    [GeneratedRegex(@"\b(?:appl(?:y|ies|ied)|may|exist)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Statement();

    [GeneratedRegex(
        @"\b(?:exclusions?|excluded|(?:will|would|to|must|should|may)\s+exclude|ineligib\p{L}+|non-?inclusion|(?:not|never)\s+(?:be\s+)?(?:eligible|included|enrolled|entered|recruited|admitted)|not\s+(?:enter|participate|take\s+part|be\s+able\s+to\s+(?:enter|participate))|must\s+not(?:\s+have|\s+be|\s*:))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Excludes();

    [GeneratedRegex(
        @"\b(?:inclusion|eligible|enrol(?:l|led|ment)?|be\s+included|are\s+included|to\s+(?:take\s+part|participate))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Includes();

    [GeneratedRegex(@"\b(?:not|no|none|never|cannot|neither|without)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Negates();
}
