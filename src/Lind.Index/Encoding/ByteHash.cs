using System.Buffers.Binary;

namespace Lind.Index.Encoding;

/// <summary>A fast hash of short byte strings, for tables in memory. Never stored, so it may change.</summary>
internal static class ByteHash
{
    internal static uint Of(ReadOnlySpan<byte> bytes)
    {
        var hash = (ulong)bytes.Length * 0x9E3779B97F4A7C15;
        while (bytes.Length >= 8)
        {
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[8..];
        }

        ulong rest = 0;
        if (bytes.Length >= 4)
        {
            rest = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            rest |= (ulong)BinaryPrimitives.ReadUInt32LittleEndian(bytes[^4..]) << 32;
        }
        else if (bytes.Length > 0)
        {
            rest = bytes[0] | ((ulong)bytes[bytes.Length >> 1] << 8) | ((ulong)bytes[^1] << 16);
        }

        hash = Mix(hash ^ rest);
        return (uint)(hash ^ (hash >> 32));
    }

    private static ulong Mix(ulong value)
    {
        var high = Math.BigMul(value, 0xD6E8FEB86659FD93, out var low);
        return high ^ low;
    }
}
