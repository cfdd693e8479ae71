namespace Lind.Studies;

/// <summary>What the study measures.</summary>
public sealed record OutcomesModule : StudyPart
{
    /// <summary>The measures that the study's question hangs on.</summary>
    public IReadOnlyList<Outcome>? PrimaryOutcomes { get; init; }

    /// <summary>Further planned measures.</summary>
    public IReadOnlyList<Outcome>? SecondaryOutcomes { get; init; }

    /// <summary>Measures of less weight.</summary>
    public IReadOnlyList<Outcome>? OtherOutcomes { get; init; }
}

/// <summary>One planned measure.</summary>
public sealed record Outcome : StudyPart
{
    /// <summary>What is measured.</summary>
    public string? Measure { get; init; }

    /// <summary>How it is measured.</summary>
    public string? Description { get; init; }

    /// <summary>When it is measured.</summary>
    public string? TimeFrame { get; init; }
}
