namespace Lind.Studies;

/// <summary>The plan for sharing data of individual participants.</summary>
public sealed record IpdSharingStatementModule : StudyPart
{
    /// <summary>Whether data will be shared.</summary>
    public IpdSharing? IpdSharing { get; init; }

    /// <summary>What will be shared, or why nothing.</summary>
    public string? Description { get; init; }

    /// <summary>Documents shared beside the data.</summary>
    public IReadOnlyList<IpdSharingInfoType>? InfoTypes { get; init; }

    /// <summary>When it will be available.</summary>
    public string? TimeFrame { get; init; }

    /// <summary>Who can have it, and how.</summary>
    public string? AccessCriteria { get; init; }

    /// <summary>A page about the plan; not checked.</summary>
    public string? Url { get; init; }
}
