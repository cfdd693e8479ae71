using System.Numerics;
using System.Runtime.CompilerServices;
using Lind.Index.Columns;
using Lind.Index.Encoding;

namespace Lind.Index.Queries;

/// <summary>The rows with a number from low to high (of keyword columns: an ordinal).</summary>
internal sealed class NumberOperator(ColumnReader column, long low, long high) : ColumnOperator(column)
{
    protected override bool Passes(int value)
    {
        var number = Column.Numbers[value];
        return number >= low && number <= high;
    }

    protected override void FillSingle(int start, int count, Span<ulong> result) =>
        NumberScan.Fill(Column, start, count, low, high, result);
}

/// <summary>The rows with one of several ordinals of a keyword column.</summary>
internal sealed class OrdinalsOperator(ColumnReader column, bool[] wanted) : ColumnOperator(column)
{
    protected override bool Passes(int value) => wanted[Column.Numbers[value]];
}

/// <summary>The rows with a range in a relation to another one.</summary>
internal sealed class RangeOperator(ColumnReader column, RangeQuery query) : ColumnOperator(column)
{
    protected override bool Passes(int value)
    {
        var low = Column.Numbers[value];
        if (low > query.High)
        {
            return false;
        }

        var high = low + Column.Spans[value];
        return query.Relation == RangeRelation.Overlaps ? high >= query.Low : low >= query.Low && high <= query.High;
    }
}

/// <summary>The rows with a point near another one.</summary>
internal sealed class DistanceOperator(ColumnReader column, GeoCircle circle) : ColumnOperator(column)
{
    // A scan by latitude passes 50 points in the time a term passes one row.
    internal override long Cost => Math.Min(Column.ValueCount, Column.Rows) / 64;

    protected override bool Passes(int value) => circle.Contains(Column.Numbers[value]);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void FillSingle(int start, int count, Span<ulong> result)
    {
        var numbers = Column.Numbers;
        NumberScan.Fill(Column, start, count, circle.LowestPoint, circle.HighestPoint, result);
        for (var i = 0; i < result.Length; i++)
        {
            for (var word = result[i]; word != 0; word &= word - 1)
            {
                var place = (i << 6) + BitOperations.TrailingZeroCount(word);
                if (!circle.Contains(numbers[start + place]))
                {
                    result[i] &= ~(word & (0 - word));
                }
            }
        }
    }
}
