namespace Lind.Store;

/// <summary>What became of the records of one import.</summary>
/// <remarks>Invariant: <c>Read = Added + Updated + Unchanged + Rejected</c>.</remarks>
public sealed record ImportCounts(long Added, long Updated, long Unchanged, long Rejected)
{
    public static ImportCounts None { get; } = new(0, 0, 0, 0);

    public long Read => Added + Updated + Unchanged + Rejected;

    /// <summary>True if the content of the store is another one than before.</summary>
    public bool ChangedStudies => Added + Updated > 0;
}
