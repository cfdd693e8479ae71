namespace Lind.Index.Vectors;

/// <summary>Sparse vectors of <see cref="PackedEntry"/>, turned round into one list per term, and scored against one
/// query.</summary>
public static class SparseVectors
{
    /// <summary>Turns vectors into lists: for each term the documents that have it, ascending, with the weight.</summary>
    /// <param name="starts">Where each document's entries start; one more than there are documents.</param>
    /// <param name="entries">The entries of all documents (key = term).</param>
    /// <param name="listStarts">Receives where each term's list starts: <see cref="PackedEntry.Keys"/> + 1 values.</param>
    /// <param name="lists">Receives the lists (key = document): as long as <paramref name="entries"/>.</param>
    public static void Invert(
        ReadOnlySpan<uint> starts, ReadOnlySpan<uint> entries, Span<uint> listStarts, Span<uint> lists)
    {
        listStarts.Clear();
        foreach (var entry in entries)
        {
            listStarts[PackedEntry.Key(entry) + 1]++;
        }

        for (var term = 1; term < listStarts.Length; term++)
        {
            listStarts[term] += listStarts[term - 1];
        }

        var next = listStarts[..^1].ToArray();
        for (var document = 0; document + 1 < starts.Length; document++)
        {
            foreach (var entry in entries[(int)starts[document]..(int)starts[document + 1]])
            {
                lists[(int)next[PackedEntry.Key(entry)]++] = PackedEntry.Of(document, (byte)entry);
            }
        }
    }

    /// <summary>Adds one term's part of the inner product to every document of its list.</summary>
    /// <param name="list">The term's list.</param>
    /// <param name="weight">The query's weight of the term.</param>
    /// <param name="sums">One sum per document.</param>
    public static void Add(ReadOnlySpan<uint> list, float weight, Span<float> sums)
    {
        foreach (var entry in list)
        {
            sums[PackedEntry.Key(entry)] += weight * PackedEntry.Weight(entry);
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
