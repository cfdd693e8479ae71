using Lind.Index.Encoding;
using Lind.Index.Storage;
using Lind.Index.Terms;

namespace Lind.Index.Postings;

/// <summary>One occurrence of a term in a row.</summary>
internal readonly record struct Hit(int Field, int Position, int Symbol);

/// <summary>Reads the positions of a term's rows, in ascending order of rows; the layout is
/// <see cref="PostingsWriter"/>'s. Not thread-safe.</summary>
internal sealed class PositionReader
{
    private Region _bytes;
    private byte[] _orders = [];
    private ProfileReader _profiles;
    private int _block = -1;
    private int _next;     // the place in the block of the row whose positions come next
    private int _bitStart; // byte where the block starts
    private long _bits;    // bits read since then

    /// <summary>How this term's occurrences look.</summary>
    internal SymbolTable Symbols { get; private set; } = new();

    internal void Reset(Region positions, ReadOnlySpan<byte> term, in TermPlace place, ProfileReader profiles, byte[] orders)
    {
        _bytes = positions.Slice(place.PositionsOffset, place.PositionsLength);
        _orders = orders;
        _profiles = profiles;
        _block = -1;
        var at = 0;
        Symbols = SymbolTable.Read(term, _bytes.From(0, int.MaxValue), ref at);
        _bytes = _bytes.Slice(at, _bytes.Length - at);
    }

    /// <summary>Reads the occurrences in the row at a place of the cursor's loaded block.</summary>
    /// <remarks>Cheap if the rows of a block are asked for in ascending order.</remarks>
    internal void Read(PostingsCursor cursor, int place, List<Hit> target)
    {
        target.Clear();
        var profiles = cursor.Profiles;
        if (cursor.Block != _block || place < _next)
        {
            _block = cursor.Block;
            _next = 0;
            _bits = 0;
            _bitStart = cursor.PositionsOffset(_block);
        }

        var bits = new BitReader(_bytes.From(_bitStart, int.MaxValue), _bits);
        for (; _next < place; _next++)
        {
            ReadRow(ref bits, profiles[_next], null);
        }

        ReadRow(ref bits, profiles[_next++], target);
        _bits = bits.Position;
    }

    private void ReadRow(ref BitReader bits, uint profile, List<Hit>? target)
    {
        var withSymbols = Symbols.Count > 1;
        foreach (var code in _profiles[profile])
        {
            var field = HitProfile.FieldOf(code);
            var hits = HitProfile.HitsOf(code);
            hits += hits == HitProfile.Many ? (int)bits.ReadGolomb(0) : 0;
            int order = _orders[field];
            var position = 0;
            for (; hits > 0; hits--)
            {
                position += (int)bits.ReadGolomb(order);
                order = PositionCode.NextOrder(order);
                var symbol = withSymbols ? (int)bits.ReadGolomb(0) : 0;
                target?.Add(new Hit(field, position, symbol));
            }
        }
    }
}
