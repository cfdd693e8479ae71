using System.Numerics;

namespace Lind.Index.Segments;

/// <summary>Row lengths in one byte: exact to 15, above with three bits after the leading one (at most 12 % too
/// small).</summary>
internal static class LengthCode
{
    /// <summary>The length each code stands for.</summary>
    internal static float[] Decoded { get; } = [.. Enumerable.Range(0, 256).Select(code => Decode(code))];

    internal static byte Encode(int length)
    {
        if (length < 16)
        {
            return (byte)length;
        }

        var power = BitOperations.Log2((uint)length);
        return (byte)Math.Min(255, 16 + ((power - 4) * 8) + ((length >> (power - 3)) & 7));
    }

    private static float Decode(int code) =>
        code < 16 ? code : MathF.ScaleB(8 + ((code - 16) & 7), ((code - 16) >> 3) + 1);
}
