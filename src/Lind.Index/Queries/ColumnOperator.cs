using System.Numerics;
using System.Runtime.CompilerServices;
using Lind.Index.Columns;

namespace Lind.Index.Queries;

/// <summary>The rows of a column with a value that passes a test; no scores.</summary>
internal abstract class ColumnOperator(ColumnReader column) : Operator
{
    private int _nextRow;   // of a column with several values: where the last window ended,
    private int _nextValue; // and which value comes there

    protected ColumnReader Column => column;

    internal override long Cost => Math.Min(column.ValueCount, column.Rows) / 2;

    internal override float MostScore => 0;

    internal override int NextFrom(int row) => row < column.Rows && column.ValueCount > 0 ? row : int.MaxValue;

    internal override void Fill(int start, ReadOnlySpan<ulong> allowed, Span<ulong> result, Span<float> scores)
    {
        result.Clear();
        var count = Math.Min(Window, column.Rows - start);
        if (count <= 0)
        {
            return;
        }

        if (!allowed.IsEmpty && BitWindow.Count(allowed) * 16 < count)
        {
            FillAllowed(start, allowed, result);
            return;
        }

        if (column.IsSingle)
        {
            FillSingle(start, count, result);
            if (column.IsSparse)
            {
                BitWindow.And(result, column.Present.Slice(start / 64, Math.Min(Words, column.Present.Length - (start / 64))));
            }
        }
        else
        {
            FillMany(start, count, result);
        }

        BitWindow.And(result, allowed);
    }

    /// <summary>Whether the value at a place passes.</summary>
    protected abstract bool Passes(int value);

    /// <summary>Tests the values of rows that have at most one; rows without one may come out either way.</summary>
    protected virtual void FillSingle(int start, int count, Span<ulong> result)
    {
        for (var i = 0; i < count; i++)
        {
            if (Passes(start + i))
            {
                BitWindow.Set(result, i);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FillMany(int start, int count, Span<ulong> result)
    {
        var value = start == _nextRow ? _nextValue : column.StartOf(start);
        for (var i = 0; i < count; i++)
        {
            var end = value + column.CountOf(start + i);
            for (; value < end; value++)
            {
                if (Passes(value))
                {
                    BitWindow.Set(result, i);
                    value = end;
                    break;
                }
            }
        }

        (_nextRow, _nextValue) = (start + count, value);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FillAllowed(int start, ReadOnlySpan<ulong> allowed, Span<ulong> result)
    {
        for (var i = 0; i < Words; i++)
        {
            for (var word = allowed[i]; word != 0; word &= word - 1)
            {
                var place = (i << 6) + BitOperations.TrailingZeroCount(word);
                var value = column.StartOf(start + place);
                for (var left = column.CountOf(start + place); left > 0; left--, value++)
                {
                    if (Passes(value))
                    {
                        BitWindow.Set(result, place);
                        break;
                    }
                }
            }
        }
    }
}

/// <summary>The rows with at least one value.</summary>
internal sealed class ColumnExistsOperator(ColumnReader column) : ColumnOperator(column)
{
    protected override bool Passes(int value) => true;

    protected override void FillSingle(int start, int count, Span<ulong> result) => BitWindow.SetFirst(result, count);
}
