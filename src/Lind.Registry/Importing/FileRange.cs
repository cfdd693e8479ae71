namespace Lind.Registry.Importing;

/// <summary>A part of a file as a stream. Several may be open over one file, one read at a time.</summary>
internal sealed class FileRange(Stream file, long start, long length) : ForwardStream
{
    private long _position;

    public override int Read(Span<byte> buffer)
    {
        if (file.Position != start + _position)
        {
            file.Position = start + _position;
        }

        var read = file.Read(buffer[..(int)Math.Min(buffer.Length, length - _position)]);
        _position += read;
        return read;
    }
}
