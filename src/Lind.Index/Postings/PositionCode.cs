using System.Numerics;

namespace Lind.Index.Postings;

/// <summary>Which exponential Golomb orders positions of a field are written with.</summary>
/// <remarks>The first position of a term in a field is somewhere in the field: the order fits the field's mean length.
/// The distance to the next one is shorter the more there are; two orders less proved right in size on mixed
/// text.</remarks>
internal static class PositionCode
{
    internal const int MaxOrder = 20;

    /// <summary>The order for a field from its tokens in all rows and the rows that have any.</summary>
    internal static byte OrderOf(long tokens, int rows)
    {
        var mean = rows == 0 ? 0 : (ulong)(tokens / rows);
        return (byte)Math.Min(MaxOrder, mean < 2 ? 0 : BitOperations.Log2(mean) - 1);
    }

    internal static int NextOrder(int order) => Math.Max(0, order - 1);
}
