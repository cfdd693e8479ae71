namespace Lind.Index.Columns;

/// <summary>Doubles as whole numbers that sort alike, so that one range scan serves both.</summary>
internal static class OrderedReal
{
    internal static long Encode(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value == 0 ? 0 : value); // -0 as 0
        return bits ^ ((bits >> 63) & long.MaxValue);
    }

    internal static double Decode(long ordered) =>
        BitConverter.Int64BitsToDouble(ordered ^ ((ordered >> 63) & long.MaxValue));
}
