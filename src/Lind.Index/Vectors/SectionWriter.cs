using System.Buffers.Binary;
using Lind.Index.Storage;

namespace Lind.Index.Vectors;

/// <summary>Writes a file of named arrays, which <see cref="SectionFile"/> reads in place.</summary>
/// <remarks>
/// Between the header and the footer that every file of an index has (<c>FileFormat</c>):
/// <code>
/// arrays      each at a multiple of 64 bytes, its values little-endian, one after another
/// directory   at a multiple of 64 bytes: count: u32 | 0: u32 |
///             per array: name: 24 ASCII bytes, zero-padded | offset: u64 | length in bytes: u64
/// pointer     offset of the directory: u64, the last 8 bytes before the footer
/// </code>
/// One array <c>a</c> of the two u16 values 1 and 2, in a file of kind TEST: header at 0, <c>01000200</c> at 64,
/// directory at 128 (<c>01000000 00000000</c>, 24 bytes of name, <c>4000000000000000</c>, <c>0400000000000000</c>),
/// pointer <c>8000000000000000</c> at 176, footer at 184. Not thread-safe.
/// </remarks>
public sealed class SectionWriter : IDisposable
{
    internal const int NameLength = 24;
    internal const int EntryLength = NameLength + 16;

    private readonly List<(string Name, long Offset, long Length)> _sections = [];
    private readonly IndexOutput _output;

    /// <summary>Starts a file; an older one of that name is replaced.</summary>
    /// <param name="directory">Where to.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="kind">Four ASCII letters.</param>
    public SectionWriter(IndexDirectory directory, string name, string kind) =>
        _output = new IndexOutput(directory, name, kind);

    /// <summary>Writes one array.</summary>
    /// <param name="name">At most 24 ASCII characters, once per file.</param>
    /// <param name="values">Its values.</param>
    public void Write<T>(string name, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        Begin(name);
        Append(values);
    }

    /// <summary>Starts an array that <see cref="Append"/> fills.</summary>
    public void Begin(string name)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(name.Length, NameLength, nameof(name));
        _sections.Add((name, _output.Align(), 0));
    }

    /// <summary>Adds values to the array begun last.</summary>
    public void Append<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        _output.WriteValues(values);
        var last = _sections[^1];
        _sections[^1] = last with { Length = _output.Position - last.Offset };
    }

    /// <summary>Writes the directory and makes the file whole.</summary>
    public void Finish()
    {
        var at = _output.Align();
        var directory = new byte[8 + (_sections.Count * EntryLength) + 8];
        BinaryPrimitives.WriteInt32LittleEndian(directory, _sections.Count);
        for (var i = 0; i < _sections.Count; i++)
        {
            var entry = directory.AsSpan(8 + (i * EntryLength), EntryLength);
            System.Text.Encoding.ASCII.GetBytes(_sections[i].Name, entry);
            BinaryPrimitives.WriteInt64LittleEndian(entry[NameLength..], _sections[i].Offset);
            BinaryPrimitives.WriteInt64LittleEndian(entry[(NameLength + 8)..], _sections[i].Length);
        }

        BinaryPrimitives.WriteInt64LittleEndian(directory.AsSpan(directory.Length - 8), at);
        _output.Write(directory);
        _output.Finish();
    }

    /// <summary>Closes the file; one that was not finished is refused by every reader.</summary>
    public void Dispose() => _output.Dispose();
}
