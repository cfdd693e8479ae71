namespace Lind.Search;

/// <summary>Why a request was refused.</summary>
/// <param name="Parameter">The API parameter at fault, as <c>query.cond</c> or <c>filter.advanced</c>; empty when the
/// text was parsed on its own.</param>
/// <param name="Position">Where in the parameter's text, in UTF-16 units from 0.</param>
/// <param name="Length">How much of it is meant; 0 at the end of the text.</param>
/// <param name="Message">What is wrong, in one sentence as the registry words it; safe to show as plain text.</param>
public sealed record SearchError(string Parameter, int Position, int Length, string Message)
{
    /// <summary>What would have been right there, as <c>]</c> or <c>a date</c>; null when nothing single fits.</summary>
    public string? Expected { get; init; }

    /// <summary>A likely intended text, as <c>AREA[LeadSponsorName]</c>; null when none is near.</summary>
    public string? Suggestion { get; init; }
}
