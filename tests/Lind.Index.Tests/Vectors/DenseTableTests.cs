using Lind.Index.Vectors;

namespace Lind.Index.Tests.Vectors;

/// <summary>The products of dense tables against the plain sums.</summary>
public sealed class DenseTableTests
{
    public static TheoryData<int, int> Shapes => new()
    {
        { 0, 8 }, { 1, 8 }, { 7, 16 }, { 8, 8 }, { 100, 24 }, { 1000, 40 }, { 533, 320 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Gram_EqualsTheInnerProducts(int rows, int width)
    {
        var table = Table(rows, width);
        var gram = DenseTables.Gram(table, width);
        for (var a = 0; a < width; a++)
        {
            for (var b = 0; b < width; b++)
            {
                var sum = Enumerable.Range(0, rows).Sum(row => (double)table[(row * width) + a] * table[(row * width) + b]);
                Assert.Equal(sum, gram[(a * width) + b], 1e-9 * (rows + 1));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Transform_EqualsThePlainProduct(int rows, int width)
    {
        foreach (var isUpper in new[] { false, true })
        {
            var table = Table(rows, width);
            var matrix = Array.ConvertAll(Table(width, width), value => (double)value);
            for (var i = 0; i < matrix.Length && isUpper; i++)
            {
                matrix[i] = i % width < i / width ? 0 : matrix[i];
            }

            var product = (float[])table.Clone();
            DenseTables.Transform(product, matrix, width, isUpper);
            for (var i = 0; i < product.Length; i++)
            {
                var row = i / width * width;
                var sum = Enumerable.Range(0, width).Sum(a => table[row + a] * matrix[(a * width) + (i % width)]);
                Assert.Equal(sum, product[i], 1e-4);
            }
        }
    }

    private static float[] Table(int rows, int width)
    {
        var random = new Random(rows + width);
        return [.. Enumerable.Range(0, rows * width).Select(_ => random.NextSingle() - 0.5f)];
    }
}
