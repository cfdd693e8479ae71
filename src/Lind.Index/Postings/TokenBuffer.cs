using System.Runtime.InteropServices;
using Lind.Index.Encoding;

namespace Lind.Index.Postings;

/// <summary>Collects the tokens of one table's rows in memory, term by term, until they are written as a segment.</summary>
/// <remarks>
/// A row's tokens are chained by term as they come; when the row ends each of its terms gets one posting appended to its
/// stream: <c>row delta | profile | per hit field: [hits - 4 if there are 4 or more] | per hit: position delta | symbol</c>,
/// all var-ints. A symbol is <c>variant * 4 + (last in value ? 2 : 0) + (first in value ? 1 : 0)</c>.
/// Not thread-safe.
/// </remarks>
internal sealed class TokenBuffer
{
    internal const int First = 1;
    internal const int Last = 2;

    /// <summary>How far the first token of a value stands from the last one of the value before it, if both have several
    /// tokens.</summary>
    /// <remarks>A match that reaches from one value into the next is seen by its tokens being last or first in their value,
    /// unless it has neither the last token of the one nor the first of the other: then it spans at least two positions more
    /// than this, which is more than the largest slop allows. Where a value is a single token the flags alone do.</remarks>
    internal const int ValueDistance = 9;

    private readonly ByteTable _terms = new();
    private readonly ByteTable _tokens = new(); // term number (4 bytes), surface
    private readonly ByteTable _profiles = new();
    private readonly ByteTable _knownSurfaces = new();
    private readonly List<int> _knownTokens = []; // by number in _knownSurfaces
    private readonly SlicePool _streams = new();
    private readonly RowPostings _row;
    private readonly int[] _presence;
    private readonly byte[] _key = new byte[MaxTermLength + 4];
    private TermState[] _states = new TermState[1024];
    private int[] _variants = new int[1024]; // by token
    private int[] _termOfToken = new int[1024];
    private int _position;
    private int _valueStart;
    private int _field = -1;

    internal const int MaxTermLength = 1024;

    internal TokenBuffer(int fields)
    {
        _row = new RowPostings(fields);
        _presence = new int[fields];
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
        + _knownSurfaces.MemoryUsed + (_states.Length * 36L) + (_variants.Length * 4L);

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

        Add(_knownTokens[known], step);
        return true;
    }

    internal void Add(ReadOnlySpan<byte> term, ReadOnlySpan<byte> surface, int step, bool remember)
    {
        var token = AddToken(AddTerm(term), surface.SequenceEqual(term) ? [] : surface);
        if (remember && _knownSurfaces.Add(surface) == _knownTokens.Count)
        {
            _knownTokens.Add(token);
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
        var shift = first == _position ? 0 : _row.ShiftFor(_field, first, _position);
        foreach (ref var token in tokens)
        {
            token.Symbol |= (token.Position == first ? First : 0) | (token.Position == _position ? Last : 0);
            token.Position += shift;
        }

        _row.EndValue(_field, _position + shift + 1, _position - first + 1);
    }

    /// <summary>Appends the row's postings to the streams of its terms.</summary>
    internal void EndRow(int row)
    {
        foreach (var field in _row.PresentFields)
        {
            AddAt(_presence[field], field, 0);
        }

        var tokens = _row.Tokens;
        foreach (var term in _row.Terms)
        {
            ref var state = ref _states[term];
            var profile = AddProfile(_row.Gather(tokens, state.Head));
            var delta = row - state.LastRow;
            _streams.Append(ref state.Stream, _row.Encode(tokens, (uint)delta, (uint)profile));
            state.LastRow = row;
            state.Rows++;
            state.Tail = -1;
        }

        _row.Clear();
    }

    /// <summary>Forgets the row that was begun.</summary>
    internal void AbandonRow()
    {
        foreach (var term in _row.Terms)
        {
            _states[term].Tail = -1;
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
            yield return (MemoryMarshal.Read<int>(_tokens[token]), _variants[token], token);
        }
    }

    internal ReadOnlySpan<byte> SurfaceOf(int token) => _tokens[token][4..];

    private int AddTerm(ReadOnlySpan<byte> term)
    {
        var number = _terms.Add(term);
        if (number == _states.Length)
        {
            Array.Resize(ref _states, number * 2);
        }

        if (_states[number].Created == 0)
        {
            _states[number] = new TermState { Created = 1, Tail = -1, LastRow = -1 };
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
            if (token == _variants.Length)
            {
                Array.Resize(ref _variants, token * 2);
                Array.Resize(ref _termOfToken, token * 2);
            }

            _variants[token] = _states[term].Variants++;
            _termOfToken[token] = term;
        }

        return token;
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

    private void Add(int token, int step)
    {
        _position = Math.Max(0, _position + (_row.TokenCount == _valueStart ? 1 : step));
        AddAt(token, _field, _position);
    }

    private void AddAt(int token, int field, int position)
    {
        var term = _termOfToken[token];
        ref var state = ref _states[term];
        var index = _row.TokenCount;
        _row.AddToken(new BufferedToken(term, field, position, _variants[token] << 2), state.Tail);
        if (state.Tail < 0)
        {
            state.Head = index;
            _row.Terms.Add(term);
        }

        state.Tail = index;
    }

    private struct TermState
    {
        internal int Created;
        internal int Head; // first token of the term in this row
        internal int Tail; // last one; -1: none in this row
        internal int LastRow;
        internal int Rows;
        internal int Variants;
        internal SliceStream Stream;
    }
}
