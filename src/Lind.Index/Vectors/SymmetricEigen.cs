namespace Lind.Index.Vectors;

/// <summary>Eigenvalues and eigenvectors of a small symmetric matrix, by cyclic Jacobi rotations.</summary>
internal static class SymmetricEigen
{
    private const int Sweeps = 15;

    /// <summary>Values in falling order and, in the columns of a row-major table, their vectors.</summary>
    internal static (double[] Values, double[] Vectors) Of(double[] symmetric, int size)
    {
        var matrix = (double[])symmetric.Clone();
        var vectors = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            vectors[(i * size) + i] = 1;
        }

        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            for (var p = 0; p < size; p++)
            {
                for (var q = p + 1; q < size; q++)
                {
                    Annihilate(matrix, vectors, size, p, q);
                }
            }
        }

        return Sorted(matrix, vectors, size);
    }

    private static void Annihilate(double[] matrix, double[] vectors, int size, int p, int q)
    {
        var off = matrix[(p * size) + q];
        var scale = Math.Sqrt(Math.Abs(matrix[(p * size) + p] * matrix[(q * size) + q]));
        if (Math.Abs(off) <= (1e-12 * scale) + 1e-300)
        {
            return;
        }

        var theta = (matrix[(q * size) + q] - matrix[(p * size) + p]) / (2 * off);
        var tangent = (theta < 0 ? -1 : 1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        var cosine = 1 / Math.Sqrt((tangent * tangent) + 1);
        var sine = tangent * cosine;
        for (var k = 0; k < size; k++)
        {
            Turn(ref matrix[(k * size) + p], ref matrix[(k * size) + q], cosine, sine);
        }

        for (var k = 0; k < size; k++)
        {
            Turn(ref matrix[(p * size) + k], ref matrix[(q * size) + k], cosine, sine);
            Turn(ref vectors[(k * size) + p], ref vectors[(k * size) + q], cosine, sine);
        }
    }

    private static void Turn(ref double a, ref double b, double cosine, double sine) =>
        (a, b) = ((cosine * a) - (sine * b), (sine * a) + (cosine * b));

    private static (double[] Values, double[] Vectors) Sorted(double[] matrix, double[] vectors, int size)
    {
        var order = Enumerable.Range(0, size).OrderByDescending(i => matrix[(i * size) + i]).ThenBy(i => i).ToArray();
        var sorted = new double[size * size];
        for (var c = 0; c < size; c++)
        {
            for (var k = 0; k < size; k++)
            {
                sorted[(k * size) + c] = vectors[(k * size) + order[c]];
            }
        }

        return ([.. order.Select(i => matrix[(i * size) + i])], sorted);
    }
}
