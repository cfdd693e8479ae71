namespace Lind.Registry.Importing;

/// <summary>A window's remaining bytes as a stream: for a reader that unpacks what the window has only peeked at.</summary>
internal sealed class WindowStream(InputWindow window) : ForwardStream
{
    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty || (window.Bytes.IsEmpty && !window.Fill()))
        {
            return 0;
        }

        var count = Math.Min(buffer.Length, window.Bytes.Length);
        window.Bytes[..count].CopyTo(buffer);
        window.Use(count);
        return count;
    }
}
