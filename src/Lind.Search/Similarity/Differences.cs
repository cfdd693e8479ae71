using System.Globalization;

namespace Lind.Search.Similarity;

/// <summary>Says where another record differs from the study asked about. Silent where either record
/// is.</summary>
internal static class Differences
{
    private const double MuchLarger = 1.5;
    private const int YearsApart = 3;
    private const string Unknown = "UNKNOWN";

    /// <summary>The differences, in a fixed order.</summary>
    public static IReadOnlyList<RelatedStatement> Of(StudyTraits own, StudyTraits other)
    {
        var differences = new List<RelatedStatement>();
        AddStatus(own, other, differences);
        AddType(own, other, differences);
        AddSize(own, other, differences);
        AddPeople(own, other, differences);
        AddStart(own, other, differences);
        if (other.HasResults && !own.HasResults)
        {
            differences.Add(new(StatementKind.HasResults));
        }

        return differences;
    }

    private static void AddStatus(StudyTraits own, StudyTraits other, List<RelatedStatement> differences)
    {
        if (own.Status == other.Status || own.Status.Length == 0 || other.Status.Length == 0)
        {
            return;
        }

        // The registry's own "Unknown status" is no status that a study has: its sponsor has not confirmed the last one.
        differences.Add(other.Status == Unknown ? new(StatementKind.StatusUnconfirmed)
            : own.Status == Unknown ? new(StatementKind.OwnStatusUnconfirmed, Code("Status", other.Status))
            : new(StatementKind.Status, Code("Status", other.Status), Code("Status", own.Status)));
    }

    private static void AddType(StudyTraits own, StudyTraits other, List<RelatedStatement> differences)
    {
        if (own.StudyType.Length > 0 && other.StudyType.Length > 0 && own.StudyType != other.StudyType)
        {
            differences.Add(new(StatementKind.StudyType, Code("StudyType", other.StudyType), Code("StudyType", own.StudyType)));
            return;
        }

        if (own.Phases.Count > 0 && other.Phases.Count > 0 && !own.Phases.SequenceEqual(other.Phases))
        {
            differences.Add(PhaseDifference(own, other));
        }

        if ((own.Allocation == "RANDOMIZED") != (other.Allocation == "RANDOMIZED") && own.Allocation.Length > 0
            && other.Allocation.Length > 0)
        {
            differences.Add(new(other.Allocation == "RANDOMIZED" ? StatementKind.Randomised : StatementKind.NotRandomised));
        }
    }

    private static RelatedStatement PhaseDifference(StudyTraits own, StudyTraits other) =>
        other.Phases is ["NA"] ? new(StatementKind.NoPhase, new StatementValue.Codes("Phase", own.Phases))
        : own.Phases is ["NA"] ? new(StatementKind.OwnNoPhase, new StatementValue.Codes("Phase", other.Phases))
        : new(StatementKind.Phase, new StatementValue.Codes("Phase", other.Phases), new StatementValue.Codes("Phase", own.Phases));

    private static StatementValue.Codes Code(string list, string code) => new(list, code);

    private static void AddSize(StudyTraits own, StudyTraits other, List<RelatedStatement> differences)
    {
        if (own.Enrollment <= 0 || other.Enrollment <= 0)
        {
            return;
        }

        StatementValue[] numbers = [new StatementValue.Number(other.Enrollment), new StatementValue.Number(own.Enrollment)];
        var times = (double)other.Enrollment / own.Enrollment;
        if (times >= MuchLarger)
        {
            differences.Add(new(StatementKind.Larger, [new StatementValue.Number(times), .. numbers]));
        }
        else if (times <= 1 / MuchLarger)
        {
            differences.Add(new(StatementKind.Smaller, numbers));
        }
    }

    private static void AddPeople(StudyTraits own, StudyTraits other, List<RelatedStatement> differences)
    {
        if (Population.OnlyChildren(own) != Population.OnlyChildren(other))
        {
            differences.Add(new(Population.OnlyChildren(other) ? StatementKind.OnlyChildren
                : Population.TakesChildren(other) ? StatementKind.AdultsToo : StatementKind.AdultsNotChildren));
        }

        if (own.Sex.Length > 0 && other.Sex.Length > 0 && own.Sex != other.Sex)
        {
            differences.Add(new(other.Sex switch
            {
                "FEMALE" => StatementKind.OnlyFemale,
                "MALE" => StatementKind.OnlyMale,
                _ => StatementKind.AllSexes,
            }));
        }
    }

    private static void AddStart(StudyTraits own, StudyTraits other, List<RelatedStatement> differences)
    {
        if (Year(own.StartDate) is { } ours && Year(other.StartDate) is { } its && Math.Abs(ours - its) >= YearsApart)
        {
            differences.Add(new(
                its < ours ? StatementKind.StartedEarlier : StatementKind.StartedLater,
                new StatementValue.Year(its), new StatementValue.Number(Math.Abs(ours - its))));
        }
    }

    private static int? Year(string date) =>
        date.Length >= 4 && int.TryParse(date.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? year
            : null;
}
