using Lind.Studies;

namespace Lind.Web.Portal;

/// <summary>A study as a mark in the landscape: start year across, participants up, colour by phase, shape by status.
/// </summary>
/// <param name="Number">What ties the mark to its row in the table.</param>
/// <param name="Study">The study.</param>
/// <param name="Own">Whether it is the study that the others are related to.</param>
/// <param name="Year">Start, in years and fractions of a year.</param>
/// <param name="Participants">At least 1.</param>
public sealed record LandscapeDot(int Number, StudyView Study, bool Own, double Year, long Participants)
{
    /// <summary>The names of the colours, in the legend's order.</summary>
    public static readonly string[] Phases = ["early", "middle", "late", "none"];

    /// <summary>The names of the shapes, in the legend's order.</summary>
    public static readonly string[] Shapes = ["open", "running", "done", "stopped", "unsure"];

    /// <summary>The mark; null when the record lacks the date or the number, or the number is a placeholder.</summary>
    public static LandscapeDot? Of(int number, StudyView study, bool own) =>
        study.Status.StartDateStruct?.Date is { IsDate: true } start
            && study.Design.EnrollmentInfo?.Count is > 0 and not StudySentences.EnrollmentSentinel and { } count
            ? new(number, study, own, TimelineEvent.PositionOf(start.Range.First), count) : null;

    /// <summary>The latest phase decides.</summary>
    public string Phase => Study.Design.Phases is not { Count: > 0 } phases ? "none" : phases[^1].Code switch
    {
        "EARLY_PHASE1" or "PHASE1" => "early",
        "PHASE2" => phases.Count > 1 && phases[0].Code == "PHASE1" ? "early" : "middle",
        "PHASE3" => phases.Count > 1 && phases[0].Code == "PHASE2" ? "middle" : "late",
        "PHASE4" => "late",
        _ => "none",
    };

    public string Shape => Study.Status.OverallStatus?.Code switch
    {
        "RECRUITING" or "AVAILABLE" when StudyFlags.IsLongUnverified(Study) => "unsure",
        "RECRUITING" or "AVAILABLE" => "open",
        "NOT_YET_RECRUITING" or "ENROLLING_BY_INVITATION" or "ACTIVE_NOT_RECRUITING" or "TEMPORARILY_NOT_AVAILABLE" => "running",
        "COMPLETED" or "APPROVED_FOR_MARKETING" => "done",
        "TERMINATED" or "WITHDRAWN" or "SUSPENDED" or "NO_LONGER_AVAILABLE" => "stopped",
        _ => "unsure",
    };

    /// <summary>The outline of a shape around the origin, in the units of the drawing.</summary>
    public static string Outline(string shape) => shape switch
    {
        "open" or "running" => "M-6.5 0a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0 -13 0z",
        "done" => "M-5.5 -5.5h11v11h-11z",
        "stopped" => "M-6 -6L6 6M6 -6L-6 6",
        _ => "M0 -7L7 5.5H-7z",
    };
}
