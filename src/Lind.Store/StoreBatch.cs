using Lind.Store.Packing;
using Lind.Studies;

namespace Lind.Store;

/// <summary>What one batch writes. Applied whole or not at all.</summary>
/// <param name="Blocks">The bytes of the new versions.</param>
/// <param name="Versions">The new versions, each with its place in one of the blocks.</param>
/// <param name="Stamps">Known versions that were seen again under a better rank.</param>
/// <param name="Currents">Studies whose current version is another one now.</param>
/// <param name="Rejected">Records set aside.</param>
/// <param name="Counts">The import's counts up to and including this batch.</param>
/// <param name="Dictionaries">Dictionaries learned in this batch, which its blocks and later ones need.</param>
public sealed record StoreBatch(
    IReadOnlyList<StudyBlock> Blocks,
    IReadOnlyList<VersionWrite> Versions,
    IReadOnlyList<StampWrite> Stamps,
    IReadOnlyList<CurrentWrite> Currents,
    IReadOnlyList<RejectedRecord> Rejected,
    ImportCounts Counts,
    IReadOnlyList<StudyDictionary> Dictionaries);

/// <summary>A version that the store does not hold yet.</summary>
/// <param name="Block">Which of the batch's blocks.</param>
/// <param name="Offset">Where it starts in the unpacked block.</param>
/// <param name="Length">How long it is there.</param>
/// <param name="StampOffset">Where the download stamp starts inside the record; -1 if it has none.</param>
public sealed record VersionWrite(
    NctId NctId, KnownVersion Version, int Block, int Offset, int Length, int StampOffset);

/// <summary>A known version's new rank.</summary>
public sealed record StampWrite(NctId NctId, ContentHash Hash, StudyRank Rank);

/// <summary>Which version of a study is the current one, and the former ids it lists.</summary>
public sealed record CurrentWrite(NctId NctId, ContentHash Hash, IReadOnlyList<NctId> Aliases);
