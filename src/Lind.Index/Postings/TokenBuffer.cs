using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Lind.Index.Encoding;

namespace Lind.Index.Postings;

/// <summary>Collects the tokens of one table's rows in memory, term by term, until they are written as a segment.</summary>
/// <remarks>
/// A row's tokens are chained by term as they come; when the row ends each of its terms gets one posting appended to its
/// stream: <c>row delta | profile | per hit field: [hits - 4 if there are 4 or more] | per hit: symbol | [position delta, unless it
/// is its whole value]</c>, all var-ints. A symbol is <c>variant * 4 + (last in value ? 2 : 0) + (first in value ? 1 : 0)</c>. Tokens
/// that are a whole value have no position: no phrase reaches from them to another. They come behind the others of their field.
/// Not thread-safe.
/// </remarks>
internal sealed class TokenBuffer
{
    internal const int First = 1;
    internal const int Last = 2;
    internal const int Whole = First | Last;
    private const int NoPosition = int.MaxValue;

    /// <summary>How far the first token of a value stands from the last one of the value before it, if both have several
    /// tokens.</summary>
    /// <remarks>A match that reaches from one value into the next is seen by its tokens being last or first in their value,
    /// unless it has neither the last token of the one nor the first of the other: then it spans at least two positions more
    /// than this, which is more than the largest slop allows. Where a value is a single token the flags alone do.</remarks>
    internal const int ValueDistance = 9;

    private readonly ByteTable _terms = new();
    private readonly ByteTable _tokens = new(); // term number (4 bytes), surface
    private readonly ByteTable _profiles = new();
    private readonly WordTable _knownSurfaces = new(); // to numbers of tokens
    private readonly SlicePool _streams = new();
    private readonly PostingLog _log = new();
    private readonly PendingProfiles _pending = new(); // of the log's postings
    private readonly ByteBuffer _termBytes = new();
    private readonly RowPostings _row;
    private readonly int[] _presence;
    private readonly byte[] _key = new byte[MaxTermLength + 4];
    private TermState[] _states = new TermState[1024];
    private Chain[] _chains = new Chain[1024]; // by term
    private Token[] _tokenParts = new Token[1024]; // by token
    private readonly int[] _singleProfiles; // by field: the profile of one hit there, or -1
    private int _position;
    private int _valueStart;
    private int _field = -1;

    internal const int MaxTermLength = 1024;

    internal TokenBuffer(int fields)
    {
        _row = new RowPostings(fields);
        _presence = new int[fields];
        _singleProfiles = new int[fields];
        Array.Fill(_singleProfiles, -1);
        for (var i = 0; i < fields; i++)
        {
            var term = AddTerm(PresenceTerm(i));
            _presence[i] = AddToken(term, []);
        }
    }

    internal ByteTable Terms => _terms;

    internal ByteTable Profiles => _profiles;

    internal RowPostings Row => _row;

    /// <summary>How often each profile was used.</summary>
    internal List<int> ProfileCounts { get; } = [];

    internal long MemoryUsed => _terms.MemoryUsed + _tokens.MemoryUsed + _profiles.MemoryUsed + _streams.MemoryUsed
        + _knownSurfaces.MemoryUsed + _log.MemoryUsed + (_states.Length * 36L) + (_tokenParts.Length * 8L);

    /// <summary>The term that stands once in every row in which the field has a token.</summary>
    internal static byte[] PresenceTerm(int field) => [0, (byte)(field >> 8), (byte)field];

    internal void BeginValue(int field)
    {
        _field = field;
        _valueStart = _row.TokenCount;
        _position = _row.NextPosition(field) - 1;
    }

    /// <summary>Adds a token whose surface was remembered; false: it was not.</summary>
    internal bool TryAddKnown(ReadOnlySpan<byte> surface, int step)
    {
        var known = _knownSurfaces.Find(surface);
        if (known < 0)
        {
            return false;
        }

        Add(known, step);
        return true;
    }

    /// <summary>The number of the token that a surface was remembered with, or -1.</summary>
    internal int FindKnown(ReadOnlySpan<byte> surface) => _knownSurfaces.Find(surface);

    /// <summary>Adds a token by its number.</summary>
    internal void AddKnown(int token, int step) => Add(token, step);

    internal void Add(ReadOnlySpan<byte> term, ReadOnlySpan<byte> surface, int step, bool remember)
    {
        var token = AddToken(AddTerm(term), surface.SequenceEqual(term) ? [] : surface);
        if (remember && _knownSurfaces.Find(surface) < 0)
        {
            _knownSurfaces.Add(surface, token);
        }

        Add(token, step);
    }

    internal void EndValue()
    {
        var tokens = _row.Tokens[_valueStart..];
        if (tokens.Length == 0)
        {
            return;
        }

        var first = tokens[0].Position;
        if (first == _position)
        {
            EndWholeValue(tokens);
            return;
        }

        var shift = _row.ShiftFor(_field, first, _position);
        foreach (ref var token in tokens)
        {
            token.Symbol |= (token.Position == first ? First : 0) | (token.Position == _position ? Last : 0);
            token.Position += shift;
        }

        _row.EndValue(_field, _position + shift + 1, _position - first + 1);
    }

    private void EndWholeValue(Span<BufferedToken> tokens)
    {
        foreach (ref var token in tokens)
        {
            token.Symbol |= Whole;
            token.Position = NoPosition;
        }

        _row.EndValue(_field, _row.NextPosition(_field), 1);
    }

    /// <summary>Ends the row: its postings are made.</summary>
    internal void EndRow(int row)
    {
        foreach (var field in _row.PresentFields)
        {
            AddAt(_presence[field], field, 0);
        }

        ReadOnlySpan<BufferedToken> tokens = _row.Tokens;
        foreach (var term in CollectionsMarshal.AsSpan(_row.Terms))
        {
            ref var chain = ref _chains[term];
            if (chain.Head == chain.Tail)
            {
                AddSingle(term, row, tokens[chain.Head]);
            }
            else
            {
                _pending.Add(_log.Count, _row.Gather(tokens, chain.Head));
                _log.Add(term, row, _row.Encode(tokens));
            }

            chain.Tail = -1;
        }

        _row.Clear();
        if (_log.IsFull)
        {
            EndRows();
        }
    }

    /// <summary>Appends the postings of the rows that were ended to the streams of their terms. Requires, of whoever
    /// reads streams or profiles: it was called after the last row.</summary>
    internal void EndRows()
    {
        AddProfiles();
        var entries = _log.Sort(_terms.Count);
        for (var i = 0; i < entries.Length;)
        {
            var term = (int)(entries[i] >> 32);
            ref var state = ref _states[term];
            _termBytes.Clear();
            for (; i < entries.Length && (int)(entries[i] >> 32) == term; i++)
            {
                var number = (int)(uint)entries[i];
                var row = _log.RowOf(number);
                _termBytes.WriteVarInt((uint)(row - state.LastRow));
                _termBytes.WriteVarInt(_log.ProfileOf(number));
                _log.CopyBytes(number, _termBytes);
                state.LastRow = row;
                state.Rows++;
            }

            _streams.Append(ref state.Stream, _termBytes.Written);
        }

        _log.Clear();
    }

    /// <summary>Forgets the row that was begun.</summary>
    internal void AbandonRow()
    {
        foreach (var term in _row.Terms)
        {
            _chains[term].Tail = -1;
        }

        _row.Clear();
    }

    /// <summary>How many rows have a posting of the term.</summary>
    internal int RowsOf(int term) => _states[term].Rows;

    internal void ReadStream(int term, ByteBuffer target) => _streams.Read(_states[term].Stream, target);

    /// <summary>The tokens' (term, variant, surface; empty: the term itself), in any order.</summary>
    internal IEnumerable<(int Term, int Variant, int Token)> Variants()
    {
        for (var token = 0; token < _tokens.Count; token++)
        {
            yield return (_tokenParts[token].Term, _tokenParts[token].Symbol >> 2, token);
        }
    }

    internal ReadOnlySpan<byte> SurfaceOf(int token) => _tokens[token][4..];

    private int AddTerm(ReadOnlySpan<byte> term)
    {
        var number = _terms.Add(term);
        if (number == _states.Length)
        {
            Array.Resize(ref _states, number * 2);
            Array.Resize(ref _chains, number * 2);
        }

        if (_states[number].Created == 0)
        {
            _states[number] = new TermState { Created = 1, LastRow = -1 };
            _chains[number].Tail = -1;
        }

        return number;
    }

    private int AddToken(int term, ReadOnlySpan<byte> surface)
    {
        MemoryMarshal.Write(_key, term);
        surface.CopyTo(_key.AsSpan(4));
        var count = _tokens.Count;
        var token = _tokens.Add(_key.AsSpan(0, surface.Length + 4));
        if (token == count)
        {
            if (token == _tokenParts.Length)
            {
                Array.Resize(ref _tokenParts, token * 2);
            }

            _tokenParts[token] = new Token { Term = term, Symbol = _states[term].Variants++ << 2 };
        }

        return token;
    }

    // One after another in a short loop: they wait for the memory together.
    private void AddProfiles()
    {
        for (var i = 0; i < _pending.Count; i++)
        {
            _log.SetProfile(_pending.PostingOf(i), AddProfile(_pending.CodesOf(i)));
        }

        _pending.Clear();
    }

    private int AddProfile(ReadOnlySpan<ushort> codes)
    {
        var profile = _profiles.Add(MemoryMarshal.AsBytes(codes));
        if (profile == ProfileCounts.Count)
        {
            ProfileCounts.Add(0);
        }

        ProfileCounts[profile]++;
        return profile;
    }

    // Most postings are one hit: a profile by field, and two small numbers that fit in a word.
    private void AddSingle(int term, int row, in BufferedToken token)
    {
        ref var profile = ref _singleProfiles[token.Field];
        if (profile < 0)
        {
            var code = HitProfile.Code(token.Field, 1);
            profile = AddProfile(new ReadOnlySpan<ushort>(ref code));
        }
        else
        {
            ProfileCounts[profile]++;
        }

        var isWhole = (token.Symbol & Whole) == Whole;
        var position = isWhole ? 0 : (uint)token.Position;
        ulong bytes = 0;
        var bits = 0;
        var number = _log.Count;
        if ((position | (uint)token.Symbol) < 1u << 14)
        {
            Put(ref bytes, ref bits, (uint)token.Symbol);
            if (!isWhole)
            {
                _row.Positions.Count(token.Field, true, position);
                Put(ref bytes, ref bits, position);
            }

            _log.AddWord(term, row, bytes, bits >> 3);
        }
        else
        {
            _log.Add(term, row, _row.EncodeSingle(token));
        }

        _log.SetProfile(number, profile);
    }

    // A var-int of one or two bytes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(ref ulong bytes, ref int bits, uint value)
    {
        var isLong = value >= 0x80;
        var code = isLong ? (value & 0x7f) | 0x80 | ((value >> 7) << 8) : value;
        bytes |= (ulong)code << bits;
        bits += isLong ? 16 : 8;
    }

    private void Add(int token, int step)
    {
        _position = Math.Max(0, _position + (_row.TokenCount == _valueStart ? 1 : step));
        AddAt(token, _field, _position);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddAt(int token, int field, int position)
    {
        var part = _tokenParts[token];
        ref var chain = ref _chains[part.Term];
        var index = _row.TokenCount;
        _row.AddToken(new BufferedToken(field, position, part.Symbol), chain.Tail);
        if (chain.Tail < 0)
        {
            chain.Head = index;
            _row.Terms.Add(part.Term);
        }

        chain.Tail = index;
    }

    /// <summary>What a token is: its term, and its written form's number times four.</summary>
    private struct Token
    {
        internal int Term;
        internal int Symbol;
    }

    /// <summary>A term's tokens in the row being collected. Apart from the rest of its state, because every token comes
    /// by here and few words make up most of a text.</summary>
    private struct Chain
    {
        internal int Head; // first token of the term in this row
        internal int Tail; // last one; -1: none in this row
    }

    private struct TermState
    {
        internal int Created;
        internal int LastRow;
        internal int Rows;
        internal int Variants;
        internal SliceStream Stream;
    }
}
