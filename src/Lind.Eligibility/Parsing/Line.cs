using Lind.Eligibility.Criteria;

namespace Lind.Eligibility.Parsing;

/// <summary>A line, or a part of one, that is not blank.</summary>
/// <param name="Indent">Columns of white space before it.</param>
/// <param name="Marker">Its bullet or number; null when it has none.</param>
/// <param name="Words">The rest of it without white space at its ends.</param>
/// <param name="Style">What kind of marker it has.</param>
/// <param name="AfterBlank">Whether a blank line, or nothing, stands above it.</param>
internal readonly record struct Line(
    int Indent, TextSpan? Marker, TextSpan Words, MarkerStyle Style, bool AfterBlank);

/// <summary>Kinds of bullets and numbers; lists of different kinds are different lists.</summary>
internal enum MarkerStyle
{
    None,
    Star,
    Dash,
    Dot,
    Circle,
    Symbol,
    NumberDot,
    NumberParenthesis,
    LetterDot,
    LetterParenthesis,
    CapitalDot,
    CapitalParenthesis,
    RomanDot,
    RomanParenthesis,
}
