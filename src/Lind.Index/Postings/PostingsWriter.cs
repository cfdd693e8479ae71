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
///             f × (PatchedBlock of row - previous row - 1 | PatchedBlock of profiles)
///             tail: row order: u8 | profile order: u8 | t × Golomb(row - previous row - 1), then t × Golomb(profile)
/// positions   SymbolTable, then for each block and the tail: the length in bytes of each run but the last: var-int | runs
/// run         32 rows (the last one fewer), from a new byte on: for each row: if there is more than one symbol, one bit: whether
///             any hit has another than symbol 0; then for each code of its profile: [Golomb0(hits - 4) if the code is "4 or
///             more"], then for each hit: Golomb(position - previous one) and, if that bit was 1, Golomb0(symbol)
/// </code>
/// Terms that start with a zero byte have no runs.
/// Offsets count from the end of the three lists (postings) and of the symbol table (positions). The row before the first
/// is -1; a field's first position counts from 0. The orders are the table's two for the field, see
/// <see cref="PositionCode"/>. A term with one row has no postings bytes: row and profile stand in the dictionary.
/// </remarks>
internal sealed class PostingsWriter
{
    /// <summary>Positions can be found without reading those of more than so many rows before.</summary>
    internal const int RunLength = 32;

    private readonly IndexOutput _postings;
    private readonly IndexOutput _positionsOut;
    private readonly ProfileSet _profileSet;
    private readonly byte[] _orders;
    private readonly UIntBuffer _rows = new();
    private readonly UIntBuffer _profiles = new();
    private readonly UIntBuffer _extras = new();
    private readonly UIntBuffer _positions = new();
    private readonly UIntBuffer _symbols = new();
    private readonly UIntBuffer _positionOffsets = new();
    private readonly UIntBuffer _blockOffsets = new();
    private readonly ByteBuffer _postingBytes = new();
    private readonly ByteBuffer _positionBytes = new();
    private readonly ByteBuffer _table = new();
    private readonly ByteBuffer _runs = new();
    private readonly SymbolRanking _ranking = new();
    private readonly BitWriter _bits;
    private readonly long _postingsBase;
    private readonly long _positionsBase;

    /// <param name="postings">Where postings go.</param>
    /// <param name="positions">Where positions go.</param>
    /// <param name="profiles">The profiles that rows refer to.</param>
    /// <param name="orders">For each field the two orders of its positions.</param>
    internal PostingsWriter(IndexOutput postings, IndexOutput positions, ProfileSet profiles, byte[] orders)
    {
        (_postings, _positionsOut, _profileSet, _orders) = (postings, positions, profiles, orders);
        (_postingsBase, _positionsBase) = (postings.Position, positions.Position);
        _bits = new BitWriter(_runs);
    }

    internal void AddRow(uint row, uint profile)
    {
        _rows.Add(row);
        _profiles.Add(profile);
    }

    /// <summary>The number of hits above <see cref="HitProfile.Many"/> of the next field whose code says so.</summary>
    internal void AddExtraHits(uint extra) => _extras.Add(extra);

    /// <summary>The next hit of the row: distance from the one before in its field, and what it looks like.</summary>
    internal void AddHit(uint distance, uint symbol)
    {
        _positions.Add(distance);
        _symbols.Add(symbol);
    }

    /// <summary>How many rows the term has so far.</summary>
    internal int Rows => _rows.Count;

    /// <summary>Writes the term and starts over for the next.</summary>
    internal TermPlace EndTerm(ReadOnlySpan<byte> term, IReadOnlyList<byte[]> surfaces)
    {
        _table.Clear();
        var ranked = _ranking.Apply(_symbols.Values, surfaces);
        SymbolTable.Write(term, _ranking.Used, ranked, _table);
        WritePositions(ranked.Length > 1, PositionReader.HasPositions(term));
        var rows = _rows.Count;
        var place = new TermPlace(
            rows, _postings.Position - _postingsBase, rows == 1 ? 0 : WritePostings(), _positionsOut.Position - _positionsBase,
            _table.Length + _positionBytes.Length, _rows.Values[0], _profiles.Values[0]);
        _positionsOut.Write(_table.Written);
        _positionsOut.Write(_positionBytes.Written);
        Clear();
        return place;
    }

    private void Clear()
    {
        _rows.Clear();
        _profiles.Clear();
        _extras.Clear();
        _positions.Clear();
        _symbols.Clear();
    }

    private void WritePositions(bool severalSymbols, bool hasPositions)
    {
        _positionBytes.Clear();
        _positionOffsets.Clear();
        int hit = 0, extra = 0;
        ReadOnlySpan<uint> profiles = _profiles.Values;
        for (var start = 0; start < profiles.Length; start += BlockPacking.Count)
        {
            _positionOffsets.Add((uint)_positionBytes.Length);
            var end = Math.Min(start + BlockPacking.Count, profiles.Length);
            _runs.Clear();
            for (var run = start; run < end && hasPositions; run += RunLength)
            {
                var before = _runs.Length;
                foreach (var profile in profiles[run..Math.Min(run + RunLength, end)])
                {
                    WriteRow(_profileSet[(int)profile], ref hit, ref extra, severalSymbols);
                }

                _bits.Flush();
                if (run + RunLength < end)
                {
                    _positionBytes.WriteVarInt((uint)(_runs.Length - before));
                }
            }

            _positionBytes.Write(_runs.Written);
        }
    }

    private void WriteRow(ReadOnlySpan<ushort> codes, ref int hit, ref int extra, bool severalSymbols)
    {
        var withSymbols = severalSymbols && HasOtherSymbol(codes, hit, extra);
        if (severalSymbols)
        {
            _bits.Write(withSymbols ? 1u : 0, 1);
        }

        foreach (var code in codes)
        {
            var hits = HitProfile.HitsOf(code);
            if (hits == HitProfile.Many)
            {
                var more = _extras.Values[extra++];
                _bits.WriteGolomb(more, 0);
                hits += (int)more;
            }

            WriteHits(HitProfile.FieldOf(code), hit, hits, withSymbols);
            hit += hits;
        }
    }

    /// <summary>Whether any hit of the row has another symbol than the usual one.</summary>
    private bool HasOtherSymbol(ReadOnlySpan<ushort> codes, int hit, int extra)
    {
        var hits = 0;
        foreach (var code in codes)
        {
            hits += HitProfile.HitsOf(code);
            hits += HitProfile.HitsOf(code) == HitProfile.Many ? (int)_extras.Values[extra++] : 0;
        }

        return _symbols.Values.Slice(hit, hits).ContainsAnyExcept(0u);
    }

    private void WriteHits(int field, int start, int count, bool withSymbols)
    {
        int order = _orders[field * 2];
        int nextOrder = _orders[(field * 2) + 1];
        ReadOnlySpan<uint> positions = _positions.Values.Slice(start, count);
        if (!withSymbols)
        {
            foreach (var position in positions)
            {
                _bits.WriteGolomb(position, order);
                order = nextOrder;
            }

            return;
        }

        ReadOnlySpan<uint> symbols = _symbols.Values.Slice(start, count);
        for (var i = 0; i < positions.Length; i++)
        {
            _bits.WriteGolomb(positions[i], order);
            _bits.WriteGolomb(symbols[i], 0);
            order = nextOrder;
        }
    }

    private int WritePostings()
    {
        _postingBytes.Clear();
        _blockOffsets.Clear();
        var full = _rows.Count / BlockPacking.Count;
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
            PatchedBlock.Write(deltas, _postingBytes);
            PatchedBlock.Write(_profiles.Values.Slice(start, BlockPacking.Count), _postingBytes);
        }

        WriteTail(full * BlockPacking.Count, previous);
        _postings.WriteValues<uint>(lasts);
        _postings.WriteValues<uint>(_blockOffsets.Values);
        _postings.WriteValues<uint>(full > 0 ? _positionOffsets.Values : []);
        _postings.Write(_postingBytes.Written);
        var lists = full == 0 ? 0 : (2 * full) + _positionOffsets.Count;
        return (lists * 4) + _postingBytes.Length;
    }

    private void WriteTail(int start, int previous)
    {
        var count = _rows.Count - start;
        if (count == 0)
        {
            return;
        }

        var rows = _rows.Values[start..];
        var rowOrder = Log2((rows[^1] - (uint)(previous + 1) + 1) / (uint)count);
        var profileOrder = Log2(Median(_profiles.Values[start..]));
        _postingBytes.WriteByte((byte)rowOrder);
        _postingBytes.WriteByte((byte)profileOrder);
        var bits = new BitWriter(_postingBytes);
        foreach (var row in rows)
        {
            bits.WriteGolomb((uint)((int)row - previous - 1), rowOrder);
            previous = (int)row;
        }

        foreach (var profile in _profiles.Values[start..])
        {
            bits.WriteGolomb(profile, profileOrder);
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
}
