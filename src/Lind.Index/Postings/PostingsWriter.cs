using System.Numerics;
using Lind.Index.Encoding;
using Lind.Index.Storage;
using Lind.Index.Terms;

namespace Lind.Index.Postings;

/// <summary>Writes postings and positions, term by term.</summary>
/// <remarks>
/// A term with n = 128 f + t rows has f full blocks and, if t > 0, a tail:
/// <code>
/// postings    f × last row: u32 | f × offset of the block: u32 | f (+1 if t > 0) × offset of its positions: u32
///             | [only if f > 0: length of the ranked profiles in bytes: u32 | ranked profiles]
///             f × (PatchedBlock of row - previous row - 1 | PatchedBlock of profile codes)
///             tail: row order: u8 | order of profile codes: u8, + 128 if ranked profiles follow (only if f = 0) | t × Golomb(row -
///             previous row - 1), then t × Golomb(profile code)
/// ranked      k: var-int | k × profile: var-int        profiles that many rows of the term have, the most used first
/// code        below k: place among the ranked profiles; else k + profile
/// positions   SymbolTable, then for each block and the tail: the length in bytes of each run but the last: var-int | runs
/// run         32 rows (the last one fewer), from a new byte on: first for each row what concerns fields that are not aside, then for
///             each row what concerns the others. For a row, if it has hits there: if the term has more than one symbol, one bit:
///             whether any of these hits has another than the usual symbol; then for each code of its profile: [Golomb0(hits - 4) if the
///             code is "4 or more"], then for each hit: [if that bit was 1, Golomb0(symbol), the field's usual symbol and 0 having
///             changed places] and, unless the symbol is a whole value, Golomb(position - previous one)
/// </code>
/// Of the hits in a field those that are a whole value come last.
/// Terms that start with a zero byte have no runs.
/// Offsets count from the end of the lists and ranked profiles (postings) and of the symbol table (positions). The row before the
/// first is -1; a field's first position counts from 0. The orders are the table's two for the field, see
/// <see cref="PositionCode"/>. A term with one row has no postings bytes: row and profile stand in the dictionary.
/// Example: rows 0 and 2 with profiles 7 and 7: row order 0, order 0 with one ranked profile: <c>00 80 01 07 | 35</c>
/// (Golomb0 of 0, 1, 0, 0: bits 1 010 1 1).
/// </remarks>
internal sealed class PostingsWriter
{
    /// <summary>Positions can be found without reading those of more than so many rows before.</summary>
    internal const int RunLength = 32;

    /// <summary>Marks a tail whose ranked profiles stand with it.</summary>
    internal const int RankedFollow = 128;

    // Many larger numbers make a block small and slow to read. Searches spend their time on terms with many rows: there each larger
    // number is reckoned dearer than it is. Without, searches took a fifth longer.
    private const int ManyBlocks = 16;
    private const int Reluctance = 14;
    private readonly IndexOutput _postings;
    private readonly IndexOutput _positionsOut;
    private readonly PositionLayout _layout;
    private readonly ProfileRanking _profileRanking;
    private readonly UIntBuffer _rows = new();
    private readonly UIntBuffer _profiles = new();
    private readonly UIntBuffer _fieldEnds = new(); // by row: behind the last of its fields
    private readonly UIntBuffer _fields = new(); // of all rows
    private readonly UIntBuffer _fieldHits = new(); // by place in _fields
    private readonly UIntBuffer _positions = new();
    private readonly UIntBuffer _symbols = new();
    private readonly UIntBuffer _positionOffsets = new();
    private readonly UIntBuffer _blockOffsets = new();
    private readonly ByteBuffer _postingBytes = new();
    private readonly ByteBuffer _rankedBytes = new();
    private readonly ByteBuffer _positionBytes = new();
    private readonly ByteBuffer _table = new();
    private readonly ByteBuffer _runs = new();
    private readonly SymbolRanking _ranking = new();
    private readonly UsualSymbols _usual;
    private readonly int[] _usualOf; // by field
    private bool[] _isWhole = new bool[16]; // by symbol
    private readonly BitWriter _bits;
    private readonly long _postingsBase;
    private readonly long _positionsBase;

    /// <param name="postings">Where postings go.</param>
    /// <param name="positions">Where positions go.</param>
    /// <param name="profiles">How many profiles there are.</param>
    /// <param name="layout">How positions are coded.</param>
    internal PostingsWriter(IndexOutput postings, IndexOutput positions, int profiles, PositionLayout layout)
    {
        (_postings, _positionsOut, _layout) = (postings, positions, layout);
        _profileRanking = new ProfileRanking(profiles);
        (_postingsBase, _positionsBase) = (postings.Position, positions.Position);
        _bits = new BitWriter(_runs);
        _usual = new UsualSymbols(layout.Orders.Length / 2);
        _usualOf = new int[layout.Orders.Length / 2];
    }

    /// <summary>The next field of the row at hand, and how often it is hit.</summary>
    internal void AddField(int field, int hits)
    {
        _fields.Add((uint)field);
        _fieldHits.Add((uint)hits);
    }

    /// <summary>Ends a row, whose fields came before.</summary>
    internal void AddRow(uint row, uint profile)
    {
        _rows.Add(row);
        _profiles.Add(profile);
        _fieldEnds.Add((uint)_fields.Count);
    }

    /// <summary>The next hit of the row: distance from the one before in its field, and what it looks like.</summary>
    internal void AddHit(uint distance, uint symbol)
    {
        _positions.Add(distance);
        _symbols.Add(symbol);
    }

    /// <summary>Room for so many distances, behind those of the hits so far.</summary>
    internal Span<uint> DistanceRoom(int hits) => _positions.Reserve(hits);

    /// <summary>Room for so many symbols, behind those of the hits so far.</summary>
    internal Span<uint> SymbolRoom(int hits) => _symbols.Reserve(hits);

    /// <summary>Adds the hits that were put into the room for them.</summary>
    internal void AddHits(int hits)
    {
        _positions.Advance(hits);
        _symbols.Advance(hits);
    }

    /// <summary>How many rows the term has so far.</summary>
    internal int Rows => _rows.Count;

    /// <summary>Writes the term and starts over for the next.</summary>
    internal TermPlace EndTerm(ReadOnlySpan<byte> term, IReadOnlyList<byte[]> surfaces)
    {
        _table.Clear();
        var ranked = _ranking.Apply(_symbols.Values, surfaces);
        var usual = _usual.Apply(_fields.Values, _fieldHits.Values, _symbols.Values, ranked.Length > 1);
        SymbolTable.Write(term, _ranking.Used, ranked, usual, _table);
        BeginPositions(ranked, usual);
        WritePositions(ranked.Length > 1, PositionReader.HasPositions(term));
        var rows = _rows.Count;
        var firstProfile = _profiles.Values[0];
        var place = new TermPlace(
            rows, _postings.Position - _postingsBase, rows == 1 ? 0 : WritePostings(), _positionsOut.Position - _positionsBase,
            _table.Length + _positionBytes.Length, _rows.Values[0], firstProfile);
        _positionsOut.Write(_table.Written);
        _positionsOut.Write(_positionBytes.Written);
        Clear();
        return place;
    }

    private void Clear()
    {
        _rows.Clear();
        _profiles.Clear();
        _fieldEnds.Clear();
        _fields.Clear();
        _fieldHits.Clear();
        _positions.Clear();
        _symbols.Clear();
    }

    private void BeginPositions(ReadOnlySpan<uint> ranked, IReadOnlyList<(int Field, int Symbol)> usual)
    {
        if (_isWhole.Length < ranked.Length)
        {
            _isWhole = new bool[ranked.Length * 2];
        }

        for (var symbol = 0; symbol < ranked.Length; symbol++)
        {
            _isWhole[symbol] = (ranked[symbol] & TokenBuffer.Whole) == TokenBuffer.Whole;
        }

        Array.Clear(_usualOf);
        foreach (var (field, symbol) in usual)
        {
            _usualOf[field] = symbol;
        }
    }

    private void WritePositions(bool severalSymbols, bool hasPositions)
    {
        _positionBytes.Clear();
        _positionOffsets.Clear();
        int field = 0, hit = 0;
        var rows = _rows.Count;
        for (var start = 0; start < rows; start += BlockPacking.Count)
        {
            _positionOffsets.Add((uint)_positionBytes.Length);
            var end = Math.Min(start + BlockPacking.Count, rows);
            _runs.Clear();
            for (var run = start; run < end && hasPositions; run += RunLength)
            {
                var before = _runs.Length;
                WriteRun(_fieldEnds.Values[run..Math.Min(run + RunLength, end)], ref field, ref hit, severalSymbols);
                if (run + RunLength < end)
                {
                    _positionBytes.WriteVarInt((uint)(_runs.Length - before));
                }
            }

            _positionBytes.Write(_runs.Written);
        }
    }

    private void WriteRun(ReadOnlySpan<uint> fieldEnds, ref int field, ref int hit, bool severalSymbols)
    {
        ReadOnlySpan<uint> fields = _fields.Values;
        ReadOnlySpan<uint> fieldHits = _fieldHits.Values;
        Span<HitRange> asides = stackalloc HitRange[RunLength];
        var asideCount = 0;
        foreach (var end in fieldEnds)
        {
            var main = new HitRange(field, hit);
            for (; field < end && fields[field] < _layout.AsideFrom; field++)
            {
                hit += (int)fieldHits[field];
            }

            WriteFields(main with { EndField = field, EndHit = hit }, severalSymbols);
            if (field < end)
            {
                var aside = new HitRange(field, hit);
                for (; field < end; field++)
                {
                    hit += (int)fieldHits[field];
                }

                asides[asideCount++] = aside with { EndField = field, EndHit = hit };
            }
        }

        foreach (var aside in asides[..asideCount])
        {
            WriteFields(aside, severalSymbols);
        }

        _bits.Flush();
    }

    private void WriteFields(in HitRange range, bool severalSymbols)
    {
        var (field, hit, endField, endHit) = range;
        if (field == endField)
        {
            return;
        }

        var withSymbols = severalSymbols && _symbols.Values[hit..endHit].ContainsAnyExcept(0u);
        if (severalSymbols)
        {
            _bits.Write(withSymbols ? 1u : 0, 1);
        }

        for (; field < endField; field++)
        {
            var count = (int)_fieldHits.Values[field];
            if (count >= HitProfile.Many)
            {
                _bits.WriteGolomb((uint)(count - HitProfile.Many), 0);
            }

            WriteHits((int)_fields.Values[field], hit, count, withSymbols);
            hit += count;
        }
    }

    private void WriteHits(int field, int start, int count, bool withSymbols)
    {
        int order = _layout.Orders[field * 2];
        int nextOrder = _layout.Orders[(field * 2) + 1];
        ReadOnlySpan<uint> positions = _positions.Values.Slice(start, count);
        var usual = (uint)_usualOf[field];
        if (!withSymbols)
        {
            if (!_isWhole[usual])
            {
                foreach (var position in positions)
                {
                    _bits.WriteGolomb(position, order);
                    order = nextOrder;
                }
            }

            return;
        }

        ReadOnlySpan<uint> symbols = _symbols.Values.Slice(start, count);
        for (var i = 0; i < positions.Length; i++)
        {
            var coded = symbols[i];
            _bits.WriteGolomb(coded, 0);
            if (!_isWhole[coded == 0 ? usual : coded == usual ? 0 : coded])
            {
                _bits.WriteGolomb(positions[i], order);
                order = nextOrder;
            }
        }
    }

    private int WritePostings()
    {
        _postingBytes.Clear();
        _blockOffsets.Clear();
        _rankedBytes.Clear();
        _profileRanking.Apply(_profiles.Values, _rankedBytes);
        var full = _rows.Count / BlockPacking.Count;
        var reluctance = full < ManyBlocks ? 0 : Reluctance;
        Span<uint> lasts = full <= 512 ? stackalloc uint[full] : new uint[full];
        Span<uint> deltas = stackalloc uint[BlockPacking.Count];
        var previous = -1;
        for (var block = 0; block < full; block++)
        {
            var start = block * BlockPacking.Count;
            _blockOffsets.Add((uint)_postingBytes.Length);
            for (var i = 0; i < BlockPacking.Count; i++)
            {
                var row = (int)_rows.Values[start + i];
                deltas[i] = (uint)(row - previous - 1);
                previous = row;
            }

            lasts[block] = (uint)previous;
            PatchedBlock.Write(deltas, reluctance, _postingBytes);
            PatchedBlock.Write(_profiles.Values.Slice(start, BlockPacking.Count), reluctance, _postingBytes);
        }

        WriteTail(full * BlockPacking.Count, previous, isWhole: full == 0);
        _postings.WriteValues<uint>(lasts);
        _postings.WriteValues<uint>(_blockOffsets.Values);
        if (full == 0)
        {
            _postings.Write(_postingBytes.Written);
            return _postingBytes.Length;
        }

        _postings.WriteValues<uint>(_positionOffsets.Values);
        _postings.WriteValues<uint>([(uint)_rankedBytes.Length]);
        _postings.Write(_rankedBytes.Written);
        _postings.Write(_postingBytes.Written);
        return (((2 * full) + _positionOffsets.Count + 1) * 4) + _rankedBytes.Length + _postingBytes.Length;
    }

    // The tail is whole if it is all of the term.
    private void WriteTail(int start, int previous, bool isWhole)
    {
        var count = _rows.Count - start;
        if (count == 0)
        {
            return;
        }

        var rows = _rows.Values[start..];
        var rowOrder = Log2((rows[^1] - (uint)(previous + 1) + 1) / (uint)count);
        var codes = _profiles.Values[start..];
        var codeOrder = Log2(Median(codes));
        var withRanked = isWhole && _profileRanking.Count > 0;
        _postingBytes.WriteByte((byte)rowOrder);
        _postingBytes.WriteByte((byte)(codeOrder | (withRanked ? RankedFollow : 0)));
        if (withRanked)
        {
            _postingBytes.Write(_rankedBytes.Written);
        }

        var bits = new BitWriter(_postingBytes);
        foreach (var row in rows)
        {
            bits.WriteGolomb((uint)((int)row - previous - 1), rowOrder);
            previous = (int)row;
        }

        foreach (var code in codes)
        {
            bits.WriteGolomb(code, codeOrder);
        }

        bits.Flush();
    }

    private static int Log2(uint value) => Math.Min(24, value == 0 ? 0 : BitOperations.Log2(value));

    private static uint Median(ReadOnlySpan<uint> values)
    {
        Span<uint> sorted = stackalloc uint[values.Length];
        values.CopyTo(sorted);
        sorted.Sort();
        return sorted[sorted.Length / 2];
    }

    /// <summary>Some fields of a row, with their hits.</summary>
    private readonly record struct HitRange(int Field, int Hit, int EndField = 0, int EndHit = 0);
}
