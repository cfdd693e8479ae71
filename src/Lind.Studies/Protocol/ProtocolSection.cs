namespace Lind.Studies;

/// <summary>What a study set out to do, as its sponsor registered it.</summary>
public sealed record ProtocolSection : StudyPart
{
    /// <summary>Names and numbers of the study.</summary>
    public IdentificationModule? IdentificationModule { get; init; }

    /// <summary>Recruitment status and dates.</summary>
    public StatusModule? StatusModule { get; init; }

    /// <summary>Who runs and pays for the study.</summary>
    public SponsorCollaboratorsModule? SponsorCollaboratorsModule { get; init; }

    /// <summary>Who watches over it.</summary>
    public OversightModule? OversightModule { get; init; }

    /// <summary>Summary and description.</summary>
    public DescriptionModule? DescriptionModule { get; init; }

    /// <summary>Conditions studied and keywords.</summary>
    public ConditionsModule? ConditionsModule { get; init; }

    /// <summary>Type, phase, design and size.</summary>
    public DesignModule? DesignModule { get; init; }

    /// <summary>Arms or groups and what they receive.</summary>
    public ArmsInterventionsModule? ArmsInterventionsModule { get; init; }

    /// <summary>What is measured.</summary>
    public OutcomesModule? OutcomesModule { get; init; }

    /// <summary>Who can take part.</summary>
    public EligibilityModule? EligibilityModule { get; init; }

    /// <summary>People to ask and places.</summary>
    public ContactsLocationsModule? ContactsLocationsModule { get; init; }

    /// <summary>Publications, links and available data.</summary>
    public ReferencesModule? ReferencesModule { get; init; }

    /// <summary>Plan for sharing participant data.</summary>
    public IpdSharingStatementModule? IpdSharingStatementModule { get; init; }
}
