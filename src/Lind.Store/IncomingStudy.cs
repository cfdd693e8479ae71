using Lind.Studies;

namespace Lind.Store;

/// <summary>A valid record on its way into the store.</summary>
/// <param name="NctId">The study.</param>
/// <param name="Json">Compact UTF-8 JSON in the API v2 form.</param>
/// <param name="Version">Its content hash and rank.</param>
/// <param name="StampOffset">Where the download stamp starts; -1 if it has none.</param>
/// <param name="Aliases">Former ids of the study that the record lists.</param>
public sealed record IncomingStudy(
    NctId NctId, ReadOnlyMemory<byte> Json, KnownVersion Version, int StampOffset, IReadOnlyList<NctId> Aliases);
