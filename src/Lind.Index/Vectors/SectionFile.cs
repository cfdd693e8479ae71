using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Lind.Index.Storage;

namespace Lind.Index.Vectors;

/// <summary>A file of named arrays, read in place. The layout stands at <see cref="SectionWriter"/>.</summary>
/// <remarks>Immutable and thread-safe. The spans it gives are valid until it is disposed.</remarks>
public sealed class SectionFile : IDisposable
{
    private readonly Dictionary<string, Region> _sections = new(StringComparer.Ordinal);
    private readonly IndexFile _file;

    private SectionFile(IndexFile file) => _file = file;

    /// <summary>Opens a file and checks its frame and its directory, not its checksum.</summary>
    /// <exception cref="IndexFormatException">The file is missing, cut short, of another kind or version, or its
    /// directory points outside it.</exception>
    public static SectionFile Open(IndexDirectory directory, string name, string kind)
    {
        var file = directory.Open(name);
        try
        {
            FileFormat.CheckFrame(file, kind);
            var opened = new SectionFile(file);
            opened.ReadDirectory();
            return opened;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Whether a file's frame is of a version that this program reads; true as well for a file too short to
    /// say, which <see cref="Open"/> then refuses.</summary>
    public static bool IsReadableVersion(IndexDirectory directory, string name)
    {
        using var file = directory.Open(name);
        return FileFormat.IsReadableVersion(file);
    }

    /// <summary>The values of an array.</summary>
    /// <exception cref="IndexFormatException">There is no such array, or its length does not fit the type.</exception>
    public ReadOnlySpan<T> Get<T>(string name)
        where T : unmanaged => Find<T>(name).Values;

    /// <summary>An array, for reading it often.</summary>
    /// <exception cref="IndexFormatException">There is no such array, or its length does not fit the type.</exception>
    public SectionArray<T> Find<T>(string name)
        where T : unmanaged
    {
        if (!_sections.TryGetValue(name, out var region))
        {
            throw IndexFormatException.In(_file.Name, $"the array {name} is missing");
        }

        if (region.Length % Marshal.SizeOf<T>() != 0 || region.Length > int.MaxValue)
        {
            throw IndexFormatException.In(_file.Name, $"the array {name} has an odd length");
        }

        return new SectionArray<T>(region);
    }

    /// <summary>Checks the checksum of the whole file.</summary>
    /// <exception cref="IndexFormatException">It does not fit.</exception>
    public void Verify(CancellationToken cancellation) => FileFormat.CheckContent(_file, cancellation);

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file.Dispose();

    private void ReadDirectory()
    {
        var content = _file.Content;
        var end = content.Length - FileFormat.FooterLength - 8;
        var at = end < FileFormat.HeaderLength
            ? -1
            : BinaryPrimitives.ReadInt64LittleEndian(content.Bytes(end, 8));
        if (at < FileFormat.HeaderLength || at > end - 8)
        {
            throw IndexFormatException.In(_file.Name, "the directory of arrays is damaged");
        }

        var count = BinaryPrimitives.ReadInt32LittleEndian(content.Bytes(at, 4));
        if (count < 0 || at + 8 + ((long)count * SectionWriter.EntryLength) != end)
        {
            throw IndexFormatException.In(_file.Name, "the directory of arrays is damaged");
        }

        for (var i = 0; i < count; i++)
        {
            ReadEntry(content.Bytes(at + 8 + ((long)i * SectionWriter.EntryLength), SectionWriter.EntryLength), at);
        }
    }

    private void ReadEntry(ReadOnlySpan<byte> entry, long directoryAt)
    {
        var name = System.Text.Encoding.ASCII.GetString(entry[..SectionWriter.NameLength].TrimEnd((byte)0));
        var offset = BinaryPrimitives.ReadInt64LittleEndian(entry[SectionWriter.NameLength..]);
        var length = BinaryPrimitives.ReadInt64LittleEndian(entry[(SectionWriter.NameLength + 8)..]);
        if (offset < FileFormat.HeaderLength || offset % FileFormat.Alignment != 0 || length < 0
            || length > directoryAt - offset)
        {
            throw IndexFormatException.In(_file.Name, $"the array {name} lies outside the file");
        }

        _sections[name] = _file.Content.Slice(offset, length);
    }
}
