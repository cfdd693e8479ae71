namespace Lind.Index.Columns;

/// <summary>Finds the values of rows asked for in ascending order without starting over for each.</summary>
internal ref struct ValueCursor(ColumnReader column)
{
    private int _row = -1;
    private int _value; // where the row's values start

    /// <summary>Where a row's values start and how many there are.</summary>
    internal (int Start, int Count) ValuesOf(int row)
    {
        if (column.IsSingle)
        {
            return (row, column.CountOf(row));
        }

        if (_row < 0 || row / ColumnWriter.RowsPerStart != _row / ColumnWriter.RowsPerStart)
        {
            _row = row / ColumnWriter.RowsPerStart * ColumnWriter.RowsPerStart;
            _value = column.StartOf(_row);
        }

        for (; _row < row; _row++)
        {
            _value += column.CountOf(_row);
        }

        return (_value, column.CountOf(row));
    }
}
