using System.Numerics;
using System.Runtime.InteropServices;

namespace Lind.Index.Encoding;

/// <summary>A growing array of bytes to write into. Not thread-safe.</summary>
internal sealed class ByteBuffer(int capacity = 256)
{
    private byte[] _bytes = new byte[capacity];

    internal int Length { get; private set; }

    internal ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    internal void Clear() => Length = 0;

    internal void WriteByte(byte value)
    {
        if (Length == _bytes.Length)
        {
            Grow(1);
        }

        _bytes[Length++] = value;
    }

    internal void Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        Length += bytes.Length;
    }

    internal void WriteValues<T>(ReadOnlySpan<T> values)
        where T : unmanaged => Write(MemoryMarshal.AsBytes(values));

    /// <summary>Writes 7 bits a byte, lowest first, the high bit set on all bytes but the last.</summary>
    internal void WriteVarInt(ulong value)
    {
        while (value >= 0x80)
        {
            WriteByte((byte)(value | 0x80));
            value >>= 7;
        }

        WriteByte((byte)value);
    }

    /// <summary>Room for at least so many bytes after the written ones; <see cref="Advance"/> counts them as
    /// written.</summary>
    internal Span<byte> Reserve(int count)
    {
        if (_bytes.Length - Length < count)
        {
            Grow(count);
        }

        return _bytes.AsSpan(Length);
    }

    internal void Advance(int count) => Length += count;

    private void Grow(int more)
    {
        var size = BitOperations.RoundUpToPowerOf2((uint)checked(Length + more));
        Array.Resize(ref _bytes, (int)Math.Min(size, (uint)Array.MaxLength));
    }
}
