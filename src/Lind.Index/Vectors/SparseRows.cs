using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Lind.Index.Vectors;

/// <summary>A sparse matrix by rows.</summary>
/// <param name="Starts">Where each row's entries start; one more than there are rows.</param>
/// <param name="Columns">The entries' columns.</param>
/// <param name="Values">The entries' values.</param>
/// <param name="ColumnCount">How many columns there are.</param>
public sealed record SparseRows(int[] Starts, int[] Columns, float[] Values, int ColumnCount)
{
    /// <summary>How many rows there are.</summary>
    public int RowCount => Starts.Length - 1;

    /// <summary>The same matrix with rows and columns exchanged.</summary>
    public SparseRows Transpose()
    {
        var starts = new int[ColumnCount + 1];
        foreach (var column in Columns)
        {
            starts[column + 1]++;
        }

        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        var next = starts[..^1].ToArray();
        var (rows, values) = (new int[Columns.Length], new float[Columns.Length]);
        for (var row = 0; row < RowCount; row++)
        {
            for (var at = Starts[row]; at < Starts[row + 1]; at++)
            {
                var to = next[Columns[at]]++;
                (rows[to], values[to]) = (row, Values[at]);
            }
        }

        return new SparseRows(starts, rows, values, RowCount);
    }

    /// <summary>The product with a dense table of <paramref name="width"/> columns, row-major.</summary>
    /// <remarks>Every sum is taken in one fixed order: the answer does not depend on the number of threads.</remarks>
    public float[] Times(float[] dense, int width)
    {
        var product = new float[(long)RowCount * width];
        Parallel.For(0, RowCount, row =>
        {
            var target = product.AsSpan(row * width, width);
            var (at, end) = (Starts[row], Starts[row + 1]);
            for (; at + 1 < end; at += 2)
            {
                AddScaled(
                    target, dense.AsSpan(Columns[at] * width, width), Values[at], dense.AsSpan(Columns[at + 1] * width, width), Values[at + 1]);
            }

            if (at < end)
            {
                AddScaled(target, dense.AsSpan(Columns[at] * width, width), Values[at], [], 0);
            }
        });
        return product;
    }

    // Two rows at a time: the target, which is read and written for each, is half of the work. Bound: all as long as the target, a multiple
    // of 8; the second may be empty.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddScaled(
        Span<float> target, ReadOnlySpan<float> one, float oneFactor, ReadOnlySpan<float> other, float otherFactor)
    {
        ref var sums = ref MemoryMarshal.GetReference(target);
        ref var first = ref MemoryMarshal.GetReference(one);
        ref var second = ref MemoryMarshal.GetReference(other.IsEmpty ? one : other);
        var (factor, factor2) = (Vector256.Create(oneFactor), Vector256.Create(otherFactor));
        for (nuint i = 0; i < (nuint)target.Length; i += 8)
        {
            var sum = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref first, i), factor, Vector256.LoadUnsafe(ref sums, i));
            Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref second, i), factor2, sum).StoreUnsafe(ref sums, i);
        }
    }
}
