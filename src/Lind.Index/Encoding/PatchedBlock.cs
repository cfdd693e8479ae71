using System.Runtime.CompilerServices;
using System.Numerics;

namespace Lind.Index.Encoding;

/// <summary>128 numbers, packed with as many bits as most of them need; the few larger ones are patched in.</summary>
/// <remarks>
/// <code>
/// width w: u8 | exceptions e: u8 | base: var-int | 128 packed numbers of w bits (BlockPacking) | e × (place: u8 | high bits: var-int)
/// </code>
/// A number is base + packed bits + (high bits &lt;&lt; w). Example: 127 sevens and one 300 have base 7, width 0, one exception
/// with high bits 293: <c>00 01 07 | | place A5 02</c>.
/// </remarks>
internal static class PatchedBlock
{
    /// <summary>Writes the numbers; they come back changed (less base, cut to width).</summary>
    internal static void Write(Span<uint> values, ByteBuffer target)
    {
        var lowest = uint.MaxValue;
        foreach (var value in values)
        {
            lowest = Math.Min(lowest, value);
        }

        Span<int> counts = stackalloc int[33];
        counts.Clear();
        for (var i = 0; i < values.Length; i++)
        {
            values[i] -= lowest;
            counts[32 - BitOperations.LeadingZeroCount(values[i])]++;
        }

        var width = BestWidth(counts, out var exceptions);
        target.WriteByte((byte)width);
        target.WriteByte((byte)exceptions);
        target.WriteVarInt(lowest);
        WritePacked(values, width, target);
    }

    /// <summary>Reads 128 numbers and moves <paramref name="at"/> behind them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Read(ReadOnlySpan<byte> source, ref int at, Span<uint> target)
    {
        int width = source[at];
        int exceptions = source[at + 1];
        at += 2;
        var lowest = (uint)VarInt.Read(source, ref at);
        BlockPacking.Unpack(source[at..], width, target);
        at += BlockPacking.LengthOf(width);
        for (; exceptions > 0; exceptions--)
        {
            int place = source[at++];
            target[place] |= (uint)VarInt.Read(source, ref at) << width;
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
        int width = source[at];
        int exceptions = source[at + 1];
        at += 2;
        VarInt.Read(source, ref at);
        at += BlockPacking.LengthOf(width);
        for (; exceptions > 0; exceptions--)
        {
            at++;
            VarInt.Read(source, ref at);
        }
    }

    private static void WritePacked(Span<uint> values, int width, ByteBuffer target)
    {
        Span<byte> places = stackalloc byte[BlockPacking.Count];
        Span<uint> highs = stackalloc uint[BlockPacking.Count];
        var count = 0;
        for (var i = 0; i < values.Length && width < 32; i++)
        {
            if (values[i] >> width != 0)
            {
                places[count] = (byte)i;
                highs[count++] = values[i] >> width;
                values[i] &= (1u << width) - 1;
            }
        }

        var length = BlockPacking.LengthOf(width);
        BlockPacking.Pack(values, width, target.Reserve(length));
        target.Advance(length);
        for (var i = 0; i < count; i++)
        {
            target.WriteByte(places[i]);
            target.WriteVarInt(highs[i]);
        }
    }

    /// <summary>The width with the fewest bytes; <paramref name="counts"/>[n] numbers have n bits.</summary>
    private static int BestWidth(ReadOnlySpan<int> counts, out int exceptions)
    {
        var best = 32;
        var bestBytes = int.MaxValue;
        exceptions = 0;
        for (var width = 0; width <= 32; width++)
        {
            var bytes = BlockPacking.LengthOf(width);
            var over = 0;
            for (var bits = width + 1; bits <= 32; bits++)
            {
                over += counts[bits];
                bytes += counts[bits] * (1 + ((bits - width + 6) / 7));
            }

            if (bytes < bestBytes)
            {
                (best, bestBytes, exceptions) = (width, bytes, over);
            }
        }

        return best;
    }
}
