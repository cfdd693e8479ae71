using System.Runtime.CompilerServices;
using Lind.Index.Encoding;

namespace Lind.Index.Postings;

/// <summary>The postings of each term in memory, until they are written as a segment.</summary>
/// <remarks>
/// A posting: <c>row delta | profile | per hit field: [hits - 4 if there are 4 or more] | per hit: symbol | [position delta, unless it
/// is its whole value]</c>, all var-ints. A symbol is <c>variant * 4 + (last in value ? 2 : 0) + (first in value ? 1 : 0)</c>.
/// Of the terms of presence, whose numbers are those of their fields, only the rows are kept. Not thread-safe.
/// </remarks>
internal sealed class TermStreams(int fields)
{
    private const int MostBytes = 5; // of a var-int
    private const int MostNumbers = 5; // of a hit: row, profile, hits above, symbol, position

    private readonly PostingFinder _finder = new(fields);
    private readonly SlicePool _streams = new();
    private readonly ByteBuffer _bytes = new(1 << 10);
    private readonly UIntBuffer[] _presence = [.. Enumerable.Range(0, fields).Select(_ => new UIntBuffer(16))]; // by field
    private State[] _states = new State[1 << 10]; // by term

    /// <summary>How large the distances are that were encoded.</summary>
    internal PositionCode Positions { get; } = new(fields);

    /// <summary>All hit profiles: their codes, as bytes.</summary>
    internal ByteList Profiles => _finder.Profiles;

    /// <summary>How often each profile was used.</summary>
    internal ReadOnlySpan<int> ProfileCounts => _finder.ProfileCounts.AsSpan(0, Profiles.Count);

    internal long MemoryUsed => _finder.MemoryUsed + _streams.MemoryUsed + (24L * _states.Length)
        + (4L * fields * _presence[0].Count);

    /// <summary>How many rows have a posting of the term.</summary>
    internal int RowsOf(int term) => term < fields ? _presence[term].Count : term < _states.Length ? _states[term].Rows : 0;

    /// <summary>The rows in which a field is present.</summary>
    internal ReadOnlySpan<uint> PresentRows(int field) => _presence[field].Values;

    /// <summary>Says that a field is present in a row. Requires: rows ascend.</summary>
    internal void AddPresence(int field, int row)
    {
        _presence[field].Add((uint)row);
        _finder.CountOneHit(field);
    }

    /// <summary>The profile of one hit in a field.</summary>
    internal int OneHit(int field) => _finder.OneHit(field);

    /// <summary>The postings of a term that is none of presence.</summary>
    internal void Read(int term, ByteBuffer target) => _streams.Read(_states[term].Stream, target);

    /// <summary>Asks for a term's state, before <see cref="FetchStart"/>.</summary>
    internal void Fetch(int term)
    {
        if (term < _states.Length)
        {
            Ahead.Fetch(ref _states[term]);
        }
    }

    /// <summary>Asks for the start of a term's postings, before <see cref="Read"/>.</summary>
    internal void FetchStart(int term)
    {
        if (term < _states.Length)
        {
            _streams.FetchStart(_states[term].Stream);
        }
    }

    /// <summary>Appends the postings of some rows.</summary>
    /// <param name="hits">Ascending by term, those of a term in the order they came.</param>
    /// <param name="firstRow">The number of the log's first row in the table.</param>
    /// <param name="terms">All terms are below.</param>
    internal void Append(Span<BufferedHit> hits, int firstRow, int terms)
    {
        if (_states.Length < terms)
        {
            Array.Resize(ref _states, Math.Max(terms, _states.Length * 2));
        }

        _finder.Find(hits);
        var first = _finder.Terms;
        var starts = _finder.Starts;
        var numbers = _finder.Numbers;
        for (var i = 0; i < _finder.TermCount; i++)
        {
            FetchAhead(hits, first, starts, i);
            ref var state = ref _states[hits[starts[first[i]]].Term];
            _bytes.Clear();
            var length = 0;
            var (posting, end) = (first[i], first[i + 1]);
            var target = _bytes.Reserve((starts[end] - starts[posting]) * MostNumbers * MostBytes);
            state.Rows += end - posting;
            for (; posting < end; posting++)
            {
                var posted = hits[starts[posting]..starts[posting + 1]];
                var row = firstRow + posted[0].Row + 1;
                Put(target, ref length, (uint)(row - state.LastRowPlusOne));
                Put(target, ref length, (uint)numbers[posting]);
                Encode(posted, target, ref length);
                state.LastRowPlusOne = row;
            }

            _streams.Append(ref state.Stream, target[..length]);
        }
    }

    // Each term's state and the end of its stream are out of reach of the near caches: asked for some terms ahead.
    private void FetchAhead(ReadOnlySpan<BufferedHit> hits, ReadOnlySpan<int> first, ReadOnlySpan<int> starts, int i)
    {
        const int Near = 6;
        const int Far = 14;
        if (i + Far < first.Length - 1)
        {
            Ahead.Fetch(ref _states[hits[starts[first[i + Far]]].Term]);
            _streams.FetchEnd(_states[hits[starts[first[i + Near]]].Term].Stream);
        }
    }

    private void Encode(ReadOnlySpan<BufferedHit> hits, Span<byte> target, ref int length)
    {
        for (var at = 0; at < hits.Length;)
        {
            var (start, place) = (at, hits[at].Place);
            var end = at + 1;
            while (end < hits.Length && hits[end].Place == place)
            {
                end++;
            }

            if (end - start >= HitProfile.Many)
            {
                Put(target, ref length, (uint)(end - start - HitProfile.Many));
            }

            var last = 0;
            for (; at < end; at++)
            {
                ref readonly var hit = ref hits[at];
                Put(target, ref length, (uint)hit.Symbol);
                if ((hit.Symbol & TokenBuffer.Whole) != TokenBuffer.Whole)
                {
                    var distance = (uint)(hit.Position - last);
                    Positions.Count(hit.Field, at == start, distance);
                    Put(target, ref length, distance);
                    last = hit.Position;
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(Span<byte> target, ref int length, uint value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            target[length++] = (byte)(value | 0x80);
        }

        target[length++] = (byte)value;
    }

    private struct State
    {
        internal int LastRowPlusOne;
        internal int Rows;
        internal SliceStream Stream;
    }
}
