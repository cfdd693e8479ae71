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

    /// <summary>The inner products of one vector with the beginning of each row of a table.</summary>
    /// <param name="table">The rows, one after another.</param>
    /// <param name="width">How long a row is.</param>
    /// <param name="vector">The vector, at most as long as a row.</param>
    /// <param name="products">Receives one product per row.</param>
    public static void Dots(ReadOnlySpan<sbyte> table, int width, ReadOnlySpan<sbyte> vector, Span<int> products)
    {
        for (var row = 0; row < products.Length; row++)
        {
            products[row] = Dot(table.Slice(row * width, vector.Length), vector);
        }
    }

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
