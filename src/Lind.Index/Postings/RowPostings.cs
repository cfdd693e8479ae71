using System.Runtime.CompilerServices;
using Lind.Index.Encoding;

namespace Lind.Index.Postings;

/// <summary>A token of the row being collected.</summary>
internal struct BufferedToken(int field, int position, int symbol)
{
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
    private readonly ushort[] _codes = new ushort[fields];
    private readonly int[] _hits = new int[fields];
    private readonly ByteBuffer _encoded = new(1024);
    private int[] _gathered = new int[64];
    private int _gatheredCount;
    private int _codeCount;
    private BufferedToken[] _tokens = new BufferedToken[2048];

    /// <summary>The row's tokens in the order they came.</summary>
    internal Span<BufferedToken> Tokens => _tokens.AsSpan(0, TokenCount);

    /// <summary>How many tokens the row has.</summary>
    internal int TokenCount { get; private set; }

    /// <summary>The row's different terms.</summary>
    internal List<int> Terms { get; } = new(1024);

    /// <summary>How large the distances are that were encoded.</summary>
    internal PositionCode Positions { get; } = new(fields);

    /// <summary>The fields with at least one token.</summary>
    internal List<int> PresentFields { get; } = [];

    /// <summary>Rows and tokens counted by field over all rows, for choosing codes.</summary>
    internal long[] TotalLengths { get; } = new long[fields];

    internal int[] TotalRows { get; } = new int[fields];

    /// <summary>Adds a token; <paramref name="before"/> is the last one of the same term, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void AddToken(in BufferedToken token, int before)
    {
        var count = TokenCount;
        var tokens = _tokens;
        if (count >= tokens.Length)
        {
            tokens = Enlarge();
        }

        if (before >= 0)
        {
            tokens[before].Next = count;
        }

        tokens[count] = token;
        TokenCount = count + 1;
    }

    private BufferedToken[] Enlarge()
    {
        Array.Resize(ref _tokens, TokenCount * 2);
        return _tokens;
    }

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
        if (_lengths[field] == 0)
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
        _gatheredCount = 0;
        var sorted = true;
        long last = -1;
        for (var i = head; i >= 0; i = tokens[i].Next)
        {
            var place = Place(tokens[i]);
            sorted &= place >= last;
            last = place;
            if (_gatheredCount == _gathered.Length)
            {
                Array.Resize(ref _gathered, _gatheredCount * 2);
            }

            _gathered[_gatheredCount++] = i;
        }

        if (!sorted)
        {
            SortGathered(tokens);
        }

        CountHits(tokens);
        return _codes.AsSpan(0, _codeCount);
    }

    /// <summary>Encodes a posting of one hit but for its row and profile.</summary>
    internal ReadOnlySpan<byte> EncodeSingle(in BufferedToken token)
    {
        _encoded.Clear();
        var target = _encoded.Reserve(10);
        var length = 0;
        Put(target, ref length, (uint)token.Symbol);
        if ((token.Symbol & TokenBuffer.Whole) != TokenBuffer.Whole)
        {
            Positions.Count(token.Field, true, (uint)token.Position);
            Put(target, ref length, (uint)token.Position);
        }

        return target[..length];
    }

    /// <summary>Encodes the gathered posting but for its row and profile.</summary>
    internal ReadOnlySpan<byte> Encode(ReadOnlySpan<BufferedToken> tokens)
    {
        // At most five bytes a number: one for each field, two for each hit.
        _encoded.Clear();
        var target = _encoded.Reserve(5 * (_codeCount + (2 * _gatheredCount)));
        var length = 0;
        var at = 0;
        var gathered = _gathered;
        for (var i = 0; i < _codeCount; i++)
        {
            var hits = _hits[i];
            if (hits >= HitProfile.Many)
            {
                Put(target, ref length, (uint)(hits - HitProfile.Many));
            }

            var field = HitProfile.FieldOf(_codes[i]);
            var last = 0;
            var first = at;
            for (var end = at + hits; at < end; at++)
            {
                ref readonly var token = ref tokens[gathered[at]];
                Put(target, ref length, (uint)token.Symbol);
                if ((token.Symbol & TokenBuffer.Whole) != TokenBuffer.Whole)
                {
                    var distance = (uint)(token.Position - last);
                    Positions.Count(field, at == first, distance);
                    Put(target, ref length, distance);
                    last = token.Position;
                }
            }
        }

        return target[..length];
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
        TokenCount = 0;
        Terms.Clear();
    }

    private static long Place(in BufferedToken token) => ((long)token.Field << 32) | (uint)token.Position;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(Span<byte> target, ref int length, uint value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            target[length++] = (byte)(value | 0x80);
        }

        target[length++] = (byte)value;
    }

    private void SortGathered(ReadOnlySpan<BufferedToken> tokens)
    {
        var places = new long[_gatheredCount];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = Place(tokens[_gathered[i]]);
        }

        places.AsSpan().Sort(_gathered.AsSpan(0, _gatheredCount));
    }

    private void CountHits(ReadOnlySpan<BufferedToken> tokens)
    {
        _codeCount = 0;
        for (var i = 0; i < _gatheredCount;)
        {
            var field = tokens[_gathered[i]].Field;
            var start = i;
            while (i < _gatheredCount && tokens[_gathered[i]].Field == field)
            {
                i++;
            }

            _hits[_codeCount] = i - start;
            _codes[_codeCount++] = HitProfile.Code(field, i - start);
        }
    }
}
