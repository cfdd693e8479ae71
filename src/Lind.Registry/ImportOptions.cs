using Lind.Registry.Importing;

namespace Lind.Registry;

/// <summary>How an import runs.</summary>
public sealed record ImportOptions
{
    public ImportLimits Limits { get; init; } = ImportLimits.Default;

    /// <summary>Threads that check and compress; 0 means one per processor.</summary>
    public int Threads { get; init; }

    /// <summary>Whether the indexes are brought up to date at the end.</summary>
    public bool UpdateIndexes { get; init; } = true;

    /// <summary>Records per batch: what is lost at most when the program is killed, and has to be read again.</summary>
    public int BatchRecords { get; init; } = 2000;
}
