using System.Runtime.CompilerServices;
using Lind.Index.Columns;
using Lind.Index.Encoding;
using Lind.Index.Postings;
using Lind.Index.Schemas;

namespace Lind.Index.Segments;

/// <summary>Takes documents in, one after another, for one thread.</summary>
/// <remarks>
/// <c>Begin(key)</c>, then any number of values, tokens, columns and nested rows in any order, then <c>End()</c> or
/// <c>Abandon()</c>. What is given between <see cref="BeginRow"/> and <see cref="EndRow"/> belongs to that row. Not
/// thread-safe: one builder for each thread. When the builder's memory is full, <see cref="End"/> writes a segment.
/// </remarks>
public sealed class DocumentBuilder
{
    /// <summary>The longest term in bytes; longer ones are cut there, and so are surfaces.</summary>
    public const int MaxTermLength = TokenBuffer.MaxTermLength;

    /// <summary>The longest keyword in bytes; longer ones are refused.</summary>
    public const int MaxKeywordLength = 1 << 15;

    private readonly IndexWriter _writer;
    private readonly IndexSchema _schema;
    private SegmentBuffer _buffer;
    private TableBuffer _table;
    private readonly int[] _rowsBefore;
    private readonly KeywordQueue _keywords = new();
    private bool _inDocument;
    private long _key;

    internal DocumentBuilder(IndexWriter writer, IndexSchema schema)
    {
        _writer = writer;
        _schema = schema;
        _buffer = new SegmentBuffer(schema);
        _table = _buffer.Tables[0];
        _rowsBefore = new int[schema.Tables.Count];
    }

    /// <summary>About how much memory the collected documents take.</summary>
    public long MemoryUsed => _buffer.MemoryUsed;

    internal bool InDocument => _inDocument;

    /// <summary>Starts a document.</summary>
    /// <param name="key">Its key; a document with the same key is replaced.</param>
    /// <exception cref="InvalidOperationException">A document has been begun and not ended.</exception>
    public void Begin(long key)
    {
        Require(!_inDocument, "the last document is not ended");
        _inDocument = true;
        _key = key;
        for (var i = 0; i < _rowsBefore.Length; i++)
        {
            _rowsBefore[i] = _buffer.Tables[i].Rows;
        }
    }

    /// <summary>Starts a row of a nested table.</summary>
    public void BeginRow(int table)
    {
        Require(_inDocument && _table == _buffer.Tables[0] && table > 0, "a row starts inside a document and not in a row");
        _table = _buffer.Tables[table];
    }

    /// <summary>Ends the row.</summary>
    public void EndRow()
    {
        Require(_table != _buffer.Tables[0], "no row was begun");
        _table.Parents.Add((uint)_buffer.Keys.Count);
        _table.EndRow();
        _table = _buffer.Tables[0];
    }

    /// <summary>Starts a value of a text field; tokens follow.</summary>
    public void BeginValue(int field) => _table.Tokens.BeginValue(field);

    /// <summary>Adds a token to the value.</summary>
    /// <param name="term">What queries look for. Must not start with a zero byte.</param>
    /// <param name="surface">How it is written; queries may ask for the exact form.</param>
    /// <param name="step">How many positions after the last token it stands; 0: at the same one.</param>
    /// <param name="remember">Whether this surface always gives this one token, so that
    /// <see cref="KnownToken"/> may add it from now on.</param>
    public void Token(ReadOnlySpan<byte> term, ReadOnlySpan<byte> surface, int step = 1, bool remember = false)
    {
        if (term.IsEmpty || term[0] == 0)
        {
            throw new ArgumentException("A term is not empty and does not start with a zero byte.", nameof(term));
        }

        _table.Tokens.Add(Cut(term), Cut(surface), step, remember && surface.Length <= MaxTermLength);
    }

    /// <summary>Adds the token that this surface was remembered with; false: it was not (or memory has been written out
    /// since), and the caller has to add it by <see cref="Token"/>. Tables remember separately.</summary>
    public bool KnownToken(ReadOnlySpan<byte> surface, int step = 1) => _table.Tokens.TryAddKnown(surface, step);

    /// <summary>Finds the tokens that words of a text were remembered with, for <see cref="AddKnown"/>. Good until the document ends.
    /// Many looks one after another wait for the memory together.</summary>
    /// <param name="table">The table that they will be added to.</param>
    /// <param name="text">The text.</param>
    /// <param name="words">Where the words stand.</param>
    public void FindTokens(int table, ReadOnlySpan<byte> text, Span<TextWord> words) =>
        _buffer.Tables[table].Tokens.FindKnown(text, words);

    /// <summary>Adds a token that <see cref="FindTokens"/> gave.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddKnown(long token) => _table.Tokens.Add(token, 1);

    /// <summary>Ends the value.</summary>
    public void EndValue() => _table.Tokens.EndValue();

    /// <summary>Adds a value to an integer column.</summary>
    public void Integer(int column, long value) => Column(column, ColumnKind.Integer).Add(_table.Rows, value);

    /// <summary>Adds a value to a real column; NaN is left out.</summary>
    public void Real(int column, double value)
    {
        var target = Column(column, ColumnKind.Real);
        if (!double.IsNaN(value))
        {
            target.Add(_table.Rows, OrderedReal.Encode(value));
        }
    }

    /// <summary>Adds a closed range to a range column.</summary>
    /// <exception cref="ArgumentException">The low end is above the high end.</exception>
    public void Range(int column, long low, long high)
    {
        if (low > high)
        {
            throw new ArgumentException("The low end of a range is above its high end.", nameof(low));
        }

        Column(column, ColumnKind.Range).Add(_table.Rows, low, high);
    }

    /// <summary>Adds a value to a keyword column; the same value twice in a row counts once.</summary>
    public void Keyword(int column, ReadOnlySpan<byte> value)
    {
        if (value.Length > MaxKeywordLength)
        {
            throw new ArgumentException($"A keyword has at most {MaxKeywordLength} bytes.", nameof(value));
        }

        _keywords.Add(Column(column, ColumnKind.Keyword), _table.Rows, value);
    }

    /// <summary>Adds a point to a point column.</summary>
    /// <exception cref="ArgumentException">Latitude or longitude are not on the earth.</exception>
    public void Point(int column, double latitude, double longitude)
    {
        if (!(Math.Abs(latitude) <= 90) || !(Math.Abs(longitude) <= 180))
        {
            throw new ArgumentException("Latitude or longitude are out of range.", nameof(latitude));
        }

        Column(column, ColumnKind.Point).Add(_table.Rows, PackedPoint.Encode(latitude, longitude));
    }

    /// <summary>Ends the document.</summary>
    public void End()
    {
        Require(_inDocument && _table == _buffer.Tables[0], "no document was begun or a row not ended");
        _keywords.Write();
        _buffer.EndDocument(_key);
        _inDocument = false;
        if (_buffer.MemoryUsed > _writer.Options.BuilderMemory)
        {
            Flush();
        }
    }

    /// <summary>Leaves the document out.</summary>
    public void Abandon()
    {
        Require(_inDocument, "no document was begun");
        _keywords.Write(); // of rows that have ended, and stay
        _table.AbandonRow();
        _buffer.Tables[0].AbandonRow();
        _inDocument = false;
        if (_rowsBefore.Skip(1).Where((rows, i) => _buffer.Tables[i + 1].Rows != rows).Any())
        {
            // Nested rows are in already: the document becomes an empty one that is deleted at once.
            _buffer.EndAbandoned();
        }

        _table = _buffer.Tables[0];
    }

    internal void Flush()
    {
        if (_buffer.Keys.Count > 0)
        {
            _writer.AddSegment(_buffer);
            Clear();
        }
    }

    internal void Delete(long key) => _buffer.Delete(key);

    internal void Clear()
    {
        _buffer = new SegmentBuffer(_schema);
        _table = _buffer.Tables[0];
    }

    private static ReadOnlySpan<byte> Cut(ReadOnlySpan<byte> bytes) =>
        bytes.Length <= MaxTermLength ? bytes : bytes[..MaxTermLength];

    private static void Require(bool condition, string problem)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"Document builder: {problem}.");
        }
    }

    private ColumnBuffer Column(int column, ColumnKind kind)
    {
        var buffer = _table.Columns[column];
        return buffer.Kind == kind
            ? buffer
            : throw new InvalidOperationException($"Column {_table.Schema.Columns[column].Name} is not of kind {kind}.");
    }
}
