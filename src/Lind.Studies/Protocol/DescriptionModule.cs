namespace Lind.Studies;

/// <summary>What the study is about, in words.</summary>
public sealed record DescriptionModule : StudyPart
{
    /// <summary>A short summary for the public.</summary>
    public string? BriefSummary { get; init; }

    /// <summary>A longer technical description.</summary>
    public string? DetailedDescription { get; init; }
}
