using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Lind.Index.Vectors;

/// <summary>Products of tall dense tables, row-major, whose width is a multiple of 8.</summary>
/// <remarks>Worked out in small squares that stay in registers. Every sum has a fixed order: one answer whatever the number of
/// threads. What that brought: docs/performance.md.</remarks>
internal static class DenseTables
{
    private const int Parts = 16;
    private const int BlockRows = 32; // of 320 columns as doubles: 80 KB, within the second cache
    private const int Square = 8;
    private const int GramHeight = 4;

    /// <summary>The inner products of the table's columns, summed in double precision: a symmetric matrix of the width, row-major.</summary>
    internal static double[] Gram(float[] table, int width)
    {
        var count = table.Length / width;
        var parts = new double[Parts][];
        Parallel.For(0, Parts, part =>
        {
            var sums = new double[width * width];
            var block = new double[BlockRows * width];
            var end = EndOf(part, count);
            for (var row = EndOf(part - 1, count); row < end; row += BlockRows)
            {
                var rows = table.AsSpan(row * width, Math.Min(BlockRows, end - row) * width);
                Widen(rows, block);
                AddBlock(block.AsSpan(0, rows.Length), width, sums);
            }

            parts[part] = sums;
        });
        var all = parts[0];
        for (var part = 1; part < Parts; part++)
        {
            for (var i = 0; i < all.Length; i++)
            {
                all[i] += parts[part][i];
            }
        }

        Mirror(all, width);
        return all;
    }

    /// <summary>Multiplies every row of the table, in place, with a square matrix from the right; sums in single precision.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="matrix">Row-major, of the width.</param>
    /// <param name="width">The width of both.</param>
    /// <param name="isUpper">Whether nothing stands below the matrix's diagonal.</param>
    internal static void Transform(float[] table, double[] matrix, int width, bool isUpper)
    {
        var narrow = Array.ConvertAll(matrix, value => (float)value);
        var count = table.Length / width;
        Parallel.For(0, Parts, part =>
        {
            var product = new float[Square * width];
            var end = EndOf(part, count);
            for (var row = EndOf(part - 1, count); row < end; row += Square)
            {
                var rows = table.AsSpan(row * width, Math.Min(Square, end - row) * width);
                for (var column = 0; column < width; column += Square)
                {
                    MultiplySquare(rows, narrow, product, width, column, isUpper ? column + Square : width);
                }

                product.AsSpan(0, rows.Length).CopyTo(rows);
            }
        });
    }

    private static int EndOf(int part, int count) => (int)((part + 1L) * count / Parts);

    private static void Widen(ReadOnlySpan<float> source, double[] target)
    {
        for (var i = 0; i < source.Length; i += Square)
        {
            var (lower, upper) = Vector256.Widen(Vector256.Create<float>(source[i..]));
            lower.CopyTo(target, i);
            upper.CopyTo(target, i + 4);
        }
    }

    private static void AddBlock(ReadOnlySpan<double> rows, int width, double[] sums)
    {
        for (var a = 0; a < width; a += GramHeight)
        {
            for (var b = a & -Square; b < width; b += Square)
            {
                AddSquare(rows, width, a, b, sums);
            }
        }
    }

    // Bound: a is at most width - 4 and b at most width - 8, multiples of 4 and of 8.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddSquare(ReadOnlySpan<double> rows, int width, int a, int b, double[] sums)
    {
        ref var left = ref Unsafe.Add(ref MemoryMarshal.GetReference(rows), a);
        ref var right = ref Unsafe.Add(ref MemoryMarshal.GetReference(rows), b);
        var (s0, s1, s2, s3) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        var (t0, t1, t2, t3) = (s0, s1, s2, s3);
        for (var at = 0; at < rows.Length; at += width)
        {
            var lower = Vector256.LoadUnsafe(ref right, (nuint)at);
            var upper = Vector256.LoadUnsafe(ref right, (nuint)at + 4);
            ref var row = ref Unsafe.Add(ref left, at);
            var (v0, v1) = (Vector256.Create(row), Vector256.Create(Unsafe.Add(ref row, 1)));
            s0 = Vector256.FusedMultiplyAdd(v0, lower, s0);
            t0 = Vector256.FusedMultiplyAdd(v0, upper, t0);
            s1 = Vector256.FusedMultiplyAdd(v1, lower, s1);
            t1 = Vector256.FusedMultiplyAdd(v1, upper, t1);
            var (v2, v3) = (Vector256.Create(Unsafe.Add(ref row, 2)), Vector256.Create(Unsafe.Add(ref row, 3)));
            s2 = Vector256.FusedMultiplyAdd(v2, lower, s2);
            t2 = Vector256.FusedMultiplyAdd(v2, upper, t2);
            s3 = Vector256.FusedMultiplyAdd(v3, lower, s3);
            t3 = Vector256.FusedMultiplyAdd(v3, upper, t3);
        }

        Add(s0, t0, sums.AsSpan((a * width) + b));
        Add(s1, t1, sums.AsSpan(((a + 1) * width) + b));
        Add(s2, t2, sums.AsSpan(((a + 2) * width) + b));
        Add(s3, t3, sums.AsSpan(((a + 3) * width) + b));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(Vector256<double> lower, Vector256<double> upper, Span<double> sums)
    {
        (Vector256.Create<double>(sums) + lower).CopyTo(sums);
        (Vector256.Create<double>(sums[4..]) + upper).CopyTo(sums[4..]);
    }

    // Bound: up to eight rows of the width; column is at most width - 8; of the matrix its first `depth` rows are read.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MultiplySquare(ReadOnlySpan<float> rows, float[] matrix, float[] product, int width, int column, int depth)
    {
        if (rows.Length < Square * width)
        {
            MultiplyRows(rows, matrix, product, width, column, depth);
            return;
        }

        ref var left = ref MemoryMarshal.GetReference(rows);
        ref var right = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(matrix), column);
        var (s0, s1, s2, s3) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
        var (s4, s5, s6, s7) = (s0, s1, s2, s3);
        for (var a = 0; a < depth; a++)
        {
            var values = Vector256.LoadUnsafe(ref right, (nuint)(a * width));
            ref var row = ref Unsafe.Add(ref left, a);
            s0 = Vector256.FusedMultiplyAdd(Vector256.Create(row), values, s0);
            s1 = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref row, width)), values, s1);
            s2 = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref row, 2 * width)), values, s2);
            s3 = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref row, 3 * width)), values, s3);
            s4 = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref row, 4 * width)), values, s4);
            s5 = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref row, 5 * width)), values, s5);
            s6 = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref row, 6 * width)), values, s6);
            s7 = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref row, 7 * width)), values, s7);
        }

        var target = product.AsSpan(column);
        s0.CopyTo(target);
        s1.CopyTo(target[width..]);
        s2.CopyTo(target[(2 * width)..]);
        s3.CopyTo(target[(3 * width)..]);
        s4.CopyTo(target[(4 * width)..]);
        s5.CopyTo(target[(5 * width)..]);
        s6.CopyTo(target[(6 * width)..]);
        s7.CopyTo(target[(7 * width)..]);
    }

    private static void MultiplyRows(ReadOnlySpan<float> rows, float[] matrix, float[] product, int width, int column, int depth)
    {
        for (var at = 0; at < rows.Length; at += width)
        {
            var sum = Vector256<float>.Zero;
            for (var a = 0; a < depth; a++)
            {
                sum = Vector256.FusedMultiplyAdd(
                    Vector256.Create(rows[at + a]), Vector256.Create<float>(matrix.AsSpan((a * width) + column)), sum);
            }

            sum.CopyTo(product.AsSpan(at + column));
        }
    }

    private static void Mirror(double[] matrix, int width)
    {
        for (var row = 0; row < width; row++)
        {
            for (var column = 0; column < row; column++)
            {
                matrix[(row * width) + column] = matrix[(column * width) + row];
            }
        }
    }
}
