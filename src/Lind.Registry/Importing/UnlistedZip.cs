using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Lind.Registry.Importing;

/// <summary>Reads a zip archive whose list of members, at its end, is missing or damaged: a download that was cut off.
/// The members are found by the headers before each of them.</summary>
/// <remarks>PKWARE's APPNOTE 6.3: a local header of 30 bytes (4.3.7), name, extra field, content, and, where the sizes
/// were not known beforehand (flag bit 3), a data descriptor (4.3.9). Reading stops where the next header should be and is
/// not; whoever calls says so in one rejected record.</remarks>
internal sealed class UnlistedZip(Stream file)
{
    private const int HeaderLength = 30;
    private const int EncryptedFlag = 1;
    private const int DescriptorFlag = 1 << 3;
    private const int Utf8Flag = 1 << 11;
    private const int Stored = 0;
    private const int Deflated = 8;
    private const ushort Zip64Extra = 1;

    private static ReadOnlySpan<byte> LocalHeader => "PK\x3\x4"u8;

    /// <summary>The members that are there to the end, in the order they lie.</summary>
    public IEnumerable<ZipMember> Read()
    {
        long position = 0;
        while (ReadHeader(position) is { } header)
        {
            if (header.Content + header.PackedLength > file.Length)
            {
                yield break;
            }

            yield return new ZipMember(
                header.Name, () => Open(header), header.Length, header.Checksum, (header.Flags & EncryptedFlag) != 0);
            position = header.End;
        }
    }

    private Stream Open(Header header)
    {
        var packed = new FileRange(file, header.Content, header.PackedLength);
        return header.Method switch
        {
            Stored => packed,
            Deflated => new DeflateStream(packed, CompressionMode.Decompress),
            _ => throw new InvalidDataException("The member is compressed in a way that is not read."),
        };
    }

    private Header? ReadHeader(long position)
    {
        var fixedPart = new byte[HeaderLength];
        if (!TryRead(position, fixedPart) || !fixedPart.AsSpan().StartsWith(LocalHeader))
        {
            return null;
        }

        var flags = Short(fixedPart, 6);
        var nameLength = Short(fixedPart, 26);
        var rest = new byte[nameLength + Short(fixedPart, 28)];
        if (!TryRead(position + HeaderLength, rest))
        {
            return null;
        }

        var encoding = (flags & Utf8Flag) != 0 ? Encoding.UTF8 : Encoding.Latin1;
        var content = position + HeaderLength + rest.Length;
        var header = new Header(
            encoding.GetString(rest, 0, nameLength), flags, Short(fixedPart, 8), content, Int(fixedPart, 14),
            Int(fixedPart, 18), Int(fixedPart, 22), content + Int(fixedPart, 18));
        return (flags & DescriptorFlag) != 0
            ? ZipDescriptor.Find(file, content) is { } found
                ? header with
                {
                    Checksum = found.Checksum,
                    PackedLength = found.PackedLength,
                    Length = found.Length,
                    End = found.End,
                }
                : null
            : WithLongSizes(header, rest.AsSpan(nameLength));
    }

    // Sizes of 4 GB and more stand in the extra field: the unpacked one first.
    private static Header WithLongSizes(Header header, ReadOnlySpan<byte> extra)
    {
        while (extra.Length >= 4)
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            if (length > extra.Length - 4)
            {
                break;
            }

            if (BinaryPrimitives.ReadUInt16LittleEndian(extra) == Zip64Extra && length >= 2 * sizeof(long)
                && header.Length == uint.MaxValue)
            {
                var packed = BinaryPrimitives.ReadInt64LittleEndian(extra[12..]);
                packed = packed < 0 ? long.MaxValue / 2 : Math.Min(packed, long.MaxValue / 2);
                return header with
                {
                    Length = BinaryPrimitives.ReadInt64LittleEndian(extra[4..]),
                    PackedLength = packed,
                    End = header.Content + packed,
                };
            }

            extra = extra[(4 + length)..];
        }

        return header;
    }

    private bool TryRead(long position, byte[] bytes)
    {
        if (position + bytes.Length > file.Length)
        {
            return false;
        }

        file.Position = position;
        file.ReadExactly(bytes);
        return true;
    }

    private static int Short(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private static uint Int(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));

    private sealed record Header(
        string Name, int Flags, int Method, long Content, uint Checksum, long PackedLength, long Length, long End);
}
