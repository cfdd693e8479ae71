using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Lind.Index.Encoding;

namespace Lind.Index.Postings;

/// <summary>Collects the tokens of one table's rows in memory until they are written as a segment.</summary>
/// <remarks>
/// Tokens go to a log as they come; when it has enough of them they are sorted by term and become postings in
/// <see cref="Streams"/>. Tokens that are a whole value have no position: no phrase reaches from them to another. They come behind
/// the others of their field. A token is known by a number: its term, times 2^32, and its written form's number times four.
/// Not thread-safe.
/// </remarks>
internal sealed class TokenBuffer
{
    internal const int First = 1;
    internal const int Last = 2;
    internal const int Whole = First | Last;
    private const int NoPosition = int.MaxValue;
    private const int TermShift = 32;

    /// <summary>How far the first token of a value stands from the last one of the value before it, if both have several
    /// tokens.</summary>
    /// <remarks>A match that reaches from one value into the next is seen by its tokens being last or first in their value,
    /// unless it has neither the last token of the one nor the first of the other: then it spans at least two positions more
    /// than this, which is more than the largest slop allows. Where a value is a single token the flags alone do.</remarks>
    internal const int ValueDistance = 9;

    private readonly ByteTable _terms = new();
    private readonly ByteTable _tokens = new(); // term number (4 bytes), surface
    private readonly WordTable _knownSurfaces = new(); // to tokens
    private readonly WordLooks _looks = new();
    private readonly HitLog _log = new();
    private readonly byte[] _key = new byte[MaxTermLength + 4];
    private int[] _variants = new int[1024]; // by term: how many written forms it has
    private long[] _tokenParts = new long[1024]; // by number in _tokens: the token
    private int _rowStart; // in the log
    private int _logRow; // the row being collected, in the log
    private int _firstRow; // the log's first row, in the table
    private int _position;
    private int _valueStart;
    private int _field = -1;
    private uint _place;

    internal const int MaxTermLength = 1024;

    internal TokenBuffer(int fields)
    {
        Streams = new TermStreams(fields);
        Row = new RowFields(fields);
        for (var i = 0; i < fields; i++)
        {
            // Invariant: a field's number is that of its presence term.
            AddToken(AddTerm(PresenceTerm(i)), []);
        }
    }

    internal ByteTable Terms => _terms;

    /// <summary>The postings of the rows that went through <see cref="EndRows"/>.</summary>
    internal TermStreams Streams { get; }

    internal RowFields Row { get; }

    internal long MemoryUsed => _terms.MemoryUsed + _tokens.MemoryUsed + Streams.MemoryUsed + _knownSurfaces.MemoryUsed
        + _log.MemoryUsed + (_variants.Length * 4L) + (_tokenParts.Length * 8L);

    /// <summary>The term that stands once in every row in which the field has a token.</summary>
    internal static byte[] PresenceTerm(int field) => [0, (byte)(field >> 8), (byte)field];

    internal void BeginValue(int field)
    {
        _field = field;
        _place = ((uint)_logRow << HitLog.FieldBits) | (uint)field;
        _valueStart = _log.Count;
        _position = Row.NextPosition(field) - 1;
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

    /// <summary>Finds the tokens that words of a text were remembered with; of words that were not, -1.</summary>
    internal void FindKnown(ReadOnlySpan<byte> text, Span<TextWord> words)
    {
        for (; words.Length > WordLooks.Most; words = words[WordLooks.Most..])
        {
            _looks.Find(_knownSurfaces, text, words[..WordLooks.Most]);
        }

        _looks.Find(_knownSurfaces, text, words);
    }

    internal void Add(ReadOnlySpan<byte> term, ReadOnlySpan<byte> surface, int step, bool remember)
    {
        var token = AddToken(AddTerm(term), surface.SequenceEqual(term) ? [] : surface);
        if (remember && _knownSurfaces.Find(surface) < 0)
        {
            _knownSurfaces.Add(surface, token);
        }

        Add(token, step);
    }

    /// <summary>Adds a token.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(long token, int step)
    {
        _position = Math.Max(0, _position + (_log.Count == _valueStart ? 1 : step));
        _log.Add(new BufferedHit(TermOf(token), _place, _position, SymbolOf(token)));
    }

    internal void EndValue()
    {
        var hits = _log.From(_valueStart);
        if (hits.Length == 0)
        {
            return;
        }

        var first = hits[0].Position;
        if (first == _position)
        {
            EndWholeValue(hits);
            return;
        }

        var shift = Row.ShiftFor(_field, first, _position);
        foreach (ref var hit in hits)
        {
            hit.Symbol |= (hit.Position == first ? First : 0) | (hit.Position == _position ? Last : 0);
            hit.Position += shift;
        }

        Row.EndValue(_field, _position + shift + 1, _position - first + 1);
    }

    private void EndWholeValue(Span<BufferedHit> hits)
    {
        foreach (ref var hit in hits)
        {
            hit.Symbol |= Whole;
            hit.Position = NoPosition;
        }

        Row.EndValue(_field, Row.NextPosition(_field), 1);
    }

    /// <summary>Ends the row. Requires: rows end one after the other.</summary>
    internal void EndRow(int row)
    {
        _firstRow = row - _logRow;
        foreach (var field in Row.Present)
        {
            Streams.AddPresence(field, row);
        }

        Row.Clear();
        _rowStart = _log.Count;
        if (_log.IsFull || ++_logRow == HitLog.MostRows)
        {
            EndRows();
        }
    }

    /// <summary>Makes postings of the rows that were ended. Requires, of whoever reads <see cref="Streams"/>: it was called after the
    /// last row.</summary>
    internal void EndRows()
    {
        Streams.Append(_log.Sort(_terms.Count), _firstRow, _terms.Count);
        _log.CutFrom(0);
        (_rowStart, _logRow) = (0, 0);
    }

    /// <summary>Forgets the row that was begun.</summary>
    internal void AbandonRow()
    {
        _log.CutFrom(_rowStart);
        Row.Clear();
    }

    /// <summary>The tokens' (term, variant, surface; empty: the term itself), in any order.</summary>
    internal IEnumerable<(int Term, int Variant, int Token)> Variants()
    {
        for (var token = 0; token < _tokens.Count; token++)
        {
            yield return (TermOf(_tokenParts[token]), SymbolOf(_tokenParts[token]) >> 2, token);
        }
    }

    internal ReadOnlySpan<byte> SurfaceOf(int token) => _tokens[token][4..];

    /// <summary>Asks for the place of a surface, before <see cref="SurfaceOf"/>.</summary>
    internal void FetchSurface(int token) => _tokens.Strings.Fetch(token);

    private static int TermOf(long token) => (int)(token >> TermShift);

    private static int SymbolOf(long token) => unchecked((int)token);

    private int AddTerm(ReadOnlySpan<byte> term)
    {
        var number = _terms.Add(term);
        if (number == _variants.Length)
        {
            Array.Resize(ref _variants, number * 2);
        }

        return number;
    }

    private long AddToken(int term, ReadOnlySpan<byte> surface)
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

            _tokenParts[token] = ((long)term << TermShift) | (uint)(_variants[term]++ << 2);
        }

        return _tokenParts[token];
    }
}
