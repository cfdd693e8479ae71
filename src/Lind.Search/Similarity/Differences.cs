using System.Globalization;

namespace Lind.Search.Similarity;

/// <summary>Says in plain sentences where another record differs from the study asked about. Silent where either record
/// is.</summary>
internal static class Differences
{
    private const double MuchLarger = 1.5;
    private const int YearsApart = 3;
    private const string Unknown = "UNKNOWN";

    /// <summary>The differences, in a fixed order.</summary>
    public static IReadOnlyList<string> Of(StudyTraits own, StudyTraits other)
    {
        var differences = new List<string>();
        AddStatus(own, other, differences);
        AddType(own, other, differences);
        AddSize(own, other, differences);
        AddPeople(own, other, differences);
        AddStart(own, other, differences);
        if (other.HasResults && !own.HasResults)
        {
            differences.Add("It has posted results.");
        }

        return differences;
    }

    private static void AddStatus(StudyTraits own, StudyTraits other, List<string> differences)
    {
        if (own.Status == other.Status || own.Status.Length == 0 || other.Status.Length == 0)
        {
            return;
        }

        // The registry's own "Unknown status" is no status that a study has: its sponsor has not confirmed the last one.
        differences.Add(other.Status == Unknown
            ? "Its status has not been confirmed for over two years."
            : own.Status == Unknown
                ? $"Its status is {Naming.OfCode("Status", other.Status)}; that of the study asked about has not been confirmed for over two years."
                : $"Its status is {Naming.OfCode("Status", other.Status)}, not {Naming.OfCode("Status", own.Status)}.");
    }

    private static void AddType(StudyTraits own, StudyTraits other, List<string> differences)
    {
        if (own.StudyType.Length > 0 && other.StudyType.Length > 0 && own.StudyType != other.StudyType)
        {
            differences.Add(
                $"It is {Naming.OfCode("StudyType", other.StudyType)}, not {Naming.OfCode("StudyType", own.StudyType)}.");
            return;
        }

        if (own.Phases.Count > 0 && other.Phases.Count > 0 && !own.Phases.SequenceEqual(other.Phases))
        {
            differences.Add(PhaseDifference(own, other));
        }

        if ((own.Allocation == "RANDOMIZED") != (other.Allocation == "RANDOMIZED") && own.Allocation.Length > 0
            && other.Allocation.Length > 0)
        {
            differences.Add(other.Allocation == "RANDOMIZED" ? "It is randomised." : "It is not randomised.");
        }
    }

    private static string PhaseDifference(StudyTraits own, StudyTraits other) =>
        other.Phases is ["NA"] ? $"Phases do not apply to it; the study asked about is {Naming.OfPhases(own.Phases)}."
        : own.Phases is ["NA"] ? $"Its phase is {Naming.OfPhases(other.Phases)}; phases do not apply to the study asked about."
        : $"Its phase is {Naming.OfPhases(other.Phases)}, not {Naming.OfPhases(own.Phases)}.";

    private static void AddSize(StudyTraits own, StudyTraits other, List<string> differences)
    {
        if (own.Enrollment <= 0 || other.Enrollment <= 0)
        {
            return;
        }

        var numbers = string.Create(
            CultureInfo.InvariantCulture, $"{other.Enrollment:N0} participants against {own.Enrollment:N0}");
        var times = (double)other.Enrollment / own.Enrollment;
        if (times >= MuchLarger)
        {
            differences.Add($"It is {Times(times)} as large: {numbers}.");
        }
        else if (times <= 1 / MuchLarger)
        {
            differences.Add($"It is smaller: {numbers}.");
        }
    }

    private static string Times(double times) => times < 10
        ? times.ToString("0.#", CultureInfo.InvariantCulture) + " times"
        : times.ToString("N0", CultureInfo.InvariantCulture) + " times";

    private static void AddPeople(StudyTraits own, StudyTraits other, List<string> differences)
    {
        if (Population.OnlyChildren(own) != Population.OnlyChildren(other))
        {
            differences.Add(Population.OnlyChildren(other)
                ? "It takes only children and adolescents."
                : Population.TakesChildren(other) ? "It takes adults too." : "It takes adults, not children.");
        }

        if (own.Sex.Length > 0 && other.Sex.Length > 0 && own.Sex != other.Sex)
        {
            differences.Add(other.Sex switch
            {
                "FEMALE" => "It takes only women and girls.",
                "MALE" => "It takes only men and boys.",
                _ => "It takes all sexes.",
            });
        }
    }

    private static void AddStart(StudyTraits own, StudyTraits other, List<string> differences)
    {
        if (Year(own.StartDate) is { } ours && Year(other.StartDate) is { } its && Math.Abs(ours - its) >= YearsApart)
        {
            differences.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"It started in {its}, {Math.Abs(ours - its)} years {(its < ours ? "earlier" : "later")}."));
        }
    }

    private static int? Year(string date) =>
        date.Length >= 4 && int.TryParse(date.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? year
            : null;
}
