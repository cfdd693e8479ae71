namespace Lind.Search.Essie;

/// <summary>A stretch of query text.</summary>
/// <param name="Start">First UTF-16 unit, from 0.</param>
/// <param name="Length">Number of units.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The unit after the last.</summary>
    public int End => Start + Length;

    /// <summary>The smallest span that covers both.</summary>
    public TextSpan To(TextSpan other) => new(Start, Math.Max(End, other.End) - Start);
}

/// <summary>A parsed search expression: an immutable tree whose nodes point back into the text.</summary>
/// <param name="Span">Where the expression stands in the text.</param>
public abstract record EssieExpression(TextSpan Span);

/// <summary><c>a OR b OR c</c>: any of them; more of them score higher.</summary>
public sealed record OrExpression(IReadOnlyList<EssieExpression> Parts, TextSpan Span) : EssieExpression(Span);

/// <summary><c>a AND b</c>, also <c>a NOT b</c> and other expressions written side by side: all of them.</summary>
public sealed record AndExpression(IReadOnlyList<EssieExpression> Parts, TextSpan Span) : EssieExpression(Span);

/// <summary><c>NOT a</c>: every study that <c>a</c> does not find.</summary>
public sealed record NotExpression(EssieExpression Operand, TextSpan Span) : EssieExpression(Span);

/// <summary><c>AREA[name]a</c>: <c>a</c> looks into this search area or piece. <c>AREA[name:size]</c> looks at the
/// number of items of a list.</summary>
/// <param name="Name">Area or piece name as written.</param>
/// <param name="Size">Whether <c>:size</c> was written.</param>
/// <param name="NameSpan">Where the name stands.</param>
/// <param name="Operand">What is looked for.</param>
/// <param name="Span">The whole.</param>
public sealed record AreaExpression(
    string Name, bool Size, TextSpan NameSpan, EssieExpression Operand, TextSpan Span) : EssieExpression(Span);

/// <summary><c>SEARCH[Location]a</c>: all parts of <c>a</c> hold for one and the same site.</summary>
public sealed record SearchExpression(SearchDocument Document, EssieExpression Operand, TextSpan Span)
    : EssieExpression(Span);

/// <summary><c>COVERAGE[x]a</c>.</summary>
public sealed record CoverageExpression(Coverage Coverage, EssieExpression Operand, TextSpan Span)
    : EssieExpression(Span);

/// <summary><c>EXPANSION[x]a</c>.</summary>
public sealed record ExpansionExpression(Expansion Expansion, EssieExpression Operand, TextSpan Span)
    : EssieExpression(Span);

/// <summary><c>TILT[field]a</c>: higher values of the field score higher.</summary>
public sealed record TiltExpression(string Field, TextSpan NameSpan, EssieExpression Operand, TextSpan Span)
    : EssieExpression(Span);

/// <summary>Words to find.</summary>
/// <param name="Text">The words with escapes resolved, single spaces between them.</param>
/// <param name="Quoted">Whether they were quoted: then they are a phrase.</param>
/// <param name="Span">Where they stand.</param>
public sealed record TermExpression(string Text, bool Quoted, TextSpan Span) : EssieExpression(Span);

/// <summary><c>RANGE[low, high]</c>, both bounds included; null is <c>MIN</c> or <c>MAX</c>.</summary>
public sealed record RangeExpression(string? Low, string? High, TextSpan Span) : EssieExpression(Span);

/// <summary><c>DISTANCE[lat, lon, radius]</c>.</summary>
public sealed record DistanceExpression(double Latitude, double Longitude, double RadiusMiles, TextSpan Span)
    : EssieExpression(Span);

/// <summary><c>MISSING</c>: no value in the area.</summary>
public sealed record MissingExpression(TextSpan Span) : EssieExpression(Span);

/// <summary><c>ALL</c>: every study.</summary>
public sealed record AllExpression(TextSpan Span) : EssieExpression(Span);

/// <summary>The part of a record that <c>SEARCH</c> names.</summary>
public enum SearchDocument
{
    /// <summary>The study.</summary>
    Study,

    /// <summary>One site of a study.</summary>
    Location,
}

/// <summary>How much of a field's value a term must match.</summary>
public enum Coverage
{
    /// <summary>Part of it (the default).</summary>
    Contains,

    /// <summary>All of it.</summary>
    FullMatch,

    /// <summary>Its beginning.</summary>
    StartsWith,

    /// <summary>Its end.</summary>
    EndsWith,
}

/// <summary>How far a term may be widened; each level includes the ones before.</summary>
public enum Expansion
{
    /// <summary>Exactly as written: case and accents count.</summary>
    None,

    /// <summary>Plurals, possessives, spelling variants, compounds; case, hyphens and accents do not count.</summary>
    Term,

    /// <summary>Synonyms too, at a slight penalty.</summary>
    Concept,

    /// <summary>Words need not be adjacent, at a significant penalty (the default).</summary>
    Relaxation,

    /// <summary>Words may be missing.</summary>
    Lossy,
}
