using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Lind.Index.Encoding;

namespace Lind.Index.Postings;

/// <summary>Postings of some dozens of rows in the order they come, given out term by term.</summary>
/// <remarks>
/// Every posting that goes straight to its term's stream finds the state of the term and the end of the stream out of
/// reach of the near caches. Put together first, a term's postings of many rows go there in one go: collecting a row's
/// postings took a quarter less time for it. Not thread-safe.
/// </remarks>
internal sealed class PostingLog
{
    private const int Enough = 1 << 16;
    private const int Initial = 1 << 10;
    private const int RadixBits = 11;
    private const int Radix = 1 << RadixBits;
    private readonly int[] _counts = new int[Radix];
    private ulong[] _entries = new ulong[Initial]; // term, then number in the log
    private ulong[] _sorted = [];
    private int[] _starts = new int[Initial + 1]; // by number in the log: its bytes
    private uint[] _rows = new uint[Initial];
    private uint[] _profiles = new uint[Initial];
    private byte[] _bytes = new byte[Initial * 8];
    private int _count;

    /// <summary>Whether there are enough postings to give them out.</summary>
    internal bool IsFull => _count >= Enough;

    internal long MemoryUsed => (8L * (_entries.Length + _sorted.Length)) + (12L * _starts.Length) + _bytes.Length;

    /// <summary>How many postings there are.</summary>
    internal int Count => _count;

    /// <summary>The terms with the numbers of their postings, ascending by both: term in the higher half.</summary>
    internal ReadOnlySpan<ulong> Sort(int terms)
    {
        if (_sorted.Length < _entries.Length)
        {
            _sorted = new ulong[_entries.Length];
        }

        var bits = BitOperations.Log2((uint)Math.Max(1, terms)) + 1;
        for (var done = 0; done < bits; done += RadixBits)
        {
            SortBy(32 + done);
            (_entries, _sorted) = (_sorted, _entries);
        }

        return _entries.AsSpan(0, _count);
    }

    /// <summary>The row of a posting.</summary>
    internal int RowOf(int number) => (int)_rows[number];

    /// <summary>The profile of a posting.</summary>
    internal uint ProfileOf(int number) => _profiles[number];

    /// <summary>Says the profile of a posting, after it was added.</summary>
    internal void SetProfile(int number, int profile) => _profiles[number] = (uint)profile;

    /// <summary>Appends the bytes of a posting.</summary>
    internal void CopyBytes(int number, ByteBuffer target)
    {
        var start = _starts[number];
        var length = _starts[number + 1] - start;
        if (length > sizeof(ulong))
        {
            target.Write(_bytes.AsSpan(start, length));
            return;
        }

        // Nearly all are short: a whole word, of which the length counts, is quicker than a copy of so many bytes.
        MemoryMarshal.Write(target.Reserve(sizeof(ulong)), MemoryMarshal.Read<ulong>(_bytes.AsSpan(start)));
        target.Advance(length);
    }

    internal void Clear() => _count = 0;

    /// <summary>Adds a posting of at most eight bytes, lowest first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void AddWord(int term, int row, ulong bytes, int count)
    {
        var at = Begin(term, row, 2 * sizeof(ulong));
        MemoryMarshal.Write(_bytes.AsSpan(at), bytes);
        _starts[_count] = at + count;
    }

    /// <summary>Adds a posting.</summary>
    internal void Add(int term, int row, ReadOnlySpan<byte> bytes)
    {
        var at = Begin(term, row, bytes.Length + sizeof(ulong)); // may be read as a whole word
        bytes.CopyTo(_bytes.AsSpan(at));
        _starts[_count] = at + bytes.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Begin(int term, int row, int room)
    {
        var number = _count;
        var at = _starts[number];
        if (number == _rows.Length || _bytes.Length - at < room)
        {
            Enlarge(room);
        }

        _entries[number] = ((ulong)(uint)term << 32) | (uint)number;
        _rows[number] = (uint)row;
        _count = number + 1;
        return at;
    }

    private void Enlarge(int room)
    {
        if (_count == _rows.Length)
        {
            Array.Resize(ref _rows, _count * 2);
            Array.Resize(ref _profiles, _count * 2);
            Array.Resize(ref _starts, (_count * 2) + 1);
            Array.Resize(ref _entries, _count * 2);
        }

        if (_bytes.Length - _starts[_count] < room)
        {
            Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max(_bytes.Length * 2L, _starts[_count] + (long)room)));
        }
    }

    // One pass of a sort by digits, which keeps the order of equal ones.
    private void SortBy(int shift)
    {
        var counts = _counts;
        var entries = _entries.AsSpan(0, _count);
        var sorted = _sorted;
        Array.Clear(counts);
        foreach (var entry in entries)
        {
            counts[(int)(entry >> shift) & (Radix - 1)]++;
        }

        var sum = 0;
        foreach (ref var count in counts.AsSpan())
        {
            (count, sum) = (sum, sum + count);
        }

        foreach (var entry in entries)
        {
            sorted[counts[(int)(entry >> shift) & (Radix - 1)]++] = entry;
        }
    }
}
