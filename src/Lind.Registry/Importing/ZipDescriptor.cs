using System.Buffers.Binary;

namespace Lind.Registry.Importing;

/// <summary>What stands behind a member whose sizes were not known when it was written: checksum, packed length, length
/// (APPNOTE 4.3.9), lengths of four or eight bytes.</summary>
/// <param name="End">Where the next header starts.</param>
internal readonly record struct ZipDescriptor(uint Checksum, long PackedLength, long Length, long End)
{
    private const int SignatureLength = 4;
    private const int ShortLength = 12;
    private const int LongLength = 20;
    private const int WindowLength = 1 << 20;

    private static ReadOnlySpan<byte> Signature => "PK\x7\x8"u8;

    /// <summary>The first descriptor whose packed length is its distance from the content's start; null if there is
    /// none to the end of the file. A chance match in packed bytes would need its own distance at its own place.
    /// </summary>
    public static ZipDescriptor? Find(Stream file, long content)
    {
        var window = new byte[WindowLength];
        for (var position = content; position < file.Length;)
        {
            file.Position = position;
            var length = file.ReadAtLeast(window, window.Length, throwOnEndOfStream: false);
            var bytes = window.AsSpan(0, length);
            for (var at = 0; ; at++)
            {
                var next = bytes[at..].IndexOf(Signature);
                if (next < 0)
                {
                    break;
                }

                at += next;
                if (Read(bytes[at..], position + at - content, position + at) is { } found)
                {
                    return found;
                }
            }

            if (length < window.Length)
            {
                return null;
            }

            position += length - SignatureLength - LongLength;
        }

        return null;
    }

    private static ZipDescriptor? Read(ReadOnlySpan<byte> bytes, long distance, long position)
    {
        if (bytes.Length >= SignatureLength + LongLength
            && BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]) == distance)
        {
            return new ZipDescriptor(BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]), distance,
                BinaryPrimitives.ReadInt64LittleEndian(bytes[16..]), position + SignatureLength + LongLength);
        }

        return bytes.Length >= SignatureLength + ShortLength
            && BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]) == distance
            ? new ZipDescriptor(BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]), distance,
                BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]), position + SignatureLength + ShortLength)
            : null;
    }
}
