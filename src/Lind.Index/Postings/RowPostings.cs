using System.Runtime.InteropServices;
using Lind.Index.Encoding;

namespace Lind.Index.Postings;

/// <summary>A token of the row being collected.</summary>
internal struct BufferedToken(int term, int field, int position, int symbol)
{
    internal int Term = term;
    internal int Field = field;
    internal int Position = position;
    internal int Symbol = symbol;
    internal int Next = -1; // the next token of the same term in this row
}

/// <summary>The tokens of one row while it is being collected, and the encoding of its postings.</summary>
internal sealed class RowPostings(int fields)
{
    private readonly int[] _nextPosition = new int[fields];
    private readonly int[] _lengths = new int[fields];
    private readonly int[] _lastEnds = new int[fields]; // behind the last token of the last value of several tokens; 0: none
    private readonly List<int> _gathered = [];
    private readonly List<ushort> _codes = [];
    private readonly List<int> _hits = [];
    private readonly ByteBuffer _encoded = new(1024);

    /// <summary>The row's tokens in the order they came.</summary>
    internal List<BufferedToken> Tokens { get; } = new(2048);

    /// <summary>The row's different terms.</summary>
    internal List<int> Terms { get; } = new(1024);

    /// <summary>How large the distances are that were encoded.</summary>
    internal PositionCode Positions { get; } = new(fields);

    /// <summary>The fields with at least one token.</summary>
    internal List<int> PresentFields { get; } = [];

    /// <summary>Rows and tokens counted by field over all rows, for choosing codes.</summary>
    internal long[] TotalLengths { get; } = new long[fields];

    internal int[] TotalRows { get; } = new int[fields];

    internal int NextPosition(int field) => _nextPosition[field];

    /// <summary>How many positions the row has in a field.</summary>
    internal int LengthOf(int field) => _lengths[field];

    /// <summary>How many positions a value of several tokens must move up to keep its distance from the last such one.</summary>
    internal int ShiftFor(int field, int first, int last)
    {
        var shift = _lastEnds[field] == 0 ? 0 : Math.Max(0, _lastEnds[field] - 1 + TokenBuffer.ValueDistance - first);
        _lastEnds[field] = last + shift + 1;
        return shift;
    }

    internal void EndValue(int field, int nextPosition, int length)
    {
        if (_nextPosition[field] == 0)
        {
            PresentFields.Add(field);
            TotalRows[field]++;
        }

        _nextPosition[field] = nextPosition;
        _lengths[field] += length;
        TotalLengths[field] += length;
    }

    /// <summary>Follows a term's chain of tokens; returns the profile's codes.</summary>
    internal ReadOnlySpan<ushort> Gather(ReadOnlySpan<BufferedToken> tokens, int head)
    {
        _gathered.Clear();
        _codes.Clear();
        _hits.Clear();
        var sorted = true;
        long last = -1;
        for (var i = head; i >= 0; i = tokens[i].Next)
        {
            var place = Place(tokens[i]);
            sorted &= place >= last;
            last = place;
            _gathered.Add(i);
        }

        if (!sorted)
        {
            SortGathered(tokens);
        }

        CountHits(tokens);
        return CollectionsMarshal.AsSpan(_codes);
    }

    /// <summary>Encodes the gathered posting.</summary>
    internal ReadOnlySpan<byte> Encode(ReadOnlySpan<BufferedToken> tokens, uint rowDelta, uint profile)
    {
        _encoded.Clear();
        _encoded.WriteVarInt(rowDelta);
        _encoded.WriteVarInt(profile);
        var at = 0;
        foreach (var hits in _hits)
        {
            if (hits >= HitProfile.Many)
            {
                _encoded.WriteVarInt((uint)(hits - HitProfile.Many));
            }

            var last = 0;
            var first = at;
            for (var end = at + hits; at < end; at++)
            {
                ref readonly var token = ref tokens[_gathered[at]];
                Positions.Count(token.Field, at == first, (uint)(token.Position - last));
                _encoded.WriteVarInt((uint)(token.Position - last));
                _encoded.WriteVarInt((uint)token.Symbol);
                last = token.Position;
            }
        }

        return _encoded.Written;
    }

    internal void Clear()
    {
        foreach (var field in PresentFields)
        {
            _nextPosition[field] = 0;
            _lastEnds[field] = 0;
            _lengths[field] = 0;
        }

        PresentFields.Clear();
        Tokens.Clear();
        Terms.Clear();
    }

    private static long Place(in BufferedToken token) => ((long)token.Field << 32) | (uint)token.Position;

    private void SortGathered(ReadOnlySpan<BufferedToken> tokens)
    {
        var places = new long[_gathered.Count];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = Place(tokens[_gathered[i]]);
        }

        places.AsSpan().Sort(CollectionsMarshal.AsSpan(_gathered));
    }

    private void CountHits(ReadOnlySpan<BufferedToken> tokens)
    {
        for (var i = 0; i < _gathered.Count;)
        {
            var field = tokens[_gathered[i]].Field;
            var start = i;
            while (i < _gathered.Count && tokens[_gathered[i]].Field == field)
            {
                i++;
            }

            _hits.Add(i - start);
            _codes.Add(HitProfile.Code(field, i - start));
        }
    }
}
