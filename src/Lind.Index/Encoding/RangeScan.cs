using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Lind.Index.Encoding;

/// <summary>Finds the numbers of a list that lie in a range.</summary>
internal static class RangeScan
{
    /// <summary>Whether to scan without vector instructions; tests set it to compare the two.</summary>
    internal static bool ForceScalar { get; set; }

    /// <summary>Sets bit i where value i is from <paramref name="low"/> to <paramref name="high"/>, both included; other bits
    /// of the words it touches are cleared.</summary>
    /// <remarks>Requires: <paramref name="bits"/> has room for all values.</remarks>
    internal static void Fill<T>(ReadOnlySpan<T> values, T low, T high, Span<ulong> bits)
        where T : unmanaged, IBinaryInteger<T>, IUnsignedNumber<T>
    {
        var done = Vector256.IsHardwareAccelerated && !ForceScalar ? FillVector(values, low, high, bits) : 0;
        for (var start = done; start < values.Length; start += 64)
        {
            var end = Math.Min(start + 64, values.Length);
            var word = 0UL;
            for (var i = start; i < end; i++)
            {
                word |= (values[i] >= low && values[i] <= high ? 1UL : 0) << i;
            }

            bits[start >> 6] = word;
        }
    }

    /// <summary>Whole words of 64 values; returns how many values were done.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int FillVector<T>(ReadOnlySpan<T> values, T low, T high, Span<ulong> bits)
        where T : unmanaged, IBinaryInteger<T>, IUnsignedNumber<T>
    {
        var (lows, highs) = (Vector256.Create(low), Vector256.Create(high));
        var lanes = Vector256<T>.Count;
        var start = 0;
        for (; start + 64 <= values.Length; start += 64)
        {
            var word = 0UL;
            for (var i = 0; i < 64; i += lanes)
            {
                var lane = Vector256.Create(values.Slice(start + i, lanes));
                var inside = Vector256.GreaterThanOrEqual(lane, lows) & Vector256.LessThanOrEqual(lane, highs);
                word |= (ulong)inside.ExtractMostSignificantBits() << i;
            }

            bits[start >> 6] = word;
        }

        return start;
    }
}
