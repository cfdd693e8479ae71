namespace Lind.Studies;

/// <summary>Who can take part.</summary>
public sealed record EligibilityModule : StudyPart
{
    /// <summary>The criteria as one text, with the registry's markup.</summary>
    public string? EligibilityCriteria { get; init; }

    /// <summary>Whether people without the condition can take part.</summary>
    public bool? HealthyVolunteers { get; init; }

    /// <summary>Which sex can take part.</summary>
    public Sex? Sex { get; init; }

    /// <summary>Whether gender, rather than sex, decides.</summary>
    public bool? GenderBased { get; init; }

    /// <summary>What is meant by gender there.</summary>
    public string? GenderDescription { get; init; }

    /// <summary>The lowest age; absent means no limit.</summary>
    public Age? MinimumAge { get; init; }

    /// <summary>The highest age; absent means no limit.</summary>
    public Age? MaximumAge { get; init; }

    /// <summary>Age groups that the limits touch.</summary>
    public IReadOnlyList<StandardAge>? StdAges { get; init; }

    /// <summary>The people an observational study draws on.</summary>
    public string? StudyPopulation { get; init; }

    /// <summary>How they are chosen.</summary>
    public SamplingMethod? SamplingMethod { get; init; }
}
