using System.Numerics;

namespace Lind.Index.Postings;

/// <summary>Counts how large position distances are, and finds the exponential Golomb orders that take the fewest
/// bits.</summary>
/// <remarks>Each field has two orders: one for the first position of a term in the field, one for the distance to each further
/// one. They are kept as two bytes for each field. Not thread-safe.</remarks>
internal sealed class PositionCode(int fields)
{
    internal const int MaxOrder = 20;
    private const int Bins = 32;

    // By field, first or further, and the bits of distance + 1.
    private readonly int[] _counts = new int[fields * 2 * Bins];

    internal void Count(int field, bool isFirst, uint distance) =>
        _counts[(((field * 2) + (isFirst ? 0 : 1)) * Bins) + BitOperations.Log2(distance + 1)]++;

    /// <summary>For each field the order of first positions, then that of distances.</summary>
    internal byte[] BestOrders()
    {
        var orders = new byte[fields * 2];
        for (var i = 0; i < orders.Length; i++)
        {
            orders[i] = BestOrder(_counts.AsSpan(i * Bins, Bins));
        }

        return orders;
    }

    private static byte BestOrder(ReadOnlySpan<int> counts)
    {
        var best = 0;
        var bestBits = long.MaxValue;
        for (var order = 0; order <= MaxOrder; order++)
        {
            var bits = 0L;
            for (var bin = 0; bin < Bins; bin++)
            {
                var typical = ((3UL << bin) / 2) - 1; // distance + 1 lies in the middle of the bin
                bits += counts[bin] * (long)((2 * BitOperations.Log2((typical >> order) + 1)) + 1 + order);
            }

            if (bits < bestBits)
            {
                (best, bestBits) = (order, bits);
            }
        }

        return (byte)best;
    }
}
