using Lind.Index.Columns;
using Lind.Index.Schemas;

namespace Lind.Index.Segments;

/// <summary>The column values of one document and its nested rows. Valid while the snapshot is held. Thread-safe.</summary>
/// <remarks>Without table and row a method reads the document's own columns; with them those of the nested row of that number
/// (from 0) in the document.</remarks>
public sealed class DocumentColumns
{
    private readonly SegmentReader _segment;
    private readonly int _document;

    internal DocumentColumns(SegmentReader segment, int document) => (_segment, _document) = (segment, document);

    /// <summary>How many rows of a nested table the document has.</summary>
    public int RowCount(int table)
    {
        var first = _segment.Tables[table].FirstRows;
        return first.IsEmpty ? 0 : (int)(first[_document + 1] - first[_document]);
    }

    /// <summary>The values in an integer column.</summary>
    public IReadOnlyList<long> Integers(int column, int table = 0, int row = 0) =>
        Read(column, table, row, ColumnKind.Integer, (reader, value) => reader.Numbers[value]);

    /// <summary>The values in a real column.</summary>
    public IReadOnlyList<double> Reals(int column, int table = 0, int row = 0) =>
        Read(column, table, row, ColumnKind.Real, (reader, value) => OrderedReal.Decode(reader.Numbers[value]));

    /// <summary>The values in a range column.</summary>
    public IReadOnlyList<(long Low, long High)> Ranges(int column, int table = 0, int row = 0) =>
        Read(column, table, row, ColumnKind.Range, (reader, value) =>
            (reader.Numbers[value], reader.Numbers[value] + reader.Spans[value]));

    /// <summary>The values in a keyword column, ascending.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Keywords(int column, int table = 0, int row = 0) =>
        Read(column, table, row, ColumnKind.Keyword, (reader, value) =>
            (ReadOnlyMemory<byte>)reader.Keywords[(int)reader.Numbers[value]]);

    /// <summary>The values in a point column.</summary>
    public IReadOnlyList<(double Latitude, double Longitude)> Points(int column, int table = 0, int row = 0) =>
        Read(column, table, row, ColumnKind.Point, (reader, value) =>
            (PackedPoint.Latitude(reader.Numbers[value]), PackedPoint.Longitude(reader.Numbers[value])));

    /// <summary>The values in a point column of all rows of a nested table, for those who look at many documents.</summary>
    /// <param name="column">The column.</param>
    /// <param name="table">The nested table.</param>
    /// <param name="points">They are added here, each with its row's number in the document.</param>
    public void AddPoints(int column, int table, ICollection<(int Row, double Latitude, double Longitude)> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        var reader = _segment.Tables[table].Columns[column];
        var firsts = _segment.Tables[table].FirstRows;
        for (var row = 0; row < RowCount(table); row++)
        {
            var number = (int)firsts[_document] + row;
            for (var i = 0; i < reader.CountOf(number); i++)
            {
                var point = reader.Numbers[reader.StartOf(number) + i];
                points.Add((row, PackedPoint.Latitude(point), PackedPoint.Longitude(point)));
            }
        }
    }

    private T[] Read<T>(int column, int table, int row, ColumnKind kind, Func<ColumnReader, int, T> read)
    {
        var reader = _segment.Tables[table].Columns[column];
        if (reader.Kind != kind)
        {
            throw new ArgumentException($"Column {column} of table {table} is not of kind {kind}.", nameof(column));
        }

        if (table > 0 && (uint)row >= (uint)RowCount(table))
        {
            throw new ArgumentOutOfRangeException(nameof(row), "The document has fewer rows.");
        }

        var number = table == 0 ? _document : (int)_segment.Tables[table].FirstRows[_document] + row;
        var values = new T[reader.CountOf(number)];
        var start = reader.StartOf(number);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = read(reader, start + i);
        }

        return values;
    }
}
