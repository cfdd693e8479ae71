using System.Runtime.InteropServices;

namespace Lind.Registry.Importing;

/// <summary>The checksum that gzip and zip carry (CRC-32, polynomial 0xEDB88320), eight bytes at a step. The
/// framework's readers of both formats do not check it to the end: a cut or altered file would pass in silence.</summary>
internal static class Crc32
{
    private static readonly uint[][] Tables = MakeTables();

    /// <summary>The checksum of what was before and these bytes behind it; 0 is the checksum of nothing.</summary>
    public static uint Append(uint checksum, ReadOnlySpan<byte> bytes)
    {
        var crc = ~checksum;
        var (t0, t1, t2, t3) = (Tables[0], Tables[1], Tables[2], Tables[3]);
        var (t4, t5, t6, t7) = (Tables[4], Tables[5], Tables[6], Tables[7]);
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
        {
            var low = crc ^ unchecked((uint)word);
            var high = (uint)(word >> 32);
            crc = t7[low & 0xFF] ^ t6[(low >> 8) & 0xFF] ^ t5[(low >> 16) & 0xFF] ^ t4[low >> 24]
                ^ t3[high & 0xFF] ^ t2[(high >> 8) & 0xFF] ^ t1[(high >> 16) & 0xFF] ^ t0[high >> 24];
        }

        foreach (var value in bytes[(words.Length * sizeof(ulong))..])
        {
            crc = t0[(crc ^ value) & 0xFF] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint[][] MakeTables()
    {
        var tables = new uint[8][];
        for (var step = 0; step < 8; step++)
        {
            tables[step] = new uint[256];
            for (var value = 0u; value < 256; value++)
            {
                var crc = step == 0 ? value : tables[step - 1][value];
                for (var bit = 0; bit < 8; bit++)
                {
                    crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
                }

                tables[step][value] = crc;
            }
        }

        return tables;
    }
}
