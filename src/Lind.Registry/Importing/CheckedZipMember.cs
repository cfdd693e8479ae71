namespace Lind.Registry.Importing;

/// <summary>One member of a zip archive, its length and checksum compared at the end with what the archive states.</summary>
internal sealed class CheckedZipMember(ZipMember member) : Stream
{
    private readonly Stream _stream = member.Open();
    private uint _checksum;
    private long _length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _length;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = _stream.Read(buffer);
        if (read > 0)
        {
            _checksum = Crc32.Append(_checksum, buffer[..read]);
            _length += read;
        }
        else if (buffer.Length > 0 && (_length != member.Length || _checksum != member.Checksum))
        {
            throw new InvalidDataException("The member does not match the length and checksum of the archive.");
        }

        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stream.Dispose();
        }

        base.Dispose(disposing);
    }
}
