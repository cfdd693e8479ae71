namespace Lind.Studies;

/// <summary>Type, phase, design and size of the study.</summary>
public sealed record DesignModule : StudyPart
{
    /// <summary>Whether it assigns, observes or gives access.</summary>
    public StudyType? StudyType { get; init; }

    /// <summary>How many studies point to this expanded access record.</summary>
    public decimal? NPtrsToThisExpAccNctId { get; init; }

    /// <summary>Who can be given access, for an expanded access record.</summary>
    public ExpandedAccessTypes? ExpandedAccessTypes { get; init; }

    /// <summary>Whether the observational study is also a patient registry.</summary>
    public bool? PatientRegistry { get; init; }

    /// <summary>How long each participant of a registry is followed.</summary>
    public Age? TargetDuration { get; init; }

    /// <summary>Phases of drug development; none for observational studies.</summary>
    public IReadOnlyList<Phase>? Phases { get; init; }

    /// <summary>How the study is built.</summary>
    public DesignInfo? DesignInfo { get; init; }

    /// <summary>Samples kept, for observational studies.</summary>
    public BioSpec? BioSpec { get; init; }

    /// <summary>How many take part.</summary>
    public EnrollmentInfo? EnrollmentInfo { get; init; }
}

/// <summary>Who can be given access to a treatment outside a trial.</summary>
public sealed record ExpandedAccessTypes : StudyPart
{
    /// <summary>Single patients.</summary>
    public bool? Individual { get; init; }

    /// <summary>Groups of intermediate size.</summary>
    public bool? Intermediate { get; init; }

    /// <summary>Large groups under a treatment protocol.</summary>
    public bool? Treatment { get; init; }
}

/// <summary>How a study is built.</summary>
public sealed record DesignInfo : StudyPart
{
    /// <summary>How participants are assigned to arms.</summary>
    public DesignAllocation? Allocation { get; init; }

    /// <summary>How arms receive interventions over time.</summary>
    public InterventionalAssignment? InterventionModel { get; init; }

    /// <summary>More about that model.</summary>
    public string? InterventionModelDescription { get; init; }

    /// <summary>The main reason for studying the intervention.</summary>
    public PrimaryPurpose? PrimaryPurpose { get; init; }

    /// <summary>How groups are picked and followed, for observational studies.</summary>
    public ObservationalModel? ObservationalModel { get; init; }

    /// <summary>Whether it looks back, forward, or at one moment.</summary>
    public DesignTimePerspective? TimePerspective { get; init; }

    /// <summary>Who does not know which arm a participant is in.</summary>
    public MaskingBlock? MaskingInfo { get; init; }
}

/// <summary>Who does not know which arm a participant is in.</summary>
public sealed record MaskingBlock : StudyPart
{
    /// <summary>How many roles are masked.</summary>
    public DesignMasking? Masking { get; init; }

    /// <summary>More about the masking.</summary>
    public string? MaskingDescription { get; init; }

    /// <summary>Which roles are masked.</summary>
    public IReadOnlyList<WhoMasked>? WhoMasked { get; init; }
}

/// <summary>Samples an observational study keeps.</summary>
public sealed record BioSpec : StudyPart
{
    /// <summary>Whether samples are kept.</summary>
    public BioSpecRetention? Retention { get; init; }

    /// <summary>Which samples.</summary>
    public string? Description { get; init; }
}

/// <summary>How many take part in a study.</summary>
public sealed record EnrollmentInfo : StudyPart
{
    /// <summary>Number of participants. Odd values occur: 99999999 stands for unknown, and some records hold millions.</summary>
    public long? Count { get; init; }

    /// <summary>Whether the number is final or planned.</summary>
    public EnrollmentType? Type { get; init; }
}
