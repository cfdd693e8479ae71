using Lind.Studies;

namespace Lind.Web.Portal;

/// <summary>One word or code explained. Its id is its address on the glossary page, and with <see cref="OnPage"/> before
/// it the address in the drawer of every other page.</summary>
/// <param name="Id">A word's name (<c>phase-2</c>), or a code's list and value (<c>Phase-PHASE2</c>).</param>
/// <param name="Term">The word, or the code in words.</param>
/// <param name="Text">The explanation.</param>
/// <param name="Code">The code as records hold it; null for words.</param>
public sealed record GlossaryEntry(string Id, string Term, string Text, string? Code = null)
{
    /// <summary>What stands before an id in the drawer of a page.</summary>
    public const string OnPage = "w-";

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
    public static string? ForStatus(OverallStatus? status) => status is null ? null : $"Status-{status.Value.Code}";
}
