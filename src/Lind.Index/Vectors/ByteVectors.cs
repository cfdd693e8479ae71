using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Lind.Index.Vectors;

/// <summary>Dense vectors of signed bytes: inner products, exact, as whole numbers.</summary>
public static class ByteVectors
{
    /// <summary>The inner product of two vectors of equal length.</summary>
    public static int Dot(ReadOnlySpan<sbyte> left, ReadOnlySpan<sbyte> right)
    {
        if (left.Length != right.Length)
        {
            throw new ArgumentException("Both vectors must have the same length.", nameof(right));
        }

        return Avx2.IsSupported && left.Length % Vector128<sbyte>.Count == 0
            ? DotVectors(ref MemoryMarshal.GetReference(left), ref MemoryMarshal.GetReference(right), left.Length)
            : DotScalar(left, right);
    }

    /// <summary>Adds a vector times a factor to sums.</summary>
    /// <exception cref="ArgumentException">They are not equally long, or not a multiple of 8.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddScaled(Span<float> sums, ReadOnlySpan<sbyte> vector, float factor)
    {
        if (sums.Length != vector.Length || sums.Length % 8 != 0)
        {
            throw new ArgumentException("Both must be of one length, a multiple of 8.", nameof(vector));
        }

        ref var target = ref MemoryMarshal.GetReference(sums);
        ref var source = ref MemoryMarshal.GetReference(vector);
        var factors = Vector256.Create(factor);
        for (nuint i = 0; i < (nuint)sums.Length; i += 8)
        {
            // Eight bytes, widened twice.
            var bytes = Vector128.CreateScalar(Unsafe.ReadUnaligned<long>(ref Unsafe.As<sbyte, byte>(ref Unsafe.Add(ref source, i)))).AsSByte();
            var words = Vector128.WidenLower(bytes);
            var values = Vector256.ConvertToSingle(Vector256.Create(Vector128.WidenLower(words), Vector128.WidenUpper(words)));
            (Vector256.LoadUnsafe(ref target, i) + (values * factors)).StoreUnsafe(ref target, i);
        }
    }

    /// <summary>The inner products of one vector with each row of a table, each times the row's scale.</summary>
    /// <remarks>Requires: no value of -128, which has no opposite (the vector form turns signs). Measured 28 November
    /// 2026 over 600,000 rows of 64, 2 cores of AMD EPYC: see docs/quality.md.</remarks>
    /// <param name="table">The rows, one after another, each as long as the vector.</param>
    /// <param name="vector">The vector.</param>
    /// <param name="scales">One per row.</param>
    /// <param name="products">Receives one product per row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ScaledDots(
        ReadOnlySpan<sbyte> table, ReadOnlySpan<sbyte> vector, ReadOnlySpan<float> scales, Span<float> products)
    {
        if (table.Length != (long)vector.Length * scales.Length || products.Length != scales.Length)
        {
            throw new ArgumentException("The table, the scales and the products must be of as many rows.", nameof(products));
        }

        var row = 0;
        if (Avx2.IsSupported && vector.Length % Vector256<sbyte>.Count == 0)
        {
            for (; row + 4 <= scales.Length; row += 4)
            {
                var four = FourDots(ref MemoryMarshal.GetReference(table[(row * vector.Length)..]), vector);
                var scaled = Vector128.ConvertToSingle(four) * Vector128.Create<float>(scales[row..]);
                scaled.CopyTo(products[row..]);
            }
        }

        for (; row < scales.Length; row++)
        {
            products[row] = Dot(table.Slice(row * vector.Length, vector.Length), vector) * scales[row];
        }
    }

    // Bound: reads four rows of the vector's length, a multiple of 32, which the caller has sliced. A product of two bytes
    // up to 127 and its neighbour's fit 16 bits: the magnitudes of one side times the other side with the first's signs.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> FourDots(ref sbyte rows, ReadOnlySpan<sbyte> vector)
    {
        var (first, second, third, fourth) = (Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero);
        var length = (nuint)vector.Length;
        ref var start = ref MemoryMarshal.GetReference(vector);
        for (nuint i = 0; i < length; i += 32)
        {
            var signed = Vector256.LoadUnsafe(ref start, i);
            var magnitude = Avx2.Abs(signed);
            first += Pairs(magnitude, signed, Vector256.LoadUnsafe(ref rows, i));
            second += Pairs(magnitude, signed, Vector256.LoadUnsafe(ref rows, length + i));
            third += Pairs(magnitude, signed, Vector256.LoadUnsafe(ref rows, (2 * length) + i));
            fourth += Pairs(magnitude, signed, Vector256.LoadUnsafe(ref rows, (3 * length) + i));
        }

        var sums = Avx2.HorizontalAdd(Avx2.HorizontalAdd(first, second), Avx2.HorizontalAdd(third, fourth));
        return sums.GetLower() + sums.GetUpper();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Pairs(Vector256<byte> magnitude, Vector256<sbyte> signed, Vector256<sbyte> row) =>
        Avx2.MultiplyAddAdjacent(
            Avx2.MultiplyAddAdjacent(magnitude, Avx2.Sign(row, signed)), Vector256<short>.One);

    /// <summary>The plain form that the vector form must equal.</summary>
    internal static int DotScalar(ReadOnlySpan<sbyte> left, ReadOnlySpan<sbyte> right)
    {
        var sum = 0;
        for (var i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }

    // Bound: reads 16 bytes at a time below length, which is a multiple of 16 and the length of both vectors.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int DotVectors(ref sbyte left, ref sbyte right, int length)
    {
        var sum = Vector256<int>.Zero;
        for (nuint i = 0; i < (nuint)length; i += 16)
        {
            var a = Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref left, i));
            var b = Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref right, i));
            sum += Avx2.MultiplyAddAdjacent(a, b);
        }

        return Vector256.Sum(sum);
    }
}
