namespace Lind.Studies;

/// <summary>How many began, finished and left, group by group.</summary>
public sealed record ParticipantFlowModule : StudyPart
{
    /// <summary>What happened between joining and being assigned.</summary>
    public string? PreAssignmentDetails { get; init; }

    /// <summary>When and where people were recruited.</summary>
    public string? RecruitmentDetails { get; init; }

    /// <summary>What is counted beside participants, such as eyes.</summary>
    public string? TypeUnitsAnalyzed { get; init; }

    /// <summary>The groups whose flow is told.</summary>
    public IReadOnlyList<FlowGroup>? Groups { get; init; }

    /// <summary>The stretches the study was divided into.</summary>
    public IReadOnlyList<FlowPeriod>? Periods { get; init; }
}

/// <summary>A group whose flow is told.</summary>
public sealed record FlowGroup : StudyPart
{
    /// <summary>The group's id within this module, such as <c>FG000</c>.</summary>
    public string? Id { get; init; }

    /// <summary>Its name.</summary>
    public string? Title { get; init; }

    /// <summary>What happened in it.</summary>
    public string? Description { get; init; }
}

/// <summary>One stretch of the study.</summary>
public sealed record FlowPeriod : StudyPart
{
    /// <summary>Its name.</summary>
    public string? Title { get; init; }

    /// <summary>Points reached, with counts.</summary>
    public IReadOnlyList<FlowMilestone>? Milestones { get; init; }

    /// <summary>Reasons for leaving, with counts.</summary>
    public IReadOnlyList<DropWithdraw>? DropWithdraws { get; init; }
}

/// <summary>A point that participants reached.</summary>
public sealed record FlowMilestone : StudyPart
{
    /// <summary>Which point, such as <c>STARTED</c> or <c>COMPLETED</c>.</summary>
    public string? Type { get; init; }

    /// <summary>A remark.</summary>
    public string? Comment { get; init; }

    /// <summary>How many reached it, by group.</summary>
    public IReadOnlyList<FlowStats>? Achievements { get; init; }
}

/// <summary>How many of a group reached a point.</summary>
public sealed record FlowStats : StudyPart
{
    /// <summary>The group.</summary>
    public string? GroupId { get; init; }

    /// <summary>A remark.</summary>
    public string? Comment { get; init; }

    /// <summary>Participants, as text.</summary>
    public string? NumSubjects { get; init; }

    /// <summary>Other units counted, as text.</summary>
    public string? NumUnits { get; init; }
}

/// <summary>A reason for leaving.</summary>
public sealed record DropWithdraw : StudyPart
{
    /// <summary>The reason.</summary>
    public string? Type { get; init; }

    /// <summary>A remark.</summary>
    public string? Comment { get; init; }

    /// <summary>How many left for it, by group.</summary>
    public IReadOnlyList<FlowReason>? Reasons { get; init; }
}

/// <summary>How many of a group left for one reason.</summary>
public sealed record FlowReason : StudyPart
{
    /// <summary>The group.</summary>
    public string? GroupId { get; init; }

    /// <summary>A remark.</summary>
    public string? Comment { get; init; }

    /// <summary>Participants, as text.</summary>
    public string? NumSubjects { get; init; }
}
