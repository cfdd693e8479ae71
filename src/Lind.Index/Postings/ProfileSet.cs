using Lind.Index.Encoding;

namespace Lind.Index.Postings;

/// <summary>The different hit profiles of a table in memory, numbered; see <see cref="HitProfile"/>.</summary>
internal sealed class ProfileSet
{
    private readonly int[] _starts;
    private readonly ushort[] _codes;

    private ProfileSet(int[] starts, ushort[] codes)
    {
        _starts = starts;
        _codes = codes;
    }

    internal int Count => _starts.Length - 1;

    internal ReadOnlySpan<ushort> this[int profile] => _codes.AsSpan(_starts[profile].._starts[profile + 1]);

    /// <summary>Numbers profiles anew by falling use, so that the frequent ones have small numbers.</summary>
    /// <param name="profiles">The profiles' codes, as bytes.</param>
    /// <param name="counts">How often each was used.</param>
    /// <param name="renumbered">From the old number to the new one.</param>
    internal static ProfileSet ByUse(ByteTable profiles, IReadOnlyList<int> counts, out int[] renumbered)
    {
        var order = new int[profiles.Count];
        var keys = new long[profiles.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            keys[i] = ((long)-counts[i] << 32) | (uint)i; // ties: as first seen
        }

        Array.Sort(keys, order);
        renumbered = new int[order.Length];
        var starts = new int[order.Length + 1];
        var codes = new List<ushort>(order.Length * 2);
        for (var i = 0; i < order.Length; i++)
        {
            renumbered[order[i]] = i;
            foreach (var code in System.Runtime.InteropServices.MemoryMarshal.Cast<byte, ushort>(profiles[order[i]]))
            {
                codes.Add(code);
            }

            starts[i + 1] = codes.Count;
        }

        return new ProfileSet(starts, [.. codes]);
    }
}
