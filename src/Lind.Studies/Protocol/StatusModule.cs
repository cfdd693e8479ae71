namespace Lind.Studies;

/// <summary>Where the study stands, and its dates.</summary>
public sealed record StatusModule : StudyPart
{
    /// <summary>When the sponsor last confirmed the record.</summary>
    public PartialDate? StatusVerifiedDate { get; init; }

    /// <summary>Where the study as a whole stands.</summary>
    public OverallStatus? OverallStatus { get; init; }

    /// <summary>The status before it became unknown; present only then.</summary>
    public OverallStatus? LastKnownStatus { get; init; }

    /// <summary>Whether posting was put off, as the law allows for some devices.</summary>
    public bool? DelayedPosting { get; init; }

    /// <summary>Why the study was stopped early or paused.</summary>
    public string? WhyStopped { get; init; }

    /// <summary>Whether the treatment can be had outside the trial.</summary>
    public ExpandedAccessInfo? ExpandedAccessInfo { get; init; }

    /// <summary>When the first participant joined or will join.</summary>
    public PartialDateStruct? StartDateStruct { get; init; }

    /// <summary>When the last primary outcome was or will be measured.</summary>
    public PartialDateStruct? PrimaryCompletionDateStruct { get; init; }

    /// <summary>When the last participant was or will be seen.</summary>
    public PartialDateStruct? CompletionDateStruct { get; init; }

    /// <summary>When the record first came in.</summary>
    public PartialDate? StudyFirstSubmitDate { get; init; }

    /// <summary>When the record first met the quality checks.</summary>
    public PartialDate? StudyFirstSubmitQcDate { get; init; }

    /// <summary>When the record was first public.</summary>
    public DateStruct? StudyFirstPostDateStruct { get; init; }

    /// <summary>Whether the duty to report results was waived.</summary>
    public bool? ResultsWaived { get; init; }

    /// <summary>When results first came in.</summary>
    public PartialDate? ResultsFirstSubmitDate { get; init; }

    /// <summary>When results first met the quality checks.</summary>
    public PartialDate? ResultsFirstSubmitQcDate { get; init; }

    /// <summary>When results were first public.</summary>
    public DateStruct? ResultsFirstPostDateStruct { get; init; }

    /// <summary>When leave to report results later was first asked for.</summary>
    public PartialDate? DispFirstSubmitDate { get; init; }

    /// <summary>When that request met the quality checks.</summary>
    public PartialDate? DispFirstSubmitQcDate { get; init; }

    /// <summary>When that request was first public.</summary>
    public DateStruct? DispFirstPostDateStruct { get; init; }

    /// <summary>When the latest change came in.</summary>
    public PartialDate? LastUpdateSubmitDate { get; init; }

    /// <summary>When the latest change became public.</summary>
    public DateStruct? LastUpdatePostDateStruct { get; init; }
}

/// <summary>Whether the treatment can be had outside the trial.</summary>
public sealed record ExpandedAccessInfo : StudyPart
{
    /// <summary>Whether there is such a programme.</summary>
    public bool? HasExpandedAccess { get; init; }

    /// <summary>The programme's own number.</summary>
    public string? NctId { get; init; }

    /// <summary>Where that programme stands.</summary>
    public ExpandedAccessStatus? StatusForNctId { get; init; }
}

/// <summary>A date of the study's course, known to the month or the day.</summary>
public sealed record PartialDateStruct : StudyPart
{
    /// <summary>The date with its precision.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>Whether it has happened or is expected.</summary>
    public DateType? Type { get; init; }
}

/// <summary>A date of the registry's own work.</summary>
public sealed record DateStruct : StudyPart
{
    /// <summary>The date.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>Whether it is exact or an estimate.</summary>
    public DateType? Type { get; init; }
}
