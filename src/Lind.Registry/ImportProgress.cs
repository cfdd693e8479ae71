using Lind.Store;

namespace Lind.Registry;

/// <summary>How far an import is.</summary>
/// <param name="Stage">What it is doing.</param>
/// <param name="Counts">Records whose batch is in the store.</param>
/// <param name="BytesRead">Of the files, packed as they are.</param>
/// <param name="BytesTotal">Of all files.</param>
/// <param name="Indexed">Studies taken into the index of the stage so far.</param>
/// <param name="ToIndex">Of how many.</param>
/// <param name="StageElapsed">Since the stage began.</param>
/// <param name="Elapsed">Since the work began.</param>
public sealed record ImportProgress(
    ImportStage Stage, ImportCounts Counts, long BytesRead, long BytesTotal, long Indexed, long ToIndex, TimeSpan StageElapsed,
    TimeSpan Elapsed);

public enum ImportStage
{
    /// <summary>Records are read, checked and stored.</summary>
    Storing,

    /// <summary>The search index is brought up to date.</summary>
    Indexing,

    /// <summary>The index of related studies is brought up to date.</summary>
    Relating,
}
