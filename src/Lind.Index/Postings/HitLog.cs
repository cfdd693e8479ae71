using System.Numerics;
using System.Runtime.CompilerServices;
using Lind.Index.Schemas;

namespace Lind.Index.Postings;

/// <summary>An occurrence of a term that waits to become part of a posting.</summary>
internal struct BufferedHit(int term, uint place, int position, int symbol)
{
    internal int Term = term;
    internal uint Place = place; // row in the log, then field: see HitLog
    internal int Position = position;
    internal int Symbol = symbol;

    /// <summary>The field.</summary>
    internal readonly int Field => (int)(Place & HitLog.FieldMask);

    /// <summary>The number of the row in the log.</summary>
    internal readonly int Row => (int)(Place >> HitLog.FieldBits);
}

/// <summary>The occurrences of some dozens of rows in the order they come, given out term by term.</summary>
/// <remarks>
/// One after another they are written where the last one ended, and sorted in two or three passes over memory. To keep each
/// row's occurrences chained by term, and to bring each posting to its term's stream, took two waits for the memory a word;
/// docs/performance.md has the measurement. Not thread-safe.
/// </remarks>
internal sealed class HitLog
{
    /// <summary>The lower bits of a place that hold the field.</summary>
    internal const int FieldBits = 10;

    /// <summary>What remains of a place when only its field counts.</summary>
    internal const uint FieldMask = TableSchema.MaxTextFields - 1;

    /// <summary>As many rows fit.</summary>
    internal const int MostRows = 1 << (32 - FieldBits);

    private const int Enough = 1 << 18;
    private const int Initial = 1 << 10;
    private const int RadixBits = 11;
    private const int Radix = 1 << RadixBits;
    private const int MostPasses = 3; // of 33 bits
    private readonly int[] _counts = new int[MostPasses * Radix]; // by pass and digit
    private BufferedHit[] _hits = new BufferedHit[Initial];
    private BufferedHit[] _sorted = [];

    /// <summary>How many occurrences there are.</summary>
    internal int Count { get; private set; }

    /// <summary>Whether there are enough to give them out.</summary>
    internal bool IsFull => Count >= Enough;

    internal long MemoryUsed => 16L * (_hits.Length + _sorted.Length);

    /// <summary>The occurrences from the given one on.</summary>
    internal Span<BufferedHit> From(int start) => _hits.AsSpan(start, Count - start);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(in BufferedHit hit)
    {
        var count = Count;
        var hits = _hits;
        if ((uint)count >= (uint)hits.Length)
        {
            hits = Enlarge();
        }

        hits[count] = hit;
        Count = count + 1;
    }

    /// <summary>Forgets those from the given one on.</summary>
    internal void CutFrom(int start) => Count = start;

    /// <summary>All, ascending by term; those of a term in the order they came.</summary>
    /// <param name="terms">All terms are below.</param>
    internal Span<BufferedHit> Sort(int terms)
    {
        if (_sorted.Length < Count)
        {
            _sorted = new BufferedHit[_hits.Length];
        }

        var passes = (BitOperations.Log2((uint)Math.Max(1, terms)) / RadixBits) + 1;
        CountDigits(passes);
        for (var pass = 0; pass < passes; pass++)
        {
            SortBy(pass * RadixBits, _counts.AsSpan(pass << RadixBits, Radix));
            (_hits, _sorted) = (_sorted, _hits);
        }

        return _hits.AsSpan(0, Count);
    }

    private BufferedHit[] Enlarge()
    {
        Array.Resize(ref _hits, Count * 2);
        return _hits;
    }

    // The digits of all passes in one pass over the memory.
    private void CountDigits(int passes)
    {
        var counts = _counts;
        Array.Clear(counts);
        foreach (ref readonly var hit in _hits.AsSpan(0, Count))
        {
            counts[hit.Term & (Radix - 1)]++;
            counts[Radix + ((hit.Term >> RadixBits) & (Radix - 1))]++;
            counts[(2 * Radix) + (hit.Term >> (2 * RadixBits))]++;
        }

        for (var pass = 0; pass < passes; pass++)
        {
            var sum = 0;
            foreach (ref var count in counts.AsSpan(pass << RadixBits, Radix))
            {
                (count, sum) = (sum, sum + count);
            }
        }
    }

    // One pass of a sort by digits, which keeps the order of equal ones.
    private void SortBy(int shift, Span<int> starts)
    {
        ReadOnlySpan<BufferedHit> hits = _hits.AsSpan(0, Count);
        var sorted = _sorted.AsSpan(0, Count);
        foreach (ref readonly var hit in hits)
        {
            sorted[starts[(hit.Term >> shift) & (Radix - 1)]++] = hit;
        }
    }
}
