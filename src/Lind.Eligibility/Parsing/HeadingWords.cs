using System.Text.RegularExpressions;

namespace Lind.Eligibility.Parsing;

/// <summary>The words that headings of criteria lists are made of.</summary>
/// <remarks>All patterns run over one line; those that could take long on odd text are bounded by the caller.</remarks>
internal static partial class HeadingWords
{
    private const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // With the slips of the pen that real records have: "exlusion", "exclsuion", "inclusioin", "inclution".
    private const string Slips = @"(?:cl|lc|l|c)(?:us|su|u)t?(?:ioi|io|oi|i|o)n";
    private const string In = "in" + Slips;
    private const string Ex = "ex" + Slips;
    private const string CriteriaWord = @"c[eirt]{4,7}(?:as?|ons?|um)\b";

    // Lists of when someone leaves a study say neither who can nor who cannot take part.
    private const string Leaving =
        @"(?:withdrawal|drop[\s\-]?outs?|discontinuation|elimination|exit|termination|stopping|removal|suspension)";

    // Treatments that someone can be ineligible for and still take part.
    private const string Treatment =
        @"(?:chemo\p{L}*|\p{L}*therap\p{L}*|\p{L}*transplant\p{L}*|surgery|resection|ASCT|HSCT|intervention)";

    // Up to five words that qualify, none of which makes it a sentence or ends one, then what kind of criteria, then
    // perhaps for whom, in parentheses or after "for" or "of", up to a colon.
    [GeneratedRegex(
        @"^[\s*_#""\[(\-\\]*(?:(?!(?:no|not|none|meet|meets|meeting|any|if|with|without|who|have|has|had|does|do|is|are|of|the)\b|(?:to|be|can|will|must|than|able|willing|ages?|aged|years)\s)[\p{L}\d][\p{L}\d'’&./+\-]*(?<!\p{L}{4}\.),?\s+){0,5}"
        + @"(?:(?:no[nt]?[\s\-–]?" + In + @"s?(?:\s*/\s*" + Ex + @"s?)?|" + In + @"(?:s|ary)?|" + Ex + @"(?:s|ary)?|included|excluded)(?:\s*(?:/|&|and|or)\s*(?:" + In + "|" + Ex + "))?"
        + @"(?:\s*(?:/\s*)?" + CriteriaWord + @")?|" + CriteriaWord + @"\s+(?:of|for)\s+(?:" + In + "|" + Ex + @")|(?:eligibility|" + Leaving + @")\s+" + CriteriaWord + @")(?![\p{L}])"
        + @"[\s*_""\])]*(?:(?:[(\[][^)\]:\n]{1,60}[)\]]|(?:for|of|in|at|specific|common)\s[^:.;\n]{1,60})\s*)?[\s*_]*(?:[:：][*_]*|[-–](?=\s*$)|(?<=criteria\s*)[-–](?=\s?\p{Lu}))?",
        AnyCase)]
    public static partial Regex Title();

    [GeneratedRegex(@"^(?:Key\s+)?(?:(?:Inclusion|Exclusion)\s+Criteria|(?:INCLUSION|EXCLUSION)\s+CRITERIA)"
        + @"(?=\s+(?:\p{Lu}|\d|\\?[<>≥≤]))", RegexOptions.CultureInvariant)]
    public static partial Regex RunningTitle();

    [GeneratedRegex(
        @"(?<=\s|[.;,)])(?:(?:Key|Main|Major|General)\s+)?(?:(?:Inclusion|Exclusion)\s+[Cc]riteria|(?:INCLUSION|EXCLUSION)(?:\s+CRITERIA)?)\s*[:：]"
        + @"|(?=Inclusion|Exclusion)(?<=[.;]\s+)(?:Inclusion|Exclusion)\s+Criteria(?=\s+\p{Lu}\p{Ll})",
        RegexOptions.CultureInvariant)]
    public static partial Regex Inside();

    // A heading that lost its line break and colon; not the end of "... meets none of the Exclusion Criteria". What is
    // ahead is tried first: looking back over white space from everywhere would take the square of the line's length.
    [GeneratedRegex(
        @"(?=Key|Main|Major|General|Inclusion|Exclusion|INCLUSION|EXCLUSION)(?<=\s)(?<!\b(?:the|an?|and|or|any|all|no|none|not|other|these|those|following|both|above|of|in|for|under|per|see|to|by|with|from|as|meet|meets|met|meeting|fulfil|fulfill|fulfills|fulfilled|satisfy|additional|specific|part|protocol|study|trial)\s+)(?<![/&:,(]\s*)"
        + @"(?:(?:Key|Main|Major|General)\s+)?(?:(?:Inclusion|Exclusion)\s+Criteria|(?:INCLUSION|EXCLUSION)\s+CRITERIA)\s*$",
        RegexOptions.CultureInvariant)]
    public static partial Regex AtEnd();

    [GeneratedRegex(@"^(?:(?:DISEASE|PATIENT|DONOR|RECIPIENT|PARTICIPANT|SUBJECT|STUDY|TUMOR)\s+CHARACTERISTICS"
        + @"|PRIOR(?:\s*(?:/|OR|AND)?\s*CONCURRENT)?\s+THERAPY)\s*:", RegexOptions.CultureInvariant)]
    public static partial Regex Topic();

    [GeneratedRegex(@"(?<!\S)(?:Age|Sex|Menopausal status|Performance status|Life expectancy|Hematopoietic|Hepatic|Renal"
        + @"|Cardiovascular|Pulmonary|Neurologic|Immunologic|Metabolic|Gastrointestinal|Biologic therapy|Chemotherapy"
        + @"|Endocrine therapy|Radiotherapy|Surgery|Hormone receptor status|Other):(?=\s)", RegexOptions.CultureInvariant)]
    public static partial Regex SmallTopic();

    // "Excluded:" by itself: the main heading of some texts, and in others one below each topic of such a list.
    [GeneratedRegex(@"^\W*(?:included|excluded)\W*$", AnyCase)]
    public static partial Regex Passive();

    [GeneratedRegex(@"\b" + CriteriaWord, AnyCase)]
    public static partial Regex Criteria();

    [GeneratedRegex(@"\b" + Leaving + @"\s+" + CriteriaWord, AnyCase)]
    public static partial Regex LeavingCriteria();

    [GeneratedRegex(In + "|included", AnyCase)]
    public static partial Regex Inclusion();

    [GeneratedRegex(Ex + "|excluded", AnyCase)]
    public static partial Regex Exclusion();

    [GeneratedRegex(@"\bno[nt]?[\s\-–]?" + In, AnyCase)]
    public static partial Regex NonInclusion();

    // "...with the following exceptions:" lists what the criteria do not say; "not exclusionary" is no exclusion.
    [GeneratedRegex(@"\b(?:except\p{L}*|unless(?!\s+(?:otherwise|specified|stated|noted)\b)|other\s+than|waive\p{L}*|not\s+apply"
        + @"|(?:not|no\s+longer|never)\s+(?:(?:be|an?|considered|automatically|necessarily)\s+)*(?:exclu|disqualif|ineligib)\p{L}*)\b", AnyCase)]
    public static partial Regex Exceptions();

    [GeneratedRegex(@"\b(?:appl(?:y|ies|ied)|may|exist)\b", AnyCase)]
    public static partial Regex Statement();

    [GeneratedRegex(@"^\W*(?:inclusion|exclusion)\s+of\b", AnyCase)]
    public static partial Regex Policy();

    [GeneratedRegex(@"^\W*(?:note|however|nb)\b|\b(?:provided|providing|as\s+long\s+as)\b", AnyCase)]
    public static partial Regex Exemption();

    [GeneratedRegex(
        @"\b(?:exclusions?|excluded|(?:will|would|to|must|should|may)\s+exclude|disqualif\p{L}+|non-?inclusion"
        + @"|(?:ineligib\p{L}+|not\s+(?:be\s+)?(?:considered\s+)?eligible)(?!\s+(?:to\s+(?:receive|undergo)|for\s+(?:[\p{L}\-/]+\s+){0,4}" + Treatment + @"))"
        + @"|(?:not|never|cannot)\s+(?:to\s+)?(?:be\s+)?(?:included|enrolled|entered|recruited|admitted)"
        + @"|(?:not|unable\s+to|cannot)\s+(?:enrol|enroll|enter|participate|take\s+part|join|be\s+able\s+to\s+(?:enter|participate))"
        + @"|not\s+(?:be\s+)?suitable\s+for\s+(?:participants|patients|people|individuals|subjects|volunteers)"
        + @"|(?:must|should|may|do|does|can)\s+not\s+(?:meet|fulfil)\p{L}*\s+any|must\s+not(?:\s+have|\s+be|\s*:))",
        AnyCase)]
    public static partial Regex Excludes();

    [GeneratedRegex(
        @"\b(?:inclusion(?!\s+of\b)|eligible|enrol(?:l|led|ment)?|be\s+included|are\s+included|to\s+(?:take\s+part|participate))\b",
        AnyCase)]
    public static partial Regex Includes();

    [GeneratedRegex(@"\b(?:not|no|none|never|cannot|neither|without|unable)\b", AnyCase)]
    public static partial Regex Negates();
}
