namespace Lind.Studies;

/// <summary>What the registry itself notes about a study.</summary>
public sealed record AnnotationSection : StudyPart
{
    /// <summary>The notes.</summary>
    public AnnotationModule? AnnotationModule { get; init; }
}

/// <summary>What the registry itself notes about a study.</summary>
public sealed record AnnotationModule : StudyPart
{
    /// <summary>Results sent in but not posted.</summary>
    public UnpostedAnnotation? UnpostedAnnotation { get; init; }

    /// <summary>Violations of the reporting law.</summary>
    public ViolationAnnotation? ViolationAnnotation { get; init; }
}

/// <summary>Results sent in but not yet posted.</summary>
public sealed record UnpostedAnnotation : StudyPart
{
    /// <summary>Who sent them in.</summary>
    public string? UnpostedResponsibleParty { get; init; }

    /// <summary>What happened to them.</summary>
    public IReadOnlyList<UnpostedEvent>? UnpostedEvents { get; init; }
}

/// <summary>A step of results that are not posted.</summary>
public sealed record UnpostedEvent : StudyPart
{
    /// <summary>Which step.</summary>
    public UnpostedEventType? Type { get; init; }

    /// <summary>When.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>Whether the date is not known.</summary>
    public bool? DateUnknown { get; init; }
}

/// <summary>Violations of the reporting law.</summary>
public sealed record ViolationAnnotation : StudyPart
{
    /// <summary>What happened.</summary>
    public IReadOnlyList<ViolationEvent>? ViolationEvents { get; init; }
}

/// <summary>A step in the handling of a violation.</summary>
public sealed record ViolationEvent : StudyPart
{
    /// <summary>Which step.</summary>
    public ViolationEventType? Type { get; init; }

    /// <summary>What was found.</summary>
    public string? Description { get; init; }

    /// <summary>When it was entered.</summary>
    public PartialDate? CreationDate { get; init; }

    /// <summary>When the notice was issued.</summary>
    public PartialDate? IssuedDate { get; init; }

    /// <summary>When it was released.</summary>
    public PartialDate? ReleaseDate { get; init; }

    /// <summary>When it became public.</summary>
    public PartialDate? PostedDate { get; init; }
}
