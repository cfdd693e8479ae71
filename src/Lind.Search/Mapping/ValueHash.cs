using System.Buffers.Binary;

namespace Lind.Search.Mapping;

/// <summary>A 64-bit hash of a value, to see within one record whether it came before.</summary>
internal static class ValueHash
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    /// <summary>The hash of the bytes under a seed.</summary>
    public static ulong Of(ReadOnlySpan<byte> bytes, int seed)
    {
        unchecked
        {
            var hash = (((ulong)seed + 1) * Multiplier) ^ (ulong)bytes.Length;
            while (bytes.Length >= 8)
            {
                hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes));
                bytes = bytes[8..];
            }

            foreach (var b in bytes)
            {
                hash = (hash ^ b) * Multiplier;
            }

            return Mix(hash);
        }
    }

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value *= Multiplier;
            return value ^ (value >> 29);
        }
    }
}
