using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Lind.Index.Encoding;

/// <summary>128 numbers, packed with as many bits as most of them need; the few larger ones follow one by one.</summary>
/// <remarks>
/// <code>
/// width w: u8, + 64 if there are larger ones | base: var-int | [order: u8 | length of the larger ones in bytes: var-int
/// | larger ones: Golomb(number - base - (2^w - 1)), in their order] | 128 packed numbers of w bits (BlockPacking)
/// </code>
/// A number is base + packed bits; where there are larger ones, packed bits of 2^w - 1 stand for the next of them.
/// Example: 127 sevens and one 300 with base 7, width 1 and order 8: packed bits 0, but 1 for the 300, and Golomb8 of 292, eleven
/// bits in two bytes. Where the places of larger ones were written out, rows took a third more.
/// </remarks>
internal static class PatchedBlock
{
    private const int WithLarger = 64;
    private const int MostBits = 32;

    /// <summary>Writes the numbers, all below 2^31; they come back changed (less base, cut to width).</summary>
    /// <param name="values">128 numbers.</param>
    /// <param name="reluctance">How many bits a larger number is said to cost more than it does: reading one costs time.</param>
    /// <param name="target">Where to.</param>
    internal static void Write(Span<uint> values, int reluctance, ByteBuffer target)
    {
        var lowest = uint.MaxValue;
        foreach (var value in values)
        {
            lowest = Math.Min(lowest, value);
        }

        Span<int> counts = stackalloc int[MostBits + 1];
        Span<int> escapes = stackalloc int[MostBits + 1];
        counts.Clear();
        escapes.Clear();
        foreach (ref var value in values)
        {
            value -= lowest;
            var bits = MostBits - BitOperations.LeadingZeroCount(value);
            counts[bits]++;
            escapes[bits] += (value & (value + 1)) == 0 ? 1 : 0;
        }

        var (width, order) = Best(counts, escapes, reluctance);
        target.WriteByte((byte)(width | (order < 0 ? 0 : WithLarger)));
        target.WriteVarInt(lowest);
        if (order >= 0)
        {
            WriteLarger(values, (1u << width) - 1, order, target);
        }

        var length = BlockPacking.LengthOf(width);
        BlockPacking.Pack(values, width, target.Reserve(length));
        target.Advance(length);
    }

    /// <summary>Reads 128 numbers and moves <paramref name="at"/> behind them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Read(ReadOnlySpan<byte> source, ref int at, Span<uint> target)
    {
        int width = source[at++];
        var lowest = (uint)VarInt.Read(source, ref at);
        if (width < WithLarger)
        {
            BlockPacking.Unpack(source[at..], width, target);
            at += BlockPacking.LengthOf(width);
        }
        else
        {
            width -= WithLarger;
            int order = source[at++];
            var length = VarInt.ReadInt(source, ref at);
            var larger = source.Slice(at, length);
            at += length;
            BlockPacking.Unpack(source[at..], width, target);
            at += BlockPacking.LengthOf(width);
            AddLarger(larger, (1u << width) - 1, order, target[..BlockPacking.Count]);
        }

        if (lowest != 0)
        {
            for (var i = 0; i < BlockPacking.Count; i++)
            {
                target[i] += lowest;
            }
        }
    }

    /// <summary>Moves <paramref name="at"/> behind a block without unpacking it.</summary>
    internal static void Skip(ReadOnlySpan<byte> source, ref int at)
    {
        int width = source[at++];
        VarInt.Read(source, ref at);
        if (width >= WithLarger)
        {
            at++;
            var length = VarInt.ReadInt(source, ref at);
            at += length;
        }

        at += BlockPacking.LengthOf(width & (WithLarger - 1));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddLarger(ReadOnlySpan<byte> source, uint escape, int order, Span<uint> target)
    {
        if (order > MostBits - 1)
        {
            throw new InvalidDataException("a code of an order that there is not");
        }

        var bits = new BitReader(source);
        var escapes = Vector128.Create(escape);
        for (var start = 0; start < BlockPacking.Count; start += 16)
        {
            var four = target.Slice(start, 16);
            var places = Places(four, escapes) | (Places(four[4..], escapes) << 4) | (Places(four[8..], escapes) << 8)
                | (Places(four[12..], escapes) << 12);
            for (; places != 0; places &= places - 1)
            {
                four[BitOperations.TrailingZeroCount(places)] += bits.ReadGolomb(order);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Places(ReadOnlySpan<uint> four, Vector128<uint> wanted) =>
        Vector128.Equals(Vector128.Create(four), wanted).ExtractMostSignificantBits();

    /// <summary>Writes the larger ones; what is left of them in <paramref name="values"/> is the escape.</summary>
    private static void WriteLarger(Span<uint> values, uint escape, int order, ByteBuffer target)
    {
        var length = 0L;
        foreach (var value in values)
        {
            length += value >= escape ? BitWriter.GolombLength(value - escape, order) : 0;
        }

        target.WriteByte((byte)order);
        target.WriteVarInt((ulong)(length + 7) / 8);
        var bits = new BitWriter(target);
        foreach (ref var value in values)
        {
            if (value >= escape)
            {
                bits.WriteGolomb(value - escape, order);
                value = escape;
            }
        }

        bits.Flush();
    }

    /// <summary>The width and the order with about the fewest bytes; order -1: no number is larger.</summary>
    /// <param name="counts">How many numbers have so many bits.</param>
    /// <param name="escapes">How many numbers have so many bits, all ones: a width's escape.</param>
    /// <param name="reluctance">How many bits a larger number is said to cost more than it does.</param>
    private static (int Width, int Order) Best(ReadOnlySpan<int> counts, ReadOnlySpan<int> escapes, int reluctance)
    {
        var (best, bestOrder, bestBits) = (0, -1, long.MaxValue);
        var above = BlockPacking.Count - counts[0];
        for (var width = 0; width < MostBits; width++)
        {
            if (above == 0)
            {
                return width * BlockPacking.Count < bestBits ? (width, -1) : (best, bestOrder);
            }

            var bits = ((long)width * BlockPacking.Count) + LargerBits(counts, width, escapes[width], above, reluctance, out var order);
            if (bits < bestBits)
            {
                (best, bestOrder, bestBits) = (width, order, bits);
            }

            above -= counts[width + 1];
        }

        return (best, bestOrder);
    }

    // A number of one bit more than the width loses most of that bit with the escape.
    private static long LargerBits(ReadOnlySpan<int> counts, int width, int escapes, int above, int reluctance, out int order)
    {
        const int Head = 20; // bits
        var half = (escapes + above) / 2;
        var (median, seen) = (width, escapes + counts[width + 1]);
        for (var length = width + 2; seen <= half && length <= MostBits; length++)
        {
            seen += counts[length];
            median = length;
        }

        order = Math.Clamp(median - 1, 0, 24);
        var bits = Head + ((long)(escapes + above) * reluctance) + ((long)escapes * (1 + order)) + ((long)counts[width + 1] * BitsOf(width, order));
        for (var length = width + 2; length <= MostBits; length++)
        {
            bits += (long)counts[length] * BitsOf(length, order);
        }

        return bits;
    }

    private static int BitsOf(int length, int order) => length <= order ? 1 + order : (2 * (length - order)) + order;
}
