namespace Lind.Web.Portal;

/// <summary>A study as a dot: start year across, participants up.</summary>
public sealed record ScatterDot(string NctId, string Title, double Year, long Participants, bool Own)
{
    /// <summary>Null when the record lacks the date or the number, or the number is a placeholder.</summary>
    public static ScatterDot? Of(StudySummary study, bool own) =>
        study.Start is { IsDate: true } start && study.Enrollment is > 0 and not StudySentences.EnrollmentSentinel and { } count
            ? new(study.NctId, study.Title, TimelineEvent.PositionOf(start.Range.First), count, own) : null;
}
