using System.Runtime.CompilerServices;

namespace Lind.Index.Encoding;

/// <summary>Ascending numbers from their distances.</summary>
internal static class DeltaCoding
{
    /// <summary>Replaces each distance d by the number that lies d + 1 after the one before; the first after
    /// <paramref name="previous"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Restore(Span<uint> values, int previous)
    {
        var last = (uint)previous;
        for (var i = 0; i < values.Length; i++)
        {
            last += values[i] + 1;
            values[i] = last;
        }
    }
}
