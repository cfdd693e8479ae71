using Lind.Index.Encoding;
using Lind.Index.Storage;
using Lind.Index.Terms;

namespace Lind.Index.Postings;

/// <summary>One occurrence of a term in a row.</summary>
internal readonly record struct Hit(int Field, int Position, int Symbol);

/// <summary>Reads the positions of a term's rows; the layout is <see cref="PostingsWriter"/>'s. Not thread-safe.</summary>
internal sealed class PositionReader
{
    private Region _bytes;
    private byte[] _orders = [];
    private ProfileReader _profiles;
    private Hit[] _hits = new Hit[16];
    private int _count;
    private bool _hasPositions;
    private int _block = -1;
    private int _run;      // within the block
    private int _next;     // the place in the block of the row whose positions come next
    private long _runStart; // where its run starts
    private long _bits;    // bits of the run read so far

    /// <summary>How this term's occurrences look.</summary>
    internal SymbolTable Symbols { get; private set; } = new();

    /// <summary>The occurrences in the row read last, by field and position.</summary>
    internal ReadOnlySpan<Hit> Hits => _hits.AsSpan(0, _count);

    internal void Reset(Region positions, ReadOnlySpan<byte> term, in TermPlace place, ProfileReader profiles, byte[] orders)
    {
        _bytes = positions.Slice(place.PositionsOffset, place.PositionsLength);
        _orders = orders;
        _profiles = profiles;
        _block = -1;
        _hasPositions = HasPositions(term);
        var at = 0;
        Symbols = SymbolTable.Read(term, _bytes.From(0, int.MaxValue), ref at);
        _bytes = _bytes.Slice(at, _bytes.Length - at);
    }

    /// <summary>The engine's own terms, which start with a zero byte, have no positions: all their hits stand at 0.</summary>
    internal static bool HasPositions(ReadOnlySpan<byte> term) => term[0] != 0;

    /// <summary>Reads the occurrences in the row at a place of the cursor's loaded block.</summary>
    /// <remarks>Cheap if the rows of a block are asked for in ascending order.</remarks>
    /// <param name="cursor">The term's rows.</param>
    /// <param name="place">The row's place in the loaded block.</param>
    /// <param name="wanted">By field: whether its occurrences are wanted; empty: all are.</param>
    internal void Read(PostingsCursor cursor, int place, ReadOnlySpan<bool> wanted = default)
    {
        _count = 0;
        if (!_hasPositions)
        {
            ReadWithoutPositions(cursor.Profiles[place]);
            return;
        }

        var run = place / PostingsWriter.RunLength;
        if (cursor.Block != _block || place < _next || run != _run)
        {
            FindRun(cursor, run);
        }

        var profiles = cursor.Profiles;
        var bits = new BitReader(_bytes.From(_runStart, int.MaxValue), _bits);
        var severalSymbols = Symbols.Count > 1;
        for (; _next <= place; _next++)
        {
            var isSkipped = _next < place;
            var withSymbols = severalSymbols && bits.Read(1) != 0;
            foreach (var code in _profiles[profiles[_next]])
            {
                var field = HitProfile.FieldOf(code);
                var hits = HitProfile.HitsOf(code);
                hits += hits == HitProfile.Many ? (int)bits.ReadGolomb(0) : 0;
                int order = _orders[field * 2];
                int nextOrder = _orders[(field * 2) + 1];
                if (isSkipped || (!wanted.IsEmpty && !wanted[field]))
                {
                    for (; hits > 0; hits--, order = nextOrder)
                    {
                        bits.ReadGolomb(order);
                        if (withSymbols)
                        {
                            bits.ReadGolomb(0);
                        }
                    }

                    continue;
                }

                if (_count + hits > _hits.Length)
                {
                    Array.Resize(ref _hits, Math.Max(_count + hits, _hits.Length * 2));
                }

                var position = 0;
                for (; hits > 0; hits--, order = nextOrder)
                {
                    position += (int)bits.ReadGolomb(order);
                    _hits[_count++] = new Hit(field, position, withSymbols ? (int)bits.ReadGolomb(0) : 0);
                }
            }
        }

        _bits = bits.Position;
    }

    private void ReadWithoutPositions(uint profile)
    {
        foreach (var code in _profiles[profile])
        {
            _hits[_count++] = new Hit(HitProfile.FieldOf(code), 0, 0);
        }
    }

    private void FindRun(PostingsCursor cursor, int run)
    {
        _block = cursor.Block;
        _run = run;
        _next = run * PostingsWriter.RunLength;
        _bits = 0;
        _runStart = cursor.PositionsOffset(_block);
        var lengths = _bytes.From(_runStart, 64);
        var runs = (cursor.Count + PostingsWriter.RunLength - 1) / PostingsWriter.RunLength;
        int at = 0, skipped = 0;
        for (var i = 0; i < runs - 1; i++)
        {
            var length = VarInt.ReadInt(lengths, ref at);
            skipped += i < run ? length : 0;
        }

        _runStart += at + skipped;
    }
}
