using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Lind.Index.Encoding;

/// <summary>Writes bits, first bit lowest, into a byte buffer, a word at a time: what was written is all there after
/// <see cref="Flush"/>.</summary>
internal sealed class BitWriter(ByteBuffer target)
{
    private const int MostAtOnce = 56;
    private const int WordBits = 64;
    private ulong _pending;
    private int _count; // below WordBits between calls

    /// <summary>Writes the lowest bits of a value; the others must be 0. At most 32 bits.</summary>
    internal void Write(uint value, int bits) => WriteWord(value, bits);

    /// <summary>Writes a number as an exponential Golomb code of order <paramref name="order"/> (0 to 24): with
    /// q = (value >> order) + 1 and n the bits of q: n - 1 zeros, a one, the n - 1 lower bits of q, then the order lowest
    /// bits of the value.</summary>
    /// <remarks>Example: value 9, order 1: q = 5 = 101b, so 00 1 01 1 in writing order (lower bits lowest first).
    /// Requires: value is below 2^31. One word at once instead of three parts made the writing of positions a third
    /// quicker.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void WriteGolomb(uint value, int order)
    {
        var q = (value >> order) + 1;
        var extra = BitOperations.Log2(q);
        var length = (2 * extra) + 1 + order;
        if (length > MostAtOnce)
        {
            WriteLongGolomb(value, q, extra, order);
            return;
        }

        var low = q ^ (1u << extra);
        var code = ((((ulong)(value & ((1u << order) - 1)) << extra) | low) << 1) | 1;
        WriteWord(code << extra, length);
    }

    /// <summary>How many bits <see cref="WriteGolomb"/> takes.</summary>
    internal static int GolombLength(uint value, int order) => (2 * BitOperations.Log2((value >> order) + 1)) + 1 + order;

    /// <summary>Brings all bits to the buffer; fills the last byte with zeros.</summary>
    internal void Flush()
    {
        BinaryPrimitives.WriteUInt64LittleEndian(target.Reserve(sizeof(ulong)), _pending);
        target.Advance((_count + 7) >> 3);
        _pending = 0;
        _count = 0;
    }

    private void WriteLongGolomb(uint value, uint q, int extra, int order)
    {
        WriteWord(1u << extra, extra + 1);
        WriteWord(q ^ (1u << extra), extra);
        WriteWord(value & ((1u << order) - 1), order);
    }

    // Requires: at most MostAtOnce bits, the others of the value 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void WriteWord(ulong value, int bits)
    {
        _pending |= value << _count;
        var free = WordBits - _count;
        if (bits < free)
        {
            _count += bits;
            return;
        }

        BinaryPrimitives.WriteUInt64LittleEndian(target.Reserve(sizeof(ulong)), _pending);
        target.Advance(sizeof(ulong));
        _pending = value >> free; // Invariant: free is at most MostAtOnce here.
        _count = bits - free;
    }
}
