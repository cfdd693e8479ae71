using Lind.Studies;

namespace Lind.Web.Portal;

/// <summary>An outcome measure that two versions of a record do not share as it is.</summary>
/// <param name="OldKind">The list it stood in before: primary, secondary or other; null if it is new.</param>
/// <param name="Before">The outcome as it was; null if it is new.</param>
/// <param name="NewKind">The list it stands in now; null if it was taken out.</param>
/// <param name="After">The outcome as it is; null if it was taken out.</param>
public sealed record OutcomeChange(string? OldKind, Outcome? Before, string? NewKind, Outcome? After)
{
    // Of all words of two names, the share that both must have for one to be the other under a new name.
    private const double SameEnough = .6;

    /// <summary>The changes from one version to the other. An outcome of the same name is the same outcome, in whatever
    /// list; of those left, one with nearly the same words is taken for the same under a new name; everything else was
    /// added or taken out. Changes of primary outcomes come first.</summary>
    public static IReadOnlyList<OutcomeChange> Between(OutcomesModule? earlier, OutcomesModule? later)
    {
        var before = Listed(earlier);
        var after = Listed(later);
        var changes = new List<OutcomeChange>();
        Pair((old, now) => old.Kind == now.Kind && IsSame(old.Outcome, now.Outcome));
        Pair((old, now) => IsSame(old.Outcome, now.Outcome));
        Pair((old, now) => Likeness(old.Outcome, now.Outcome) >= SameEnough);
        changes.AddRange(before.Select(one => new OutcomeChange(one.Kind, one.Outcome, null, null)));
        changes.AddRange(after.Select(one => new OutcomeChange(null, null, one.Kind, one.Outcome)));
        return [.. changes.OrderBy(change => change.OldKind == "primary" || change.NewKind == "primary" ? 0 : 1)];

        void Pair(Func<(string Kind, Outcome Outcome), (string Kind, Outcome Outcome), bool> belong)
        {
            foreach (var old in before.ToList())
            {
                var at = after.FindIndex(now => belong(old, now));
                if (at >= 0)
                {
                    AddIfDifferent(old, after[at]);
                    before.Remove(old);
                    after.RemoveAt(at);
                }
            }
        }

        void AddIfDifferent((string Kind, Outcome Outcome) old, (string Kind, Outcome Outcome) now)
        {
            if (old.Kind != now.Kind || !IsSame(old.Outcome, now.Outcome) || old.Outcome.TimeFrame != now.Outcome.TimeFrame
                || old.Outcome.Description != now.Outcome.Description)
            {
                changes.Add(new(old.Kind, old.Outcome, now.Kind, now.Outcome));
            }
        }
    }

    private static List<(string Kind, Outcome Outcome)> Listed(OutcomesModule? module) =>
    [
        .. (module?.PrimaryOutcomes ?? []).Select(one => ("primary", one)),
        .. (module?.SecondaryOutcomes ?? []).Select(one => ("secondary", one)),
        .. (module?.OtherOutcomes ?? []).Select(one => ("other", one)),
    ];

    private static bool IsSame(Outcome one, Outcome other) =>
        string.Equals(one.Measure?.Trim(), other.Measure?.Trim(), StringComparison.OrdinalIgnoreCase);

    private static double Likeness(Outcome one, Outcome other)
    {
        HashSet<string> words = WordsOf(one), others = WordsOf(other);
        var shared = words.Count(others.Contains);
        return shared == 0 ? 0 : (double)shared / (words.Count + others.Count - shared);
    }

    private static HashSet<string> WordsOf(Outcome outcome) => (outcome.Measure ?? "")
        .Split([' ', ',', ';', ':', '(', ')', '[', ']', '/'], StringSplitOptions.RemoveEmptyEntries)
        .ToHashSet(StringComparer.OrdinalIgnoreCase);
}
