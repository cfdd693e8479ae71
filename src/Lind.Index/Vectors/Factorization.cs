namespace Lind.Index.Vectors;

/// <summary>The strongest directions of a sparse matrix's columns: a truncated singular value decomposition by
/// subspace iteration.</summary>
/// <remarks>Deterministic: the start is a fixed sequence and every sum has a fixed order, whatever the number of
/// threads.</remarks>
public static class Factorization
{
    private const int Rounds = 4;

    /// <summary>Finds the directions.</summary>
    /// <param name="matrix">One row per document, one column per term.</param>
    /// <param name="width">How many directions; a multiple of 8.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Per column of the matrix <paramref name="width"/> values: its place in the directions, strongest first,
    /// each divided by its strength, so that a row's place is the sum of its terms' places and every direction counts
    /// alike.</returns>
    public static float[] Columns(SparseRows matrix, int width, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(width % 8, 0, nameof(width));
        var turned = matrix.Transpose();
        var columns = Start(matrix.ColumnCount, width);
        for (var round = 0; round < Rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            Orthonormalize(columns, width);
            columns = turned.Times(matrix.Times(columns, width), width);
        }

        Orthonormalize(columns, width);
        var rows = matrix.Times(columns, width);
        var (values, vectors) = SymmetricEigen.Of(Gram(rows, width), width);
        return Rotate(columns, width, values, vectors);
    }

    private static float[] Start(int count, int width)
    {
        var start = new float[(long)count * width];
        var state = 0x9E3779B97F4A7C15UL;
        for (var i = 0; i < start.Length; i++)
        {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            start[i] = ((state >> 40) / (float)(1 << 24)) - 0.5f;
        }

        return start;
    }

    private static double[] Gram(float[] table, int width)
    {
        var gram = new double[width * width];
        Parallel.For(0, width, a =>
        {
            var sums = new double[width];
            for (var at = 0; at < table.Length; at += width)
            {
                double factor = table[at + a];
                for (var b = 0; b <= a; b++)
                {
                    sums[b] += factor * table[at + b];
                }
            }

            for (var b = 0; b <= a; b++)
            {
                gram[(a * width) + b] = gram[(b * width) + a] = sums[b];
            }
        });
        return gram;
    }

    // Cholesky: with G = L·Lᵀ the columns of T·L⁻ᵀ are orthonormal. A direction without strength becomes zero.
    private static void Orthonormalize(float[] table, int width)
    {
        var lower = Cholesky(Gram(table, width), width);
        Parallel.For(0, table.Length / width, index =>
        {
            var row = table.AsSpan(index * width, width);
            for (var i = 0; i < width; i++)
            {
                double value = row[i];
                for (var k = 0; k < i; k++)
                {
                    value -= lower[(i * width) + k] * row[k];
                }

                row[i] = lower[(i * width) + i] > 0 ? (float)(value / lower[(i * width) + i]) : 0;
            }
        });
    }

    private static double[] Cholesky(double[] gram, int width)
    {
        var lower = new double[width * width];
        for (var i = 0; i < width; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var value = gram[(i * width) + j];
                for (var k = 0; k < j; k++)
                {
                    value -= lower[(i * width) + k] * lower[(j * width) + k];
                }

                var diagonal = lower[(j * width) + j];
                lower[(i * width) + j] = i == j
                    ? (value > 1e-10 * gram[(i * width) + i] ? Math.Sqrt(value) : 0)
                    : (diagonal > 0 ? value / diagonal : 0);
            }
        }

        return lower;
    }

    private static float[] Rotate(float[] columns, int width, double[] values, double[] vectors)
    {
        var rotated = new float[columns.Length];
        var floor = Math.Sqrt(Math.Max(values[0], 0)) * 1e-4;
        Parallel.For(0, columns.Length / width, index =>
        {
            var source = columns.AsSpan(index * width, width);
            for (var c = 0; c < width; c++)
            {
                var strength = Math.Sqrt(Math.Max(values[c], 0));
                double sum = 0;
                for (var a = 0; a < width; a++)
                {
                    sum += source[a] * vectors[(a * width) + c];
                }

                rotated[(index * width) + c] = strength > floor ? (float)(sum / strength) : 0;
            }
        });
        return rotated;
    }
}
