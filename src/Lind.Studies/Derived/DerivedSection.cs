namespace Lind.Studies;

/// <summary>What the registry works out from the rest of the record.</summary>
public sealed record DerivedSection : StudyPart
{
    /// <summary>The registry's bookkeeping.</summary>
    public MiscInfoModule? MiscInfoModule { get; init; }

    /// <summary>Medical subject headings of the conditions.</summary>
    public BrowseModule? ConditionBrowseModule { get; init; }

    /// <summary>Medical subject headings of the interventions.</summary>
    public BrowseModule? InterventionBrowseModule { get; init; }
}
