namespace Lind.Studies;

/// <summary>Arms or groups of the study and what they receive.</summary>
public sealed record ArmsInterventionsModule : StudyPart
{
    /// <summary>The arms of a trial, or groups of an observational study.</summary>
    public IReadOnlyList<ArmGroup>? ArmGroups { get; init; }

    /// <summary>What is given, done or looked at.</summary>
    public IReadOnlyList<Intervention>? Interventions { get; init; }
}

/// <summary>One arm of a trial, or one group of an observational study.</summary>
public sealed record ArmGroup : StudyPart
{
    /// <summary>Its short name; unique within the study.</summary>
    public string? Label { get; init; }

    /// <summary>Its role in the trial.</summary>
    public ArmGroupType? Type { get; init; }

    /// <summary>What happens in it.</summary>
    public string? Description { get; init; }

    /// <summary>Its interventions, each as type and name: <c>Drug: Aspirin</c>.</summary>
    public IReadOnlyList<string>? InterventionNames { get; init; }
}

/// <summary>Something given, done or looked at.</summary>
public sealed record Intervention : StudyPart
{
    /// <summary>What kind of thing it is.</summary>
    public InterventionType? Type { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>More about it: dose, schedule, method.</summary>
    public string? Description { get; init; }

    /// <summary>Labels of the arms that receive it.</summary>
    public IReadOnlyList<string>? ArmGroupLabels { get; init; }

    /// <summary>Other names of it.</summary>
    public IReadOnlyList<string>? OtherNames { get; init; }
}
