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
    private FrequentProfiles _profiles = null!; // set by Reset
    private ushort[] _codes = new ushort[32];    // of the row looked at
    private int _codeCount;
    private long _codesOf = -1;                  // which profile they are of
    private ushort[] _skipped = new ushort[32];  // scratch for those of rows passed over
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

    internal void Reset(Region positions, ReadOnlySpan<byte> term, in TermPlace place, FrequentProfiles profiles, byte[] orders)
    {
        _bytes = positions.Slice(place.PositionsOffset, place.PositionsLength);
        _orders = orders;
        _profiles = profiles;
        _block = -1;
        _codesOf = -1;
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
    /// <param name="fieldMarks">By field: its marks; empty: all fields are wanted.</param>
    /// <param name="marks">Only fields with one of these marks are wanted.</param>
    internal void Read(PostingsCursor cursor, int place, ReadOnlySpan<ulong> fieldMarks = default, ulong marks = 0)
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

        var bytes = _bytes.From(_runStart, int.MaxValue);
        if (_next < place)
        {
            SkipRows(bytes, cursor.Profiles[_next..place]);
        }

        ReadRow(bytes, CodesOf(cursor.Profiles[place]), fieldMarks, marks);
        _next = place + 1;
    }

    /// <summary>The codes of a row's profile, kept for the <see cref="Read"/> that may follow.</summary>
    internal ReadOnlySpan<ushort> CodesOf(uint profile)
    {
        if (_codesOf != profile)
        {
            _codeCount = _profiles.CopyTo(profile, ref _codes);
            _codesOf = profile;
        }

        return _codes.AsSpan(0, _codeCount);
    }

    private void SkipRows(ReadOnlySpan<byte> bytes, ReadOnlySpan<uint> profiles)
    {
        var bits = new BitReader(bytes, _bits);
        var severalSymbols = Symbols.Count > 1;
        var orders = _orders;
        foreach (var profile in profiles)
        {
            var withSymbols = severalSymbols && bits.Read(1) != 0;
            foreach (var code in _profiles.CodesOf(profile, ref _skipped))
            {
                var hits = HitProfile.HitsOf(code);
                hits += hits == HitProfile.Many ? (int)bits.ReadGolomb(0) : 0;
                int order = orders[HitProfile.FieldOf(code) * 2];
                int nextOrder = orders[(HitProfile.FieldOf(code) * 2) + 1];
                for (; hits > 0; hits--, order = nextOrder)
                {
                    bits.SkipGolomb(order);
                    if (withSymbols)
                    {
                        bits.SkipGolomb(0);
                    }
                }
            }
        }

        _bits = bits.Position;
    }

    private void ReadRow(ReadOnlySpan<byte> bytes, ReadOnlySpan<ushort> codes, ReadOnlySpan<ulong> fieldMarks, ulong marks)
    {
        var bits = new BitReader(bytes, _bits);
        var withSymbols = Symbols.Count > 1 && bits.Read(1) != 0;
        var orders = _orders;
        foreach (var code in codes)
        {
            var field = HitProfile.FieldOf(code);
            var hits = HitProfile.HitsOf(code);
            hits += hits == HitProfile.Many ? (int)bits.ReadGolomb(0) : 0;
            int order = orders[field * 2];
            int nextOrder = orders[(field * 2) + 1];
            if (!fieldMarks.IsEmpty && (fieldMarks[field] & marks) == 0)
            {
                for (; hits > 0; hits--, order = nextOrder)
                {
                    bits.SkipGolomb(order);
                    if (withSymbols)
                    {
                        bits.SkipGolomb(0);
                    }
                }

                continue;
            }

            if (_count + hits > _hits.Length)
            {
                Array.Resize(ref _hits, Math.Max(_count + hits, _hits.Length * 2));
            }

            var target = _hits.AsSpan(_count, hits);
            var position = 0;
            for (var i = 0; i < target.Length; i++, order = nextOrder)
            {
                position += (int)bits.ReadGolomb(order);
                target[i] = new Hit(field, position, withSymbols ? (int)bits.ReadGolomb(0) : 0);
            }

            _count += hits;
        }

        _bits = bits.Position;
    }

    private void ReadWithoutPositions(uint profile)
    {
        foreach (var code in CodesOf(profile))
        {
            if (_count == _hits.Length)
            {
                Array.Resize(ref _hits, _count * 2);
            }

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
