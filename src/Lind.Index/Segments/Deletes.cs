using System.Numerics;
using Lind.Index.Storage;

namespace Lind.Index.Segments;

/// <summary>Which documents of a segment are deleted. Immutable once published.</summary>
/// <remarks>The file (kind DELS) holds a bit for each document, in u64 words; it starts at offset 64.</remarks>
internal sealed class Deletes
{
    private readonly ulong[] _deleted;

    private Deletes(ulong[] deleted, int generation)
    {
        _deleted = deleted;
        Generation = generation;
        Count = deleted.Sum(BitOperations.PopCount);
    }

    /// <summary>The number of the file; 0: there is none, and nothing is deleted.</summary>
    internal int Generation { get; }

    /// <summary>How many documents are deleted.</summary>
    internal int Count { get; }

    /// <summary>A bit for each deleted document; empty if none is.</summary>
    internal ReadOnlySpan<ulong> Bits => Count == 0 ? [] : _deleted;

    internal bool IsDeleted(int document) => Count > 0 && ((_deleted[document >> 6] >> document) & 1) != 0;

    internal static Deletes None(int documents) => new(new ulong[(documents + 63) / 64], 0);

    /// <summary>These deletes and more, as the next generation.</summary>
    internal Deletes With(IEnumerable<int> documents)
    {
        var bits = (ulong[])_deleted.Clone();
        foreach (var document in documents)
        {
            bits[document >> 6] |= 1UL << document;
        }

        return new Deletes(bits, Generation + 1);
    }

    internal void Write(IndexDirectory directory, string segment)
    {
        using var output = new IndexOutput(directory, SegmentFiles.DeletesOf(segment, Generation), SegmentFiles.DeletesKind);
        output.Align();
        output.WriteValues<ulong>(_deleted);
        output.Finish();
    }

    internal static Deletes Read(IndexDirectory directory, string segment, int generation, int documents)
    {
        if (generation == 0)
        {
            return None(documents);
        }

        using var file = directory.Open(SegmentFiles.DeletesOf(segment, generation));
        FileFormat.CheckFrame(file, SegmentFiles.DeletesKind);
        FileFormat.CheckContent(file, CancellationToken.None);
        var words = (documents + 63) / 64;
        var section = new Section(FileFormat.Alignment, words * 8L);
        return new Deletes(section.In(file).As<ulong>().ToArray(), generation);
    }
}
