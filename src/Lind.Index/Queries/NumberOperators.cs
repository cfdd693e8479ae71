using System.Numerics;
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

    protected override void FillSingle(int start, int count, Span<ulong> result)
    {
        var numbers = Column.Numbers;
        switch (numbers.Width)
        {
            case 1:
                Scan<byte>(start, count, result);
                break;
            case 2:
                Scan<ushort>(start, count, result);
                break;
            case 4:
                Scan<uint>(start, count, result);
                break;
            case 8:
                Scan<ulong>(start, count, result);
                break;
        }
    }

    private void Scan<T>(int start, int count, Span<ulong> result)
        where T : unmanaged, IBinaryInteger<T>, IUnsignedNumber<T>, IMinMaxValue<T>
    {
        // Stored numbers are unsigned distances from the lowest value; a bound below it or beyond what fits is cut.
        var lowest = Column.Numbers.Lowest;
        var widest = ulong.CreateTruncating(T.MaxValue);
        if (high < lowest || (low > lowest && (ulong)(low - lowest) > widest))
        {
            return;
        }

        var from = low <= lowest ? T.Zero : T.CreateTruncating((ulong)(low - lowest));
        var to = T.CreateTruncating(Math.Min(widest, (ulong)(high - lowest)));
        RangeScan.Fill(Column.Numbers.Stored<T>().Slice(start, count), from, to, result);
    }
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
    protected override bool Passes(int value) => circle.Contains(Column.Numbers[value]);
}
