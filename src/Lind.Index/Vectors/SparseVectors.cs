using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Lind.Index.Vectors;

/// <summary>Sparse vectors of <see cref="PackedEntry"/>, turned round into one list per term, and scored against one
/// query.</summary>
public static class SparseVectors
{
    /// <summary>Turns vectors into lists: for each term the documents that have it, ascending, with the weight.</summary>
    /// <param name="starts">Where each document's entries start; one more than there are documents.</param>
    /// <param name="entries">The entries of all documents (key = term).</param>
    /// <returns>The terms that occur, ascending; where each one's list starts, one more than there are terms; and the
    /// lists (key = document), as long as <paramref name="entries"/>.</returns>
    public static (int[] Terms, uint[] ListStarts, uint[] Lists) Invert(
        ReadOnlySpan<uint> starts, ReadOnlySpan<uint> entries)
    {
        var counts = new uint[PackedEntry.Keys];
        foreach (var entry in entries)
        {
            counts[PackedEntry.Key(entry)]++;
        }

        var terms = new int[counts.AsSpan().Length - counts.AsSpan().Count(0u)];
        var listStarts = new uint[terms.Length + 1];
        var at = 0;
        for (var key = 0; key < counts.Length; key++)
        {
            if (counts[key] > 0)
            {
                terms[at] = key;
                listStarts[at + 1] = listStarts[at] + counts[key];
                counts[key] = listStarts[at++];
            }
        }

        // From here on counts holds where the next entry of each term goes.
        var lists = new uint[entries.Length];
        for (var document = 0; document + 1 < starts.Length; document++)
        {
            foreach (var entry in entries[(int)starts[document]..(int)starts[document + 1]])
            {
                lists[(int)counts[PackedEntry.Key(entry)]++] = PackedEntry.Of(document, (byte)entry);
            }
        }

        return (terms, listStarts, lists);
    }

    /// <summary>Adds one term's part of the inner product to every document of its list.</summary>
    /// <param name="list">The term's list.</param>
    /// <param name="weight">The query's weight of the term.</param>
    /// <param name="sums">One sum per document.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(ReadOnlySpan<uint> list, float weight, Span<float> sums)
    {
        foreach (var entry in list)
        {
            sums[PackedEntry.Key(entry)] += weight * PackedEntry.Weight(entry);
        }
    }

    /// <summary>Multiplies every sum with its document's scale.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scale(Span<float> sums, ReadOnlySpan<float> scales)
    {
        if (sums.Length != scales.Length)
        {
            throw new ArgumentException("There must be as many scales as sums.", nameof(scales));
        }

        var i = 0;
        for (; i + Vector256<float>.Count <= sums.Length; i += Vector256<float>.Count)
        {
            (Vector256.Create<float>(sums[i..]) * Vector256.Create(scales[i..])).CopyTo(sums[i..]);
        }

        for (; i < sums.Length; i++)
        {
            sums[i] *= scales[i];
        }
    }

    /// <summary>The inner product of two sorted vectors, each scaled.</summary>
    public static double Dot(ReadOnlySpan<uint> left, ReadOnlySpan<uint> right)
    {
        long sum = 0;
        int i = 0, j = 0;
        while (i < left.Length && j < right.Length)
        {
            var order = PackedEntry.Key(left[i]) - PackedEntry.Key(right[j]);
            if (order == 0)
            {
                sum += PackedEntry.Weight(left[i++]) * PackedEntry.Weight(right[j++]);
            }
            else if (order < 0)
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return sum;
    }
}
