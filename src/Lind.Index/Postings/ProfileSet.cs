using System.Runtime.InteropServices;
using Lind.Index.Encoding;

namespace Lind.Index.Postings;

/// <summary>Where a profile stands.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Start">Its first code among those of all profiles.</param>
/// <param name="Count">How many codes it has.</param>
internal readonly record struct ProfilePlace(int Number, int Start, int Count);

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

    /// <summary>The codes of all profiles.</summary>
    internal ReadOnlySpan<ushort> Codes => _codes;

    /// <summary>Where a profile's codes stand among those of all.</summary>
    internal ProfilePlace PlaceOf(int profile) => new(profile, _starts[profile], _starts[profile + 1] - _starts[profile]);

    internal ReadOnlySpan<ushort> this[int profile] => _codes.AsSpan(_starts[profile].._starts[profile + 1]);

    /// <summary>Numbers profiles anew by falling use, so that the frequent ones have small numbers; those of equal use by
    /// their codes, so that neighbours are alike.</summary>
    /// <param name="profiles">The profiles' codes, as bytes.</param>
    /// <param name="counts">How often each was used.</param>
    /// <param name="renumbered">From the old number to the new one.</param>
    internal static ProfileSet ByUse(ByteList profiles, ReadOnlySpan<int> counts, out int[] renumbered)
    {
        var order = new int[profiles.Count];
        var uses = new int[profiles.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            uses[i] = -counts[i];
        }

        Array.Sort(uses, order);
        SortEqual(profiles, uses, order);
        renumbered = new int[order.Length];
        var starts = new int[order.Length + 1];
        var codes = new List<ushort>(order.Length * 2);
        for (var i = 0; i < order.Length; i++)
        {
            renumbered[order[i]] = i;
            codes.AddRange(CodesOf(profiles, order[i]));
            starts[i + 1] = codes.Count;
        }

        return new ProfileSet(starts, [.. codes]);
    }

    private static ReadOnlySpan<ushort> CodesOf(ByteList profiles, int profile) =>
        MemoryMarshal.Cast<byte, ushort>(profiles[profile]);

    // The first four codes decide most comparisons; what they leave open is sorted run by run.
    private static void SortEqual(ByteList profiles, int[] uses, int[] order)
    {
        var heads = new ulong[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            heads[i] = Head(CodesOf(profiles, order[i]));
        }

        ForEachRun<int>(uses, (start, length) =>
        {
            Array.Sort(heads, order, start, length);
            ForEachRun<ulong>(heads.AsSpan(start, length), (from, count) => order.AsSpan(start + from, count).Sort(
                (x, y) => CodesOf(profiles, x).SequenceCompareTo(CodesOf(profiles, y))));
        });
    }

    private static void ForEachRun<T>(ReadOnlySpan<T> values, Action<int, int> action)
        where T : IEquatable<T>
    {
        for (var start = 0; start < values.Length;)
        {
            var end = start + 1;
            while (end < values.Length && values[end].Equals(values[start]))
            {
                end++;
            }

            if (end - start > 1)
            {
                action(start, end - start);
            }

            start = end;
        }
    }

    private static ulong Head(ReadOnlySpan<ushort> codes)
    {
        ulong head = 0;
        for (var i = 0; i < 4; i++)
        {
            head = (head << 16) | (i < codes.Length ? codes[i] : 0u);
        }

        return head;
    }
}
