namespace Lind.Studies;

/// <summary>A group for which numbers are given.</summary>
public sealed record MeasureGroup : StudyPart
{
    /// <summary>The group's id within its table, such as <c>BG000</c> or <c>OG000</c>.</summary>
    public string? Id { get; init; }

    /// <summary>Its name.</summary>
    public string? Title { get; init; }

    /// <summary>What happened in it.</summary>
    public string? Description { get; init; }
}

/// <summary>How many a group holds, in one unit.</summary>
public sealed record Denom : StudyPart
{
    /// <summary>What is counted.</summary>
    public string? Units { get; init; }

    /// <summary>The counts by group.</summary>
    public IReadOnlyList<DenomCount>? Counts { get; init; }
}

/// <summary>How many one group holds.</summary>
public sealed record DenomCount : StudyPart
{
    /// <summary>The group.</summary>
    public string? GroupId { get; init; }

    /// <summary>The count as text.</summary>
    public string? Value { get; init; }
}

/// <summary>A row of a table of numbers.</summary>
public sealed record MeasureClass : StudyPart
{
    /// <summary>Its name; absent when there is one row.</summary>
    public string? Title { get; init; }

    /// <summary>How many are counted in this row.</summary>
    public IReadOnlyList<Denom>? Denoms { get; init; }

    /// <summary>Its parts.</summary>
    public IReadOnlyList<MeasureCategory>? Categories { get; init; }
}

/// <summary>A part of a row.</summary>
public sealed record MeasureCategory : StudyPart
{
    /// <summary>Its name; absent when there is one part.</summary>
    public string? Title { get; init; }

    /// <summary>The numbers by group.</summary>
    public IReadOnlyList<Measurement>? Measurements { get; init; }
}

/// <summary>One number of a table.</summary>
public sealed record Measurement : StudyPart
{
    /// <summary>The group.</summary>
    public string? GroupId { get; init; }

    /// <summary>The number as text; <c>NA</c> when it could not be told.</summary>
    public string? Value { get; init; }

    /// <summary>Its spread as text.</summary>
    public string? Spread { get; init; }

    /// <summary>Lower bound as text.</summary>
    public string? LowerLimit { get; init; }

    /// <summary>Upper bound as text.</summary>
    public string? UpperLimit { get; init; }

    /// <summary>Why it could not be told, or another remark.</summary>
    public string? Comment { get; init; }
}
