namespace Lind.Index.Segments;

/// <summary>How an index is written; nothing here changes a format.</summary>
public sealed record IndexOptions
{
    /// <summary>From how many bytes of collected documents on a builder writes a segment. Each builder may take so much,
    /// and about half as much again while it writes.</summary>
    public long BuilderMemory { get; init; } = 512L << 20;

    /// <summary>Whether commits start merging small segments in the background.</summary>
    public bool MergeInBackground { get; init; } = true;

    /// <summary>How many segments of about one size are let stand before they are merged.</summary>
    public int MergeFactor { get; init; } = 8;

    /// <summary>Segments with more documents are not merged further, unless a good part of them is deleted. Bounds a
    /// merge's time and memory, and the files' size.</summary>
    public int MaxMergedDocuments { get; init; } = 400_000;

    /// <summary>Gets what goes wrong in a background merge; the index stays as it was, and the next commit tries
    /// again.</summary>
    public Action<Exception>? MergeFailed { get; init; }
}
