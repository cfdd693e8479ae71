namespace Lind.Eligibility.Criteria;

/// <summary>What a list of criteria decides.</summary>
public enum CriteriaKind
{
    /// <summary>The text does not say: criteria without a heading, or under one that speaks of neither or both.</summary>
    Other,

    /// <summary>Who can take part: every statement must hold.</summary>
    Inclusion,

    /// <summary>Who cannot take part: no statement may hold.</summary>
    Exclusion,
}

/// <summary>A stretch of a criteria text under one heading.</summary>
/// <param name="Kind">What its statements decide.</param>
/// <param name="Heading">The heading as written; null when there is none.</param>
/// <param name="Items">Its statements, in the text's order. May be empty.</param>
public sealed record CriteriaSection(CriteriaKind Kind, TextSpan? Heading, IReadOnlyList<Criterion> Items);
