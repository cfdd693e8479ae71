namespace Lind.Generator;

/// <summary>The checksum of zip entries (CRC-32, polynomial 0xEDB88320), four bytes at a step.</summary>
internal static class Crc32
{
    private static readonly uint[][] Tables = BuildTables();

    public static uint Of(ReadOnlySpan<byte> data)
    {
        var crc = 0xFFFFFFFFu;
        while (data.Length >= 4)
        {
            crc ^= System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(data);
            crc = Tables[3][crc & 0xFF] ^ Tables[2][(crc >> 8) & 0xFF] ^ Tables[1][(crc >> 16) & 0xFF]
                ^ Tables[0][crc >> 24];
            data = data[4..];
        }

        foreach (var value in data)
        {
            crc = Tables[0][(crc ^ value) & 0xFF] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint[][] BuildTables()
    {
        var tables = new uint[4][];
        for (var table = 0; table < 4; table++)
        {
            tables[table] = new uint[256];
            for (var i = 0u; i < 256; i++)
            {
                tables[table][i] = table == 0
                    ? Shift(i)
                    : tables[0][tables[table - 1][i] & 0xFF] ^ (tables[table - 1][i] >> 8);
            }
        }

        return tables;
    }

    private static uint Shift(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) == 1 ? (value >> 1) ^ 0xEDB88320u : value >> 1;
        }

        return value;
    }
}
