using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Lind.Generator;

/// <summary>One record ready for the zip: its name, its deflated bytes, and what the zip says about it.</summary>
internal readonly record struct PackedEntry(string Name, byte[] Deflated, uint Crc, int Length)
{
    public static PackedEntry Pack(string name, ReadOnlySpan<byte> content)
    {
        var target = new MemoryStream(content.Length / 3);
        using (var deflate = new DeflateStream(target, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(content);
        }

        return new PackedEntry(name, target.ToArray(), Crc32.Of(content), content.Length);
    }
}

/// <summary>Writes a zip of any size front to back, with entries that were compressed elsewhere in parallel.</summary>
/// <remarks>
/// The framework's own archive writer compresses inside the write, on one thread. Layout as APPNOTE 6.3 gives it: local
/// header and data per entry, then the central directory, then the zip64 end records, which a directory of more than
/// 65,535 entries or 4 GB needs. One date for all entries, so that the same seed gives the same file.
/// </remarks>
internal sealed class BulkZipWriter(Stream target) : IDisposable
{
    private const int Version = 45;
    private const int DosDate = 0x5A21; // 2025-01-01
    private readonly MemoryStream _directory = new();
    private long _position;
    private long _entries;

    public void Add(PackedEntry entry)
    {
        var name = Encoding.ASCII.GetBytes(entry.Name);
        var offset = _position;
        Span<byte> local = stackalloc byte[30];
        local.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(local, 0x04034B50);
        WriteCommon(local[4..], entry, name.Length);
        Write(local);
        Write(name);
        Write(entry.Deflated);
        AddToDirectory(entry, name, offset);
        _entries++;
    }

    public void Dispose()
    {
        var directoryStart = _position;
        Write(_directory.ToArray());
        var size = _position - directoryStart;
        var zip64End = _position;
        Span<byte> end = stackalloc byte[56 + 20 + 22];
        end.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06064B50);
        BinaryPrimitives.WriteInt64LittleEndian(end[4..], 44);
        BinaryPrimitives.WriteInt16LittleEndian(end[12..], Version);
        BinaryPrimitives.WriteInt16LittleEndian(end[14..], Version);
        BinaryPrimitives.WriteInt64LittleEndian(end[24..], _entries);
        BinaryPrimitives.WriteInt64LittleEndian(end[32..], _entries);
        BinaryPrimitives.WriteInt64LittleEndian(end[40..], size);
        BinaryPrimitives.WriteInt64LittleEndian(end[48..], directoryStart);
        var locator = end[56..];
        BinaryPrimitives.WriteUInt32LittleEndian(locator, 0x07064B50);
        BinaryPrimitives.WriteInt64LittleEndian(locator[8..], zip64End);
        BinaryPrimitives.WriteInt32LittleEndian(locator[16..], 1);
        var last = end[76..];
        BinaryPrimitives.WriteUInt32LittleEndian(last, 0x06054B50);
        BinaryPrimitives.WriteUInt16LittleEndian(last[8..], ushort.MaxValue);
        BinaryPrimitives.WriteUInt16LittleEndian(last[10..], ushort.MaxValue);
        BinaryPrimitives.WriteUInt32LittleEndian(last[12..], uint.MaxValue);
        BinaryPrimitives.WriteUInt32LittleEndian(last[16..], uint.MaxValue);
        Write(end);
        target.Dispose();
    }

    private void AddToDirectory(PackedEntry entry, byte[] name, long offset)
    {
        Span<byte> head = stackalloc byte[46 + 12];
        head.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(head, 0x02014B50);
        BinaryPrimitives.WriteInt16LittleEndian(head[4..], Version);
        WriteCommon(head[6..], entry, name.Length);
        BinaryPrimitives.WriteInt16LittleEndian(head[30..], 12);
        BinaryPrimitives.WriteUInt32LittleEndian(head[42..], uint.MaxValue);
        var extra = head[46..];
        BinaryPrimitives.WriteInt16LittleEndian(extra, 1);
        BinaryPrimitives.WriteInt16LittleEndian(extra[2..], 8);
        BinaryPrimitives.WriteInt64LittleEndian(extra[4..], offset);
        _directory.Write(head[..46]);
        _directory.Write(name);
        _directory.Write(extra);
    }

    private static void WriteCommon(Span<byte> fields, PackedEntry entry, int nameLength)
    {
        BinaryPrimitives.WriteInt16LittleEndian(fields, Version);
        BinaryPrimitives.WriteInt16LittleEndian(fields[4..], 8);
        BinaryPrimitives.WriteInt16LittleEndian(fields[8..], DosDate);
        BinaryPrimitives.WriteUInt32LittleEndian(fields[10..], entry.Crc);
        BinaryPrimitives.WriteInt32LittleEndian(fields[14..], entry.Deflated.Length);
        BinaryPrimitives.WriteInt32LittleEndian(fields[18..], entry.Length);
        BinaryPrimitives.WriteInt16LittleEndian(fields[22..], (short)nameLength);
    }

    private void Write(ReadOnlySpan<byte> data)
    {
        target.Write(data);
        _position += data.Length;
    }
}
