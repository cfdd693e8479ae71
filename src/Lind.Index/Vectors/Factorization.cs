namespace Lind.Index.Vectors;

/// <summary>The strongest directions of a sparse matrix's columns: a truncated singular value decomposition by
/// subspace iteration.</summary>
/// <remarks>Deterministic: the start is a fixed sequence and every sum has a fixed order, whatever the number of
/// threads.</remarks>
public static class Factorization
{
    private const int Rounds = 3;

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
        var (values, vectors) = SymmetricEigen.Of(DenseTables.Gram(rows, width), width);
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

    // Cholesky: with G = L·Lᵀ the columns of T·L⁻ᵀ are orthonormal. A direction without strength becomes zero.
    private static void Orthonormalize(float[] table, int width) =>
        DenseTables.Transform(
            table, InverseTransposed(Cholesky(DenseTables.Gram(table, width), width), width), width, isUpper: true);

    private static double[] InverseTransposed(double[] lower, int width)
    {
        var inverse = new double[width * width];
        for (var column = 0; column < width; column++)
        {
            for (var i = column; i < width; i++)
            {
                var value = i == column ? 1.0 : 0;
                for (var k = column; k < i; k++)
                {
                    value -= lower[(i * width) + k] * inverse[(column * width) + k];
                }

                var diagonal = lower[(i * width) + i];
                inverse[(column * width) + i] = diagonal > 0 ? value / diagonal : 0;
            }
        }

        return inverse;
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
        var floor = Math.Sqrt(Math.Max(values[0], 0)) * 1e-4;
        var matrix = (double[])vectors.Clone();
        for (var c = 0; c < width; c++)
        {
            var strength = Math.Sqrt(Math.Max(values[c], 0));
            for (var a = 0; a < width; a++)
            {
                matrix[(a * width) + c] = strength > floor ? matrix[(a * width) + c] / strength : 0;
            }
        }

        DenseTables.Transform(columns, matrix, width, isUpper: false);
        return columns;
    }
}
