using Lind.Studies;

namespace Lind.Web.Portal;

/// <summary>One word explained. Its id is its address on the glossary page.</summary>
public sealed record GlossaryEntry(string Id, string Term, string Text)
{
    private const string Prefix = "gloss.";
    private const string TermSuffix = ".term";

    /// <summary>All entries in the order of their terms.</summary>
    public static IReadOnlyList<GlossaryEntry> All(Words words) => [.. words.Keys
        .Where(key => key.StartsWith(Prefix, StringComparison.Ordinal) && key.EndsWith(TermSuffix, StringComparison.Ordinal))
        .Select(key => key[Prefix.Length..^TermSuffix.Length])
        .Select(id => new GlossaryEntry(id, words[$"gloss.{id}.term"], words[$"gloss.{id}.text"]))
        .OrderBy(entry => entry.Term, StringComparer.OrdinalIgnoreCase)];

    /// <summary>The entry that explains a phase; for two phases the later one.</summary>
    public static string ForPhases(IReadOnlyList<Phase>? phases) => phases is { Count: > 0 }
        ? phases[^1].Code switch
        {
            "EARLY_PHASE1" => "early-phase-1",
            "PHASE1" => "phase-1",
            "PHASE2" => "phase-2",
            "PHASE3" => "phase-3",
            "PHASE4" => "phase-4",
            _ => "phase-na",
        }
        : "phase-na";

    /// <summary>The entry that explains a status; null where none does.</summary>
    public static string? ForStatus(OverallStatus? status) => status?.Code switch
    {
        "RECRUITING" => "recruiting",
        "NOT_YET_RECRUITING" => "not-yet-recruiting",
        "ACTIVE_NOT_RECRUITING" => "active-not-recruiting",
        "ENROLLING_BY_INVITATION" => "enrolling-by-invitation",
        "COMPLETED" => "completed",
        "SUSPENDED" => "suspended",
        "TERMINATED" => "terminated",
        "WITHDRAWN" => "withdrawn",
        "UNKNOWN" => "unknown-status",
        "AVAILABLE" or "NO_LONGER_AVAILABLE" or "TEMPORARILY_NOT_AVAILABLE" or "APPROVED_FOR_MARKETING" => "expanded-access",
        _ => null,
    };
}
