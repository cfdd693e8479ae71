namespace Lind.Studies.Csv;

/// <summary>Studies as the registry's CSV download writes them. Thread-safe.</summary>
/// <remarks>Comma-separated; a cell with a comma, a quote or a line break is quoted, quotes doubled; lines end in a line
/// feed. Several values of one cell are joined by <c>|</c>. The registry's own download of 529 studies comes out byte
/// for byte.</remarks>
public static class StudyCsv
{
    /// <summary>All columns, in the registry's order.</summary>
    public static IReadOnlyList<CsvColumn> Columns => CsvColumns.All;

    /// <summary>The columns a request names, in its order.</summary>
    /// <remarks>Fails on the first title that is no column's, with the registry's words for it.</remarks>
    public static ParseResult<IReadOnlyList<CsvColumn>> ParseColumns(IEnumerable<string> titles)
    {
        ArgumentNullException.ThrowIfNull(titles);
        var columns = new List<CsvColumn>();
        foreach (var title in titles)
        {
            var column = Columns.FirstOrDefault(one => one.Title.Equals(title, StringComparison.OrdinalIgnoreCase));
            if (column is null)
            {
                return ParseResult<IReadOnlyList<CsvColumn>>.Fail(
                    $"Parameter 'fields' contains invalid CSV column name: '{title}'");
            }

            columns.Add(column);
        }

        return ParseResult<IReadOnlyList<CsvColumn>>.Of(columns);
    }

    /// <summary>Writes the line of headings.</summary>
    public static void WriteHeader(TextWriter writer, IReadOnlyList<CsvColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        WriteLine(writer, columns, column => column.Title);
    }

    /// <summary>Writes the line of a study.</summary>
    public static void WriteRow(TextWriter writer, IReadOnlyList<CsvColumn> columns, Study study)
    {
        ArgumentNullException.ThrowIfNull(columns);
        WriteLine(writer, columns, column => column.Read(study));
    }

    private static void WriteLine(
        TextWriter writer, IReadOnlyList<CsvColumn> columns, Func<CsvColumn, string> cellOf)
    {
        ArgumentNullException.ThrowIfNull(writer);
        for (var i = 0; i < columns.Count; i++)
        {
            if (i > 0)
            {
                writer.Write(',');
            }

            WriteCell(writer, cellOf(columns[i]));
        }

        writer.Write('\n');
    }

    private static void WriteCell(TextWriter writer, string cell)
    {
        if (cell.AsSpan().IndexOfAny(",\"\n\r") < 0)
        {
            writer.Write(cell);
            return;
        }

        writer.Write('"');
        writer.Write(cell.Replace("\"", "\"\"", StringComparison.Ordinal));
        writer.Write('"');
    }
}
