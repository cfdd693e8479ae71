using System.Runtime.CompilerServices;

namespace Lind.Index.Columns;

/// <summary>Finds the values of rows asked for in ascending order without starting over for each.</summary>
internal ref struct ValueCursor
{
    private readonly ColumnReader _column;
    private readonly ReadOnlySpan<byte> _counts; // empty: the slow way
    private int _row = -1;
    private int _value; // where the row's values start

    internal ValueCursor(ColumnReader column)
    {
        _column = column;
        _counts = column.ByteCounts;
    }

    /// <summary>Where a row's values start and how many there are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int ValuesOf(int row, out int start)
    {
        if (_counts.IsEmpty)
        {
            return ValuesSlowly(row, out start);
        }

        if (row - _row >= ColumnWriter.RowsPerStart || _row < 0)
        {
            Jump(row);
        }

        for (; _row < row; _row++)
        {
            _value += _counts[_row];
        }

        start = _value;
        return _counts[row];
    }

    private void Jump(int row)
    {
        _row = row / ColumnWriter.RowsPerStart * ColumnWriter.RowsPerStart;
        _value = _column.StartOf(_row);
    }

    private readonly int ValuesSlowly(int row, out int start)
    {
        start = _column.StartOf(row);
        return _column.CountOf(row);
    }
}
