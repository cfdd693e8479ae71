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
/// positions   SymbolTable, then for each block and the tail, from a new byte on, for each row, for each code of its profile:
///             [Golomb0(hits - 4) if the code is "4 or more"], then for each hit: Golomb(position - previous one) and, if there
///             is more than one symbol, Golomb0(symbol)
/// </code>
/// Offsets count from the end of the three lists (postings) and of the symbol table (positions). The row before the first
/// is -1. The order of the first position of a field is the table's for that field, that of the others by
/// <see cref="PositionCode.NextOrder"/>; the first position counts from 0. A term with one row has no postings bytes: row
/// and profile stand in the dictionary.
/// </remarks>
internal sealed class PostingsWriter(IndexOutput postings, IndexOutput positions, ProfileSet profiles, byte[] orders)
{
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
    private readonly long _postingsBase = postings.Position;
    private readonly long _positionsBase = positions.Position;

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
        var ranked = SymbolRanking.Apply(_symbols.Values, surfaces, out var usedSurfaces);
        SymbolTable.Write(term, usedSurfaces, ranked, _table);
        WritePositions(ranked.Length > 1);
        var rows = _rows.Count;
        var place = new TermPlace(
            rows, postings.Position - _postingsBase, rows == 1 ? 0 : WritePostings(), positions.Position - _positionsBase,
            _table.Length + _positionBytes.Length, _rows.Values[0], _profiles.Values[0]);
        positions.Write(_table.Written);
        positions.Write(_positionBytes.Written);
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

    private void WritePositions(bool withSymbols)
    {
        _positionBytes.Clear();
        _positionOffsets.Clear();
        var bits = new BitWriter(_positionBytes);
        int hit = 0, extra = 0;
        for (var i = 0; i < _rows.Count; i++)
        {
            if (i % BlockPacking.Count == 0)
            {
                bits.Flush();
                _positionOffsets.Add((uint)_positionBytes.Length);
            }

            foreach (var code in profiles[(int)_profiles.Values[i]])
            {
                var hits = HitProfile.HitsOf(code);
                if (hits == HitProfile.Many)
                {
                    var more = _extras.Values[extra++];
                    bits.WriteGolomb(more, 0);
                    hits += (int)more;
                }

                WriteHits(bits, orders[HitProfile.FieldOf(code)], hits, ref hit, withSymbols);
            }
        }

        bits.Flush();
    }

    private void WriteHits(BitWriter bits, int order, int hits, ref int hit, bool withSymbols)
    {
        for (; hits > 0; hits--, hit++)
        {
            bits.WriteGolomb(_positions.Values[hit], order);
            order = PositionCode.NextOrder(order);
            if (withSymbols)
            {
                bits.WriteGolomb(_symbols.Values[hit], 0);
            }
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
        postings.WriteValues<uint>(lasts);
        postings.WriteValues<uint>(_blockOffsets.Values);
        postings.WriteValues<uint>(full > 0 ? _positionOffsets.Values : []);
        postings.Write(_postingBytes.Written);
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
