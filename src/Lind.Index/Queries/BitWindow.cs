using System.Numerics;
using System.Runtime.CompilerServices;

namespace Lind.Index.Queries;

/// <summary>Sets of rows of one window, as bits.</summary>
internal static class BitWindow
{
    internal static int Count(ReadOnlySpan<ulong> bits)
    {
        var count = 0;
        foreach (var word in bits)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    internal static bool IsEmpty(ReadOnlySpan<ulong> bits) => !bits.ContainsAnyExcept(0UL);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool Has(ReadOnlySpan<ulong> bits, int place) => ((bits[place >> 6] >> place) & 1) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Set(Span<ulong> bits, int place) => bits[place >> 6] |= 1UL << place;

    /// <summary>Sets the first bits; clears the others.</summary>
    internal static void SetFirst(Span<ulong> bits, int count)
    {
        count = Math.Clamp(count, 0, bits.Length * 64);
        bits.Clear();
        bits[..(count / 64)].Fill(ulong.MaxValue);
        if (count % 64 != 0)
        {
            bits[count / 64] = (1UL << (count % 64)) - 1;
        }
    }

    /// <summary>Sets the bits from one place to before another; an empty or reversed range sets none.</summary>
    internal static void SetRange(Span<ulong> bits, int from, int end)
    {
        for (var at = from; at < end;)
        {
            var count = Math.Min(64 - (at & 63), end - at);
            bits[at >> 6] |= (count == 64 ? ulong.MaxValue : (1UL << count) - 1) << (at & 63);
            at += count;
        }
    }

    /// <summary>Clears what the other set does not have; an empty span stands for all rows.</summary>
    internal static void And(Span<ulong> bits, ReadOnlySpan<ulong> other)
    {
        for (var i = 0; i < other.Length; i++)
        {
            bits[i] &= other[i];
        }
    }

    internal static void AndNot(Span<ulong> bits, ReadOnlySpan<ulong> other)
    {
        for (var i = 0; i < other.Length; i++)
        {
            bits[i] &= ~other[i];
        }
    }

    /// <summary>What one set (empty: all rows) has and the other has not.</summary>
    internal static void Subtract(ReadOnlySpan<ulong> bits, ReadOnlySpan<ulong> other, Span<ulong> difference)
    {
        for (var i = 0; i < difference.Length; i++)
        {
            difference[i] = (bits.IsEmpty ? ulong.MaxValue : bits[i]) & ~other[i];
        }
    }

    internal static void Or(Span<ulong> bits, ReadOnlySpan<ulong> other)
    {
        for (var i = 0; i < other.Length; i++)
        {
            bits[i] |= other[i];
        }
    }

    /// <summary>Writes the places of the bits, ascending; returns how many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static int List(ReadOnlySpan<ulong> bits, Span<int> places)
    {
        var count = 0;
        for (var i = 0; i < bits.Length; i++)
        {
            for (var word = bits[i]; word != 0; word &= word - 1)
            {
                places[count++] = (i << 6) + BitOperations.TrailingZeroCount(word);
            }
        }

        return count;
    }
}
