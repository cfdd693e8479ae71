using System.Numerics;
using System.Runtime.CompilerServices;
using Lind.Index.Columns;
using Lind.Index.Encoding;

namespace Lind.Index.Queries;

/// <summary>Finds the numbers from low to high among those of rows that have at most one.</summary>
internal static class NumberScan
{
    /// <summary>Sets the bits of rows whose number lies within the bounds; rows without one may come out either way.</summary>
    internal static void Fill(ColumnReader column, int start, int count, long low, long high, Span<ulong> result)
    {
        switch (column.Numbers.Width)
        {
            case 1:
                Scan<byte>(column, start, count, low, high, result);
                break;
            case 2:
                Scan<ushort>(column, start, count, low, high, result);
                break;
            case 4:
                Scan<uint>(column, start, count, low, high, result);
                break;
            case 8:
                Scan<ulong>(column, start, count, low, high, result);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scan<T>(ColumnReader column, int start, int count, long low, long high, Span<ulong> result)
        where T : unmanaged, IBinaryInteger<T>, IUnsignedNumber<T>, IMinMaxValue<T>
    {
        // Stored numbers are unsigned distances from the lowest value; a bound below it or beyond what fits is cut.
        var lowest = column.Numbers.Lowest;
        var widest = ulong.CreateTruncating(T.MaxValue);
        if (high < lowest || (low > lowest && (ulong)(low - lowest) > widest))
        {
            return;
        }

        var from = low <= lowest ? T.Zero : T.CreateTruncating((ulong)(low - lowest));
        var to = T.CreateTruncating(Math.Min(widest, (ulong)(high - lowest)));
        RangeScan.Fill(column.Numbers.Stored<T>().Slice(start, count), from, to, result);
    }
}
