using System.Buffers.Binary;
using System.Numerics;

namespace Lind.Index.Storage;

/// <summary>What every file of an index starts and ends with.</summary>
/// <remarks>
/// All numbers of all files are little-endian.
/// <code>
/// header (16 bytes)   'L' 'I' 'N' 'D' | kind: 4 ASCII letters | version: u32 | 0: u32
/// ... sections, each starting at a multiple of 64 bytes, padded with zeros ...
/// footer (16 bytes)   file length, header and footer included: u64 | CRC-32C of all bytes before it: u32 | 'D' 'N' 'I' 'L'
/// </code>
/// An empty file of kind PROF, version 3:
/// <c>4C494E44 50524F46 03000000 00000000 | 2000000000000000 crc:4 444E494C</c>.
/// </remarks>
internal static class FileFormat
{
    internal const int HeaderLength = 16;
    internal const int FooterLength = 16;
    internal const int Alignment = 64;
    internal const uint Version = 3;

    /// <summary>The oldest version that can still be read.</summary>
    internal const uint OldestVersion = 3;

    private static readonly string Readable = OldestVersion == Version ? $"{Version}" : $"{OldestVersion} to {Version}";

    private const uint Magic = 0x444E494C; // "LIND"
    private const uint EndMagic = 0x4C494E44; // "DNIL"

    internal static void WriteHeader(Span<byte> target, string kind)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(target, Magic);
        System.Text.Encoding.ASCII.GetBytes(kind, target[4..8]);
        BinaryPrimitives.WriteUInt32LittleEndian(target[8..], Version);
        BinaryPrimitives.WriteUInt32LittleEndian(target[12..], 0);
    }

    internal static void WriteFooter(Span<byte> target, long lengthBefore, uint checksum)
    {
        BinaryPrimitives.WriteInt64LittleEndian(target, lengthBefore + FooterLength);
        BinaryPrimitives.WriteUInt32LittleEndian(target[8..], checksum);
        BinaryPrimitives.WriteUInt32LittleEndian(target[12..], EndMagic);
    }

    /// <summary>Checks header, footer and length: cheap, done whenever a file is opened.</summary>
    /// <exception cref="IndexFormatException">The file is not what it should be.</exception>
    internal static void CheckFrame(IndexFile file, string kind)
    {
        var content = file.Content;
        if (content.Length < HeaderLength + FooterLength)
        {
            throw IndexFormatException.In(file.Name, "the file is cut short");
        }

        var header = content.Bytes(0, HeaderLength);
        if (BinaryPrimitives.ReadUInt32LittleEndian(header) != Magic
            || System.Text.Encoding.ASCII.GetString(header[4..8]) != kind)
        {
            throw IndexFormatException.In(file.Name, $"not an index file of kind {kind}");
        }

        var version = BinaryPrimitives.ReadUInt32LittleEndian(header[8..]);
        if (version is < OldestVersion or > Version)
        {
            throw IndexFormatException.In(
                file.Name, $"format version {version}; this program reads {Readable}");
        }

        var footer = content.Bytes(content.Length - FooterLength, FooterLength);
        if (BinaryPrimitives.ReadUInt32LittleEndian(footer[12..]) != EndMagic
            || BinaryPrimitives.ReadInt64LittleEndian(footer) != content.Length)
        {
            throw IndexFormatException.In(file.Name, "the file is cut short or its end is damaged");
        }
    }

    /// <summary>False when the file is an index's of a version that this program does not read; damage is found by
    /// <see cref="CheckFrame"/>.</summary>
    internal static bool IsReadableVersion(IndexFile file)
    {
        var content = file.Content;
        return content.Length < HeaderLength
            || BinaryPrimitives.ReadUInt32LittleEndian(content.Bytes(0, HeaderLength)[8..]) is >= OldestVersion and <= Version;
    }

    /// <summary>Checks the checksum: reads the whole file.</summary>
    /// <exception cref="IndexFormatException">The checksum does not fit.</exception>
    internal static void CheckContent(IndexFile file, CancellationToken cancellation)
    {
        var content = file.Content;
        var end = content.Length - FooterLength;
        var crc = 0u;
        for (long at = 0; at < end; at += 1 << 20)
        {
            cancellation.ThrowIfCancellationRequested();
            crc = Checksum(crc, content.Bytes(at, (int)Math.Min(1 << 20, end - at)));
        }

        var stored = BinaryPrimitives.ReadUInt32LittleEndian(content.Bytes(end + 8, 4));
        if (stored != crc)
        {
            throw IndexFormatException.In(file.Name, $"checksum {crc:x8} instead of {stored:x8}: the file is damaged");
        }
    }

    /// <summary>CRC-32C (Castagnoli), without the customary inversion; start with 0 and chain.</summary>
    internal static uint Checksum(uint crc, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= 8)
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[8..];
        }

        foreach (var value in bytes)
        {
            crc = BitOperations.Crc32C(crc, value);
        }

        return crc;
    }
}
