using Lind.Studies;

namespace Lind.Web.Portal;

/// <summary>What taking part would mean, as far as the record says. Nothing here is advice, nothing is guessed.</summary>
public static class TakingPart
{
    private const int MostTimes = 6;
    private const int MostSites = 3;

    /// <summary>How people come into groups, who knows what is given, and whether a placebo is among it.</summary>
    public static IReadOnlyList<string> Groups(Words words, StudyView view)
    {
        List<string> sentences = [];
        var design = view.Design.DesignInfo;
        if (design?.InterventionModel == InterventionalAssignment.SingleGroup)
        {
            sentences.Add(words["takingPart.assignedSingle"]);
        }
        else if (design?.Allocation == DesignAllocation.Randomized)
        {
            sentences.Add(words["takingPart.assignedRandom"]);
        }
        else if (design?.Allocation == DesignAllocation.NonRandomized)
        {
            sentences.Add(words["takingPart.assignedNot"]);
        }

        if (design?.MaskingInfo is { } masking)
        {
            if (masking.Masking == DesignMasking.None)
            {
                sentences.Add(words["takingPart.open"]);
            }
            else if (masking.WhoMasked is { Count: > 0 } who)
            {
                sentences.Add(words.Say("takingPart.masked", words.List([.. who.Select(one => words.Code((WhoMasked?)one))])));
            }
        }

        if (HasPlacebo(view))
        {
            sentences.Add(words["takingPart.placebo"]);
        }

        foreach (var arm in view.Protocol.ArmsInterventionsModule?.ArmGroups ?? [])
        {
            sentences.Add(arm.Type is null ? arm.Label ?? "" : words.Say("takingPart.arm", arm.Label, words.Code(arm.Type)));
        }

        return sentences;
    }

    /// <summary>The moments at which outcomes are measured, each once.</summary>
    public static IReadOnlyList<string> Times(StudyView view)
    {
        var outcomes = view.Protocol.OutcomesModule;
        return [.. (outcomes?.PrimaryOutcomes ?? []).Concat(outcomes?.SecondaryOutcomes ?? [])
            .Select(outcome => outcome.TimeFrame?.Trim()).OfType<string>().Where(time => time.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(MostTimes)];
    }

    public static IReadOnlyList<string> Questions(Words words, StudyView view)
    {
        List<string> questions = [];
        for (var number = 1; words.Find($"takingPart.question.{number}") is { } question; number++)
        {
            questions.Add(question);
        }

        if (HasPlacebo(view))
        {
            questions.Insert(2, words["takingPart.questionPlacebo"]);
        }

        return questions;
    }

    /// <summary>Whether the record shows the study as taking people.</summary>
    public static bool IsOpen(StudyView view) =>
        view.Status.OverallStatus == OverallStatus.Recruiting || view.Status.OverallStatus == OverallStatus.Available;

    /// <summary>The first few sites that take people and name somebody to ask: the nearest when a place is known.</summary>
    public static IReadOnlyList<Location> OpenSitesWithContacts(StudyView view) => view.Locations.Count == 0 ? [] :
        [.. StudySites.Rows(view).Where(row => row.Open && row.Site.Contacts is { Count: > 0 }).Take(MostSites).Select(row => row.Site)];

    private static bool HasPlacebo(StudyView view) => (view.Protocol.ArmsInterventionsModule?.ArmGroups ?? [])
        .Any(arm => arm.Type == ArmGroupType.PlaceboComparator || arm.Type == ArmGroupType.ShamComparator);
}
