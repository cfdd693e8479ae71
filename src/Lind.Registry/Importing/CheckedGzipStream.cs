using System.Buffers.Binary;
using System.IO.Compression;

namespace Lind.Registry.Importing;

/// <summary>Unpacks gzip and notices when the file was cut off, which the framework's stream takes for the end.</summary>
/// <remarks>
/// A gzip member ends with the checksum and the length of what it unpacks to. At the end of the stream the last eight
/// bytes read must be those of the last member: the whole output's, or with several members some tail's of the output.
/// </remarks>
internal sealed class CheckedGzipStream : ForwardStream
{
    private const int TrailerLength = 8;

    private readonly TailStream _packed;
    private readonly GZipStream _unpacked;
    private readonly Func<Stream> _reopen;
    private uint _checksum;
    private long _length;

    /// <param name="packed">The gzip bytes; disposed with this stream.</param>
    /// <param name="reopen">Opens the same bytes again; used only if a file of several members must be looked at twice.</param>
    public CheckedGzipStream(Stream packed, Func<Stream> reopen)
    {
        _packed = new TailStream(packed, TrailerLength);
        _unpacked = new GZipStream(_packed, CompressionMode.Decompress);
        _reopen = reopen;
    }

    public override int Read(Span<byte> buffer)
    {
        var read = _unpacked.Read(buffer);
        if (read > 0)
        {
            _checksum = Crc32.Append(_checksum, buffer[..read]);
            _length += read;
        }
        else if (buffer.Length > 0)
        {
            CheckEnd();
        }

        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _unpacked.Dispose();
            _packed.Dispose();
        }

        base.Dispose(disposing);
    }

    private void CheckEnd()
    {
        var trailer = _packed.Tail;
        if (trailer.Length == TrailerLength)
        {
            var checksum = BinaryPrimitives.ReadUInt32LittleEndian(trailer);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(trailer[sizeof(uint)..]);
            if (checksum == _checksum && length == unchecked((uint)_length))
            {
                return;
            }

            if (length < _length && checksum == ChecksumOfLast(length))
            {
                return;
            }
        }

        throw new InvalidDataException("The compressed data is cut off or damaged.");
    }

    private uint ChecksumOfLast(uint length)
    {
        using var again = new GZipStream(_reopen(), CompressionMode.Decompress);
        var buffer = new byte[64 * 1024];
        var toSkip = _length - length;
        var checksum = 0u;
        int read;
        while ((read = again.Read(buffer, 0, buffer.Length)) > 0)
        {
            var skipped = (int)Math.Min(toSkip, read);
            toSkip -= skipped;
            checksum = Crc32.Append(checksum, buffer.AsSpan(skipped, read - skipped));
        }

        return checksum;
    }
}
