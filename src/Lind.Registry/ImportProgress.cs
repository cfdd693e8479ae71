using Lind.Store;

namespace Lind.Registry;

/// <summary>How far an import is.</summary>
/// <param name="Stage">What it is doing.</param>
/// <param name="Counts">Records whose batch is in the store.</param>
/// <param name="BytesRead">Of the files, packed as they are.</param>
/// <param name="BytesTotal">Of all files.</param>
/// <param name="Indexed">Studies taken into the index so far, in the stage of indexing.</param>
public sealed record ImportProgress(
    ImportStage Stage, ImportCounts Counts, long BytesRead, long BytesTotal, long Indexed, TimeSpan Elapsed);

public enum ImportStage
{
    /// <summary>Records are read, checked and stored.</summary>
    Storing,

    /// <summary>The indexes are brought up to date.</summary>
    Indexing,
}
