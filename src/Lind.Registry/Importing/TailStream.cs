namespace Lind.Registry.Importing;

/// <summary>Passes a stream on and remembers the last bytes that went through.</summary>
internal sealed class TailStream(Stream stream, int tailLength) : ForwardStream
{
    private readonly byte[] _tail = new byte[tailLength];
    private int _tailCount;

    /// <summary>The last bytes read, fewer if fewer were read.</summary>
    public ReadOnlySpan<byte> Tail => _tail.AsSpan(tailLength - _tailCount);

    public override int Read(Span<byte> buffer)
    {
        var read = stream.Read(buffer);
        Remember(buffer[..read]);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            stream.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Remember(ReadOnlySpan<byte> bytes)
    {
        var last = bytes[Math.Max(0, bytes.Length - tailLength)..];
        _tail.AsSpan(last.Length).CopyTo(_tail);
        last.CopyTo(_tail.AsSpan(tailLength - last.Length));
        _tailCount = Math.Min(tailLength, _tailCount + last.Length);
    }
}
