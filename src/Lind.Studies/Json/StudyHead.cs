namespace Lind.Studies.Json;

/// <summary>What must be known of a record to keep it: its ids, when it was last updated, and a line to show.</summary>
/// <remarks>Immutable.</remarks>
public sealed record StudyHead
{
    /// <summary>The record's own id.</summary>
    public required NctId NctId { get; init; }

    /// <summary>Former ids that now stand for this study. Entries that are no NCT number are left out.</summary>
    public IReadOnlyList<NctId> Aliases { get; init; } = [];

    /// <summary>When the latest change became public; not a date when the record does not say.</summary>
    public PartialDate LastUpdatePostDate { get; init; }

    /// <summary>When the latest change came in; not a date when the record does not say. Older XML has only this one.
    /// </summary>
    public PartialDate LastUpdateSubmitDate { get; init; }

    /// <summary>The month the record was last said to be right; not a date when the record does not say.</summary>
    public PartialDate StatusVerifiedDate { get; init; }

    /// <summary>The short title; null when the record has none.</summary>
    public string? BriefTitle { get; init; }

    /// <summary>Where the study stands; null when the record does not say.</summary>
    public OverallStatus? OverallStatus { get; init; }

    /// <summary>Checks a record and reads its head, in one pass.</summary>
    /// <param name="utf8">One JSON object, without a byte order mark.</param>
    /// <remarks>
    /// A record that passes is UTF-8 and JSON, is nested no deeper than <see cref="StudyJson.MaxDepth"/>, has its own
    /// id, holds every member the catalogue knows at most once and with the catalogue's type (or null), and has no
    /// broken surrogate pair in any string. So every reader of this project takes it whole. Members that the catalogue
    /// does not know may hold any JSON. The failure names the path and what is wrong. Thread-safe.
    /// </remarks>
    public static ParseResult<StudyHead> Read(ReadOnlySpan<byte> utf8) => new HeadReader(utf8).Read();
}
