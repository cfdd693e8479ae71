using System.Runtime.CompilerServices;

namespace Lind.Index.Encoding;

/// <summary>Reads what <see cref="ByteBuffer.WriteVarInt"/> wrote.</summary>
internal static class VarInt
{
    /// <summary>Reads a number and moves <paramref name="at"/> behind it.</summary>
    /// <exception cref="IndexOutOfRangeException">The bytes end within the number.</exception>
    /// <exception cref="InvalidDataException">The number has more than 10 bytes.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        ulong first = bytes[at++];
        return first < 0x80 ? first : ReadMore(bytes, ref at, first & 0x7f);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int ReadInt(ReadOnlySpan<byte> bytes, ref int at) => (int)Read(bytes, ref at);

    private static ulong ReadMore(ReadOnlySpan<byte> bytes, ref int at, ulong value)
    {
        for (var shift = 7; shift < 70; shift += 7)
        {
            ulong next = bytes[at++];
            value |= (next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("A variable-length number has more than 10 bytes.");
    }
}
