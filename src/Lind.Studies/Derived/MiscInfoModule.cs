namespace Lind.Studies;

/// <summary>The registry's bookkeeping.</summary>
public sealed record MiscInfoModule : StudyPart
{
    /// <summary>The date of the data set this record belongs to.</summary>
    public PartialDate? VersionHolder { get; init; }

    /// <summary>Countries that sites were removed from.</summary>
    public IReadOnlyList<string>? RemovedCountries { get; init; }

    /// <summary>What happened to results on their way.</summary>
    public SubmissionTracking? SubmissionTracking { get; init; }
}

/// <summary>What happened to results on their way to being posted.</summary>
public sealed record SubmissionTracking : StudyPart
{
    /// <summary>When results are expected, by the registry's reckoning.</summary>
    public PartialDate? EstimatedResultsFirstSubmitDate { get; init; }

    /// <summary>The first round of review comments.</summary>
    public FirstMcpInfo? FirstMcpInfo { get; init; }

    /// <summary>Each time results were sent in or back.</summary>
    public IReadOnlyList<SubmissionInfo>? SubmissionInfos { get; init; }
}

/// <summary>The first time results were posted with review comments.</summary>
public sealed record FirstMcpInfo : StudyPart
{
    /// <summary>When.</summary>
    public DateStruct? PostDateStruct { get; init; }
}

/// <summary>One time results were sent in or back.</summary>
public sealed record SubmissionInfo : StudyPart
{
    /// <summary>When they were sent in.</summary>
    public PartialDate? ReleaseDate { get; init; }

    /// <summary>When they were taken back.</summary>
    public PartialDate? UnreleaseDate { get; init; }

    /// <summary>Whether that date is not known.</summary>
    public bool? UnreleaseDateUnknown { get; init; }

    /// <summary>When they were sent back with comments.</summary>
    public PartialDate? ResetDate { get; init; }

    /// <summary>Which posting with comments this was.</summary>
    public long? McpReleaseN { get; init; }
}
