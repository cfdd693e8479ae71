using Lind.Studies;

namespace Lind.Store;

/// <summary>One version of a study as kept: the record's own bytes and where it stands.</summary>
/// <param name="NctId">The study.</param>
/// <param name="Json">Compact UTF-8 JSON in the API v2 form. Read only: the bytes may be shared with a cache.</param>
/// <param name="Rank">The registry's dates and the form it arrived in.</param>
/// <param name="Seen">When this store first took this version in.</param>
public sealed record StoredStudy(NctId NctId, ReadOnlyMemory<byte> Json, StudyRank Rank, DateTimeOffset Seen);
