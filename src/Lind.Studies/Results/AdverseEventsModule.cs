namespace Lind.Studies;

/// <summary>Deaths and unwanted events.</summary>
public sealed record AdverseEventsModule : StudyPart
{
    /// <summary>Other events are listed from this percentage on, as text.</summary>
    public string? FrequencyThreshold { get; init; }

    /// <summary>When events were collected.</summary>
    public string? TimeFrame { get; init; }

    /// <summary>How events were collected.</summary>
    public string? Description { get; init; }

    /// <summary>A remark on deaths.</summary>
    public string? AllCauseMortalityComment { get; init; }

    /// <summary>The groups, with their totals.</summary>
    public IReadOnlyList<EventGroup>? EventGroups { get; init; }

    /// <summary>Serious events.</summary>
    public IReadOnlyList<AdverseEvent>? SeriousEvents { get; init; }

    /// <summary>Events that were not serious.</summary>
    public IReadOnlyList<AdverseEvent>? OtherEvents { get; init; }
}

/// <summary>A group of participants with its totals of deaths and events.</summary>
public sealed record EventGroup : StudyPart
{
    /// <summary>The group's id within this module, such as <c>EG000</c>.</summary>
    public string? Id { get; init; }

    /// <summary>Its name.</summary>
    public string? Title { get; init; }

    /// <summary>What happened in it.</summary>
    public string? Description { get; init; }

    /// <summary>How many died of any cause.</summary>
    public long? DeathsNumAffected { get; init; }

    /// <summary>Out of how many.</summary>
    public long? DeathsNumAtRisk { get; init; }

    /// <summary>How many had a serious event.</summary>
    public long? SeriousNumAffected { get; init; }

    /// <summary>Out of how many.</summary>
    public long? SeriousNumAtRisk { get; init; }

    /// <summary>How many had another event above the threshold.</summary>
    public long? OtherNumAffected { get; init; }

    /// <summary>Out of how many.</summary>
    public long? OtherNumAtRisk { get; init; }
}

/// <summary>One kind of unwanted event.</summary>
public sealed record AdverseEvent : StudyPart
{
    /// <summary>Its name.</summary>
    public string? Term { get; init; }

    /// <summary>The organ system it belongs to.</summary>
    public string? OrganSystem { get; init; }

    /// <summary>The vocabulary the name comes from.</summary>
    public string? SourceVocabulary { get; init; }

    /// <summary>How it was collected.</summary>
    public EventAssessment? AssessmentType { get; init; }

    /// <summary>A remark.</summary>
    public string? Notes { get; init; }

    /// <summary>Its counts by group.</summary>
    public IReadOnlyList<EventStats>? Stats { get; init; }
}

/// <summary>How often an event happened in one group.</summary>
public sealed record EventStats : StudyPart
{
    /// <summary>The group.</summary>
    public string? GroupId { get; init; }

    /// <summary>Number of events.</summary>
    public long? NumEvents { get; init; }

    /// <summary>Number of participants with the event.</summary>
    public long? NumAffected { get; init; }

    /// <summary>Out of how many.</summary>
    public long? NumAtRisk { get; init; }
}
