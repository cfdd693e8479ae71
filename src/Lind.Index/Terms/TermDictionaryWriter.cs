using Lind.Index.Encoding;
using Lind.Index.Storage;

namespace Lind.Index.Terms;

/// <summary>Writes a table's terms, in ascending byte order.</summary>
/// <remarks>
/// Terms stand in blocks of 32 (the last may have fewer):
/// <code>
/// block    length: var-int | first term | postings offset: var-int | positions offset: var-int | place, then for each
///          further term: shared: var-int | length: var-int | the bytes after the shared ones | place
/// place    rows: var-int | rows = 1: row: var-int | profile: var-int ; else postings length: var-int | positions length: var-int
/// </code>
/// The offsets are those of the first term; the others follow from the lengths. A second section holds the offset of each
/// block as u32, for binary search. Example: the only terms "ab" (row 5, profile 0, 3 bytes of positions) and "ac" (the same):
/// <c>02 61 62 00 00 01 05 00 03 | 01 01 63 01 05 00 03</c>.
/// </remarks>
internal sealed class TermDictionaryWriter
{
    internal const int BlockSize = 32;

    private readonly ByteBuffer _blocks = new(1 << 16);
    private readonly UIntBuffer _offsets = new();
    private readonly ByteBuffer _previous = new();

    /// <summary>How many terms there are.</summary>
    internal int Count { get; private set; }

    internal void Add(ReadOnlySpan<byte> term, in TermPlace place)
    {
        if (Count++ % BlockSize == 0)
        {
            _offsets.Add((uint)_blocks.Length);
            _blocks.WriteVarInt((uint)term.Length);
            _blocks.Write(term);
            _blocks.WriteVarInt((ulong)place.PostingsOffset);
            _blocks.WriteVarInt((ulong)place.PositionsOffset);
        }
        else
        {
            var shared = term.CommonPrefixLength(_previous.Written);
            _blocks.WriteVarInt((uint)shared);
            _blocks.WriteVarInt((uint)(term.Length - shared));
            _blocks.Write(term[shared..]);
        }

        WritePlace(place);
        _previous.Clear();
        _previous.Write(term);
    }

    /// <summary>Writes both sections; returns the blocks' place.</summary>
    internal (Section Blocks, Section Offsets) Finish(IndexOutput output)
    {
        var start = output.Align();
        output.Write(_blocks.Written);
        var blocks = new Section(start, _blocks.Length);
        start = output.Align();
        output.WriteValues<uint>(_offsets.Values);
        return (blocks, new Section(start, _offsets.Count * 4L));
    }

    private void WritePlace(in TermPlace place)
    {
        _blocks.WriteVarInt((uint)place.Rows);
        if (place.Rows == 1)
        {
            _blocks.WriteVarInt(place.Row);
            _blocks.WriteVarInt(place.Profile);
        }
        else
        {
            _blocks.WriteVarInt((uint)place.PostingsLength);
        }

        _blocks.WriteVarInt((uint)place.PositionsLength);
    }
}
