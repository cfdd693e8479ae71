using Lind.Index.Columns;
using Lind.Index.Encoding;
using Lind.Index.Postings;
using Lind.Index.Schemas;

namespace Lind.Index.Segments;

/// <summary>One table's rows in memory until they are written as a segment. Not thread-safe.</summary>
internal sealed class TableBuffer
{
    private const int ColumnMemoryEvery = 64;
    private readonly int[] _groupLengths;
    private long _columnMemory;
    private int _columnMemoryRows;

    internal TableBuffer(TableSchema schema)
    {
        Schema = schema;
        Tokens = new TokenBuffer(schema.TextFields.Count);
        Columns = [.. schema.Columns.Select(column => new ColumnBuffer(column.Kind))];
        Lengths = [.. Enumerable.Range(0, schema.LengthGroups).Select(_ => new ByteBuffer())];
        LengthTotals = new long[schema.LengthGroups];
        _groupLengths = new int[schema.LengthGroups];
    }

    internal TableSchema Schema { get; }

    internal TokenBuffer Tokens { get; }

    internal ColumnBuffer[] Columns { get; }

    /// <summary>For each length group a length code for each row.</summary>
    internal ByteBuffer[] Lengths { get; }

    internal long[] LengthTotals { get; }

    /// <summary>For a nested table: the document of each row.</summary>
    internal UIntBuffer Parents { get; } = new();

    /// <summary>How many rows are complete; the number of the row being collected.</summary>
    internal int Rows { get; private set; }

    internal long MemoryUsed => Tokens.MemoryUsed + ColumnMemory() + (Rows * (4L + Lengths.Length));

    // Asked for after every document, and there are hundreds of columns that grow slowly: counted now and then.
    private long ColumnMemory()
    {
        if (Rows >= _columnMemoryRows + ColumnMemoryEvery || Rows < ColumnMemoryEvery)
        {
            _columnMemoryRows = Rows;
            _columnMemory = Columns.Sum(column => column.MemoryUsed);
        }

        return _columnMemory;
    }

    internal void EndRow()
    {
        foreach (var field in Tokens.Row.Present)
        {
            _groupLengths[Schema.TextFields[field].LengthGroup] += Tokens.Row.LengthOf(field);
        }

        for (var group = 0; group < _groupLengths.Length; group++)
        {
            Lengths[group].WriteByte(LengthCode.Encode(_groupLengths[group]));
            LengthTotals[group] += _groupLengths[group];
            _groupLengths[group] = 0;
        }

        Tokens.EndRow(Rows++);
    }

    /// <summary>Forgets the row being collected.</summary>
    internal void AbandonRow()
    {
        Tokens.AbandonRow();
        foreach (var column in Columns)
        {
            column.CutFrom(Rows);
        }
    }
}
