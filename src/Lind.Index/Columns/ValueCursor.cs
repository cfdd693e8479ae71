using System.Runtime.CompilerServices;

namespace Lind.Index.Columns;

/// <summary>Finds the values of rows without looking the column's parts up for each.</summary>
internal readonly ref struct ValueCursor
{
    private readonly ColumnReader _column;
    private readonly ReadOnlySpan<uint> _starts; // empty: no row has two values

    internal ValueCursor(ColumnReader column)
    {
        _column = column;
        _starts = column.IsSingle ? [] : column.AllStarts;
    }

    /// <summary>Where a row's values start and how many there are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int ValuesOf(int row, out int start)
    {
        if (_starts.IsEmpty)
        {
            start = row;
            return _column.CountOf(row);
        }

        start = (int)_starts[row];
        return (int)_starts[row + 1] - start;
    }
}
