using Lind.Studies;

namespace Lind.Web.Portal;

/// <summary>One thing a careful reader wants to know, with the rule and the dates behind it.</summary>
public sealed record StudyFlag(string Title, string Text, bool Serious = false);

/// <summary>Reads the warnings out of a record. Each says what the record shows; none judges.</summary>
public static class StudyFlags
{
    private const int MonthsUntilUnverified = 24;
    private static readonly DateOnly FinalRuleStart = new(2017, 1, 18);

    public static IReadOnlyList<StudyFlag> Of(Words words, StudyView view)
    {
        var flags = new List<StudyFlag>();
        var status = view.Status;
        if (!string.IsNullOrWhiteSpace(status.WhyStopped))
        {
            flags.Add(new(words["flag.whyStopped"], status.WhyStopped, Serious: true));
        }

        AddRetractions(words, view, flags);
        if (view.Protocol.OversightModule?.Fdaaa801Violation == true)
        {
            flags.Add(new(words["flag.violation"], words["flag.notAll"], Serious: true));
        }

        AddResults(words, view, flags);
        if (IsLongUnverified(view) && IsNotFinished(status))
        {
            flags.Add(new(words["flag.unverified"], words.Say("flag.unverifiedText", words.Date(status.StatusVerifiedDate))));
        }

        if (IsStartPassed(view))
        {
            flags.Add(new(words["flag.startPassed"], words["timeline.lateStart"]));
        }

        if (view.Design.EnrollmentInfo?.Count == StudySentences.EnrollmentSentinel)
        {
            flags.Add(new(words["flag.enrollmentOdd"],
                words.Say("flag.enrollmentOddText", words.Number(StudySentences.EnrollmentSentinel))));
        }

        return flags;
    }

    /// <summary>Whether the team has not stood by the record for two years.</summary>
    public static bool IsLongUnverified(StudyView view) =>
        IsLongAgo(view.Status.StatusVerifiedDate, view.Today);

    /// <summary>Whether a status says that people are taken, but nobody has said so for two years.</summary>
    public static bool IsUnconfirmedOpen(string? status, PartialDate? verified, DateOnly today) =>
        status is "RECRUITING" or "AVAILABLE" && IsLongAgo(verified, today);

    /// <summary>When results would be due under 42 CFR 11.44 (one year after primary completion), if the record fits the
    /// parts of the rule that a record shows; null if it does not.</summary>
    public static DateOnly? ResultsDue(StudyView view)
    {
        var completion = view.Status.PrimaryCompletionDateStruct;
        if (completion?.Date is not { IsDate: true } date || completion.Type == DateType.Estimated
            || date.Range.Last < FinalRuleStart || date.Year > 9990)
        {
            return null;
        }

        var oversight = view.Protocol.OversightModule;
        var regulated = oversight?.IsFdaRegulatedDrug == true || oversight?.IsFdaRegulatedDevice == true;
        var early = view.Design.Phases is { } phases
            && phases.All(phase => phase == Phase.EarlyPhase1 || phase == Phase.Phase1) && phases.Count > 0;
        var begun = view.Status.OverallStatus != OverallStatus.Withdrawn;
        return regulated && begun && !early && view.Design.StudyType == StudyType.Interventional
            ? date.Range.Last.AddYears(1) : null;
    }

    private static bool IsLongAgo(PartialDate? verified, DateOnly today) =>
        verified is { IsDate: true } date && date.Range.Last.AddMonths(MonthsUntilUnverified) < today;

    private static void AddResults(Words words, StudyView view, List<StudyFlag> flags)
    {
        var status = view.Status;
        if (view.HasResults)
        {
            return;
        }

        var pending = PendingResults.Flag(words, view);
        if (pending is not null)
        {
            flags.Add(pending);
        }

        if (PendingResults.AreUnderWay(view))
        {
            return;
        }

        if (status.ResultsFirstSubmitDate is { } submitted && pending is null)
        {
            flags.Add(new(words["flag.submitted"], words.Say("flag.submittedText", words.Date((PartialDate?)submitted))));
        }
        else if (status.DispFirstSubmitDate is { } delayed)
        {
            flags.Add(new(words["flag.delayed"], words.Say("flag.delayedText", words.Date((PartialDate?)delayed))));
        }
        else if (ResultsDue(view) is { } due && due < view.Today)
        {
            flags.Add(new(words["flag.resultsDue"], words.Say("flag.resultsDueText",
                words.Date(status.PrimaryCompletionDateStruct!.Date), words.Date(due))));
        }
    }

    private static void AddRetractions(Words words, StudyView view, List<StudyFlag> flags)
    {
        foreach (var reference in view.Protocol.ReferencesModule?.References ?? [])
        {
            foreach (var retraction in reference.Retractions ?? [])
            {
                // A paper cited for its background says nothing of this study; one with its results does.
                var key = reference.Type?.Code switch { "RESULT" => "flag.retractedResult", "BACKGROUND" => "flag.retractedBackground", _ => "flag.retracted" };
                flags.Add(new(words[key], words.Say("flag.retractedText", reference.Citation, retraction.Source ?? retraction.Pmid),
                    Serious: key != "flag.retractedBackground"));
            }
        }
    }

    private static bool IsNotFinished(StatusModule status) => status.OverallStatus?.Code
        is "RECRUITING" or "NOT_YET_RECRUITING" or "ENROLLING_BY_INVITATION" or "ACTIVE_NOT_RECRUITING" or "SUSPENDED"
        or "UNKNOWN" or "AVAILABLE" or "TEMPORARILY_NOT_AVAILABLE";

    private static bool IsStartPassed(StudyView view) =>
        view.Status.OverallStatus == OverallStatus.NotYetRecruiting
        && view.Status.StartDateStruct?.Date is { IsDate: true } start && start.Range.Last < view.Today;
}
