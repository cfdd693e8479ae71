using System.Buffers.Binary;
using System.Numerics;

namespace Lind.Index.Encoding;

/// <summary>Writes bits, first bit lowest, into a byte buffer.</summary>
internal sealed class BitWriter(ByteBuffer target)
{
    private ulong _pending;
    private int _count;

    /// <summary>Writes the lowest bits of a value; the others must be 0. At most 32 bits.</summary>
    internal void Write(uint value, int bits)
    {
        _pending |= (ulong)value << _count;
        _count += bits;
        if (_count >= 32)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(target.Reserve(4), (uint)_pending);
            target.Advance(4);
            _pending >>= 32;
            _count -= 32;
        }
    }

    /// <summary>Writes a number as an exponential Golomb code of order <paramref name="order"/> (0 to 24): with
    /// q = (value >> order) + 1 and n the bits of q: n - 1 zeros, a one, the n - 1 lower bits of q, then the order lowest
    /// bits of the value.</summary>
    /// <remarks>Example: value 9, order 1: q = 5 = 101b, so 00 1 01 1 in writing order (lower bits lowest first).
    /// Requires: value is below 2^31.</remarks>
    internal void WriteGolomb(uint value, int order)
    {
        var q = (value >> order) + 1;
        var extra = BitOperations.Log2(q);
        Write(1u << extra, extra + 1);
        Write(q & ((1u << extra) - 1), extra);
        Write(value & ((1u << order) - 1), order);
    }

    /// <summary>Fills the last byte with zeros and hands all bits over.</summary>
    internal void Flush()
    {
        while (_count > 0)
        {
            target.WriteByte((byte)_pending);
            _pending >>= 8;
            _count -= 8;
        }

        _pending = 0;
        _count = 0;
    }
}
