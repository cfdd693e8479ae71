namespace Lind.Registry.Importing;

/// <summary>A file of the input, counting the bytes read from it for the progress line.</summary>
internal sealed class CountingStream(Stream stream, Action<int> onRead) : ForwardStream
{
    public override bool CanSeek => stream.CanSeek;

    public override long Length => stream.Length;

    public override long Position
    {
        get => stream.Position;
        set => stream.Position = value;
    }

    public override int Read(Span<byte> buffer)
    {
        var read = stream.Read(buffer);
        onRead(read);
        return read;
    }

    public override long Seek(long offset, SeekOrigin origin) => stream.Seek(offset, origin);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            stream.Dispose();
        }

        base.Dispose(disposing);
    }
}
