using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Lind.Index.Encoding;

/// <summary>Reads what <see cref="BitWriter"/> wrote. Past the end it reads zeros; damaged bytes give wrong numbers but
/// never a read outside the span.</summary>
internal ref struct BitReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private long _at; // in bits

    internal BitReader(ReadOnlySpan<byte> bytes, long position = 0)
    {
        _bytes = bytes;
        _at = position;
    }

    /// <summary>How many bits have been read.</summary>
    internal readonly long Position => _at;

    /// <summary>Reads up to 32 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal uint Read(int bits)
    {
        var word = Peek();
        _at += bits;
        return (uint)(word & ((1UL << bits) - 1));
    }

    /// <summary>Reads a number written by <see cref="BitWriter.WriteGolomb"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal uint ReadGolomb(int order)
    {
        // At least 57 bits are there: a code of up to 28 + 28 + 1 bits is read at one look.
        var word = Peek();
        var extra = BitOperations.TrailingZeroCount(word);
        var length = (2 * extra) + 1 + order;
        if (length > 57)
        {
            return ReadLongGolomb(order);
        }

        word >>= extra + 1;
        var q = ((1u << extra) | (uint)(word & ((1UL << extra) - 1))) - 1;
        word >>= extra;
        _at += length;
        return (q << order) | (uint)(word & ((1UL << order) - 1));
    }

    private uint ReadLongGolomb(int order)
    {
        var extra = Math.Min(BitOperations.TrailingZeroCount(Peek()), 31);
        _at += extra + 1;
        var q = ((1u << extra) | Read(extra)) - 1;
        return (q << order) | Read(order);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly ulong Peek()
    {
        var at = (int)(_at >> 3);
        return (uint)at <= (uint)(_bytes.Length - 8) && _bytes.Length >= 8
            ? Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref MemoryMarshal.GetReference(_bytes), at)) >> (int)(_at & 7)
            : PeekAtEnd(at);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly ulong PeekAtEnd(int at)
    {
        Span<byte> word = stackalloc byte[8];
        word.Clear();
        if ((uint)at < (uint)_bytes.Length)
        {
            _bytes[at..Math.Min(_bytes.Length, at + 8)].CopyTo(word);
        }

        return BinaryPrimitives.ReadUInt64LittleEndian(word) >> (int)(_at & 7);
    }
}
