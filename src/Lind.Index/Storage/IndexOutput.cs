using System.Runtime.InteropServices;

namespace Lind.Index.Storage;

/// <summary>Writes one file: header, content with alignment, footer; keeps length and checksum.</summary>
/// <remarks>Not thread-safe. <see cref="Finish"/> makes the file whole; disposing without it leaves a file that no
/// reader accepts.</remarks>
internal sealed class IndexOutput : IDisposable
{
    private readonly Stream _stream;
    private uint _checksum;

    internal IndexOutput(IndexDirectory directory, string name, string kind)
    {
        Name = name;
        _stream = directory.Create(name);
        Span<byte> header = stackalloc byte[FileFormat.HeaderLength];
        FileFormat.WriteHeader(header, kind);
        Write(header);
    }

    internal string Name { get; }

    /// <summary>How many bytes have been written.</summary>
    internal long Position { get; private set; }

    internal void Write(ReadOnlySpan<byte> bytes)
    {
        _stream.Write(bytes);
        _checksum = FileFormat.Checksum(_checksum, bytes);
        Position += bytes.Length;
    }

    /// <summary>Writes fixed-size values as they stand in memory (little-endian machines only, which .NET 10's
    /// supported ones are).</summary>
    internal void WriteValues<T>(ReadOnlySpan<T> values)
        where T : unmanaged => Write(MemoryMarshal.AsBytes(values));

    /// <summary>Pads with zeros to the next multiple of 64 and returns that position.</summary>
    internal long Align()
    {
        Span<byte> zeros = stackalloc byte[FileFormat.Alignment];
        zeros.Clear();
        Write(zeros[..(int)(-Position & (FileFormat.Alignment - 1))]);
        return Position;
    }

    /// <summary>Writes the footer and closes the file.</summary>
    internal void Finish()
    {
        Span<byte> footer = stackalloc byte[FileFormat.FooterLength];
        FileFormat.WriteFooter(footer, Position, _checksum);
        _stream.Write(footer);
        _stream.Dispose();
    }

    public void Dispose() => _stream.Dispose();
}
