namespace Lind.Registry.Importing;

/// <summary>One member of a zip archive, its length and checksum compared at the end with what the archive states.</summary>
internal sealed class CheckedZipMember(ZipMember member) : ForwardStream
{
    private readonly Stream _stream = member.Open();
    private uint _checksum;
    private long _length;

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

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stream.Dispose();
        }

        base.Dispose(disposing);
    }
}
