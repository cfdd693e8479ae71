using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Lind.Index.Collectors;

/// <summary>Counts by ordinal of which most are 0: what was counted is listed, so that a few matches among a hundred thousand
/// values cost no walk over all of those. Not thread-safe; to be given back when done with.</summary>
/// <remarks>A page's twelve facets over a small result took most of their time adding up, emptying and allocating such arrays,
/// a segment after another.</remarks>
internal sealed class SparseCounts
{
    private const int MostKept = 64;

    // Arrays of zeros that others have done with.
    private static readonly ConcurrentBag<int[]> Clean = [];

    private int[] _counts;
    private int[] _counted = new int[64];
    private int _distinct;

    /// <param name="size">Ordinals are below this.</param>
    internal SparseCounts(int size) => _counts = Clean.TryTake(out var kept) && kept.Length >= size ? kept : new int[size];

    /// <summary>The ordinals that were counted, in no particular order.</summary>
    internal ReadOnlySpan<int> Counted => _counted.AsSpan(0, _distinct);

    /// <summary>How often an ordinal was counted.</summary>
    internal int this[int ordinal] => _counts[ordinal];

    /// <summary>Counts an ordinal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(int ordinal, int times = 1)
    {
        ref var count = ref _counts[ordinal];
        if (count == 0)
        {
            List(ordinal);
        }

        count += times;
    }

    /// <summary>Forgets all counts, and makes room for so many ordinals.</summary>
    internal void Clear(int size)
    {
        foreach (var ordinal in Counted)
        {
            _counts[ordinal] = 0;
        }

        _distinct = 0;
        if (_counts.Length < size)
        {
            Return();
            _counts = new int[size];
        }
    }

    /// <summary>Gives the memory back; the counts are gone.</summary>
    internal void Release()
    {
        Clear(0);
        Return();
        _counts = [];
    }

    private void Return()
    {
        if (Clean.Count < MostKept)
        {
            Clean.Add(_counts);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void List(int ordinal)
    {
        if (_distinct == _counted.Length)
        {
            Array.Resize(ref _counted, _distinct * 2);
        }

        _counted[_distinct++] = ordinal;
    }
}
