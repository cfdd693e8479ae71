using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Lind.Index.Encoding;

/// <summary>Finds the number that a byte string was entered with. Made for words: most are short, and most looks find one
/// within the entry itself, at the price of one cache line. Not thread-safe.</summary>
internal sealed class WordTable
{
    private const int HeadLength = 8;
    private const int FrontBits = 12;
    private const uint InPool = 1u << 31;
    private const ulong Multiplier = 0x9E3779B97F4A7C15;
    private readonly Front[] _fronts = new Front[1 << FrontBits];
    private Entry[] _entries = new Entry[1 << 12];
    private int _shift = 64 - 12;
    private byte[] _pool = new byte[1 << 12];
    private int _poolLength;
    private int _count;

    /// <summary>About how many bytes the table takes in memory.</summary>
    internal long MemoryUsed => (16L * _entries.Length) + (24L * _fronts.Length) + _pool.Length;

    /// <summary>The number a word was entered with, or -1.</summary>
    /// <remarks>The words found last stand together in a small table before the large one, where frequent words lie each
    /// on a cache line of its own among rare ones.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Find(ReadOnlySpan<byte> word)
    {
        var head = Head(word);
        var hash = Hash(word, head);
        if (word.Length > 2 * HeadLength)
        {
            return FindEntry(word, head, hash);
        }

        var tail = word.Length > HeadLength ? BinaryPrimitives.ReadUInt64LittleEndian(word[^HeadLength..]) : 0;
        ref readonly var front = ref _fronts[hash >> (64 - FrontBits)];
        return front.Head == head && front.Tail == tail && front.Length == word.Length && front.NumberPlusOne > 0
            ? front.NumberPlusOne - 1
            : FindBehind(word, head, tail, hash);
    }

    private int FindBehind(ReadOnlySpan<byte> word, ulong head, ulong tail, ulong hash)
    {
        var number = FindEntry(word, head, hash);
        if (number >= 0)
        {
            _fronts[hash >> (64 - FrontBits)] =
                new Front { Head = head, Tail = tail, Length = word.Length, NumberPlusOne = number + 1 };
        }

        return number;
    }

    private int FindEntry(ReadOnlySpan<byte> word, ulong head, ulong hash)
    {
        for (var slot = (int)(hash >> _shift); ; slot = (slot + 1) & (_entries.Length - 1))
        {
            ref readonly var entry = ref _entries[slot];
            if (entry.NumberPlusOne == 0)
            {
                return -1;
            }

            if (entry.Head == head && (entry.Tail == (uint)word.Length || (word.Length > HeadLength && IsRest(entry.Tail, word))))
            {
                return entry.NumberPlusOne - 1;
            }
        }
    }

    /// <summary>Enters a word. Requires: it was not entered before.</summary>
    internal void Add(ReadOnlySpan<byte> word, int number)
    {
        if (++_count * 2 > _entries.Length)
        {
            Grow();
        }

        var head = Head(word);
        var tail = word.Length <= HeadLength ? (uint)word.Length : AddRest(word);
        Put(_entries, (int)(Hash(word, head) >> _shift), new Entry { Head = head, Tail = tail, NumberPlusOne = number + 1 });
    }

    /// <summary>The first eight bytes; of a shorter word all of them, so that together with the length they say all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Head(ReadOnlySpan<byte> word)
    {
        if (word.Length >= HeadLength)
        {
            return BinaryPrimitives.ReadUInt64LittleEndian(word);
        }

        if (word.Length >= 4)
        {
            return BinaryPrimitives.ReadUInt32LittleEndian(word)
                | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(word[^4..]) << 32);
        }

        return word.IsEmpty ? 0 : word[0] | ((ulong)word[word.Length >> 1] << 8) | ((ulong)word[^1] << 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Hash(ReadOnlySpan<byte> word, ulong head)
    {
        var hash = (head ^ (ulong)word.Length) * Multiplier;
        if (word.Length > HeadLength)
        {
            // The last eight bytes, and from the front what lies between: a word of up to 16 takes one more step.
            for (var rest = word[HeadLength..]; rest.Length > HeadLength; rest = rest[HeadLength..])
            {
                hash = (hash ^ (hash >> 29) ^ BinaryPrimitives.ReadUInt64LittleEndian(rest)) * Multiplier;
            }

            hash = (hash ^ (hash >> 29) ^ BinaryPrimitives.ReadUInt64LittleEndian(word[^HeadLength..])) * Multiplier;
        }

        return hash;
    }

    private bool IsRest(uint tail, ReadOnlySpan<byte> word)
    {
        if ((tail & InPool) == 0)
        {
            return false;
        }

        var at = (int)(tail & ~InPool);
        return BinaryPrimitives.ReadUInt16LittleEndian(_pool.AsSpan(at)) == word.Length - HeadLength
            && _pool.AsSpan(at + 2, word.Length - HeadLength).SequenceEqual(word[HeadLength..]);
    }

    private uint AddRest(ReadOnlySpan<byte> word)
    {
        var rest = word[HeadLength..];
        if (_pool.Length - _poolLength < rest.Length + 2)
        {
            Array.Resize(ref _pool, Math.Max(_pool.Length * 2, _poolLength + rest.Length + 2));
        }

        var at = _poolLength;
        BinaryPrimitives.WriteUInt16LittleEndian(_pool.AsSpan(at), checked((ushort)rest.Length));
        rest.CopyTo(_pool.AsSpan(at + 2));
        _poolLength += rest.Length + 2;
        return (uint)at | InPool;
    }

    private void Grow()
    {
        var old = _entries;
        _entries = new Entry[old.Length * 2];
        _shift--;
        Span<byte> word = stackalloc byte[HeadLength];
        var longWord = new byte[HeadLength + ushort.MaxValue];
        foreach (ref readonly var entry in old.AsSpan())
        {
            if (entry.NumberPlusOne != 0)
            {
                Put(_entries, (int)(Hash(WordOf(entry, word, longWord), entry.Head) >> _shift), entry);
            }
        }
    }

    private ReadOnlySpan<byte> WordOf(in Entry entry, Span<byte> word, byte[] longWord)
    {
        if ((entry.Tail & InPool) == 0)
        {
            // Only the length and the head count for a short word's slot.
            return word[..(int)entry.Tail];
        }

        var at = (int)(entry.Tail & ~InPool);
        var rest = BinaryPrimitives.ReadUInt16LittleEndian(_pool.AsSpan(at));
        BinaryPrimitives.WriteUInt64LittleEndian(longWord, entry.Head);
        _pool.AsSpan(at + 2, rest).CopyTo(longWord.AsSpan(HeadLength));
        return longWord.AsSpan(0, HeadLength + rest);
    }

    private static void Put(Entry[] entries, int slot, in Entry entry)
    {
        while (entries[slot].NumberPlusOne != 0)
        {
            slot = (slot + 1) & (entries.Length - 1);
        }

        entries[slot] = entry;
    }

    private struct Entry
    {
        internal ulong Head;
        internal uint Tail; // the length, up to eight; else where the rest stands in the pool
        internal int NumberPlusOne; // 0: empty
    }

    /// <summary>A word of at most twice <see cref="HeadLength"/> bytes: its first and its last bytes and the length say
    /// all.</summary>
    private struct Front
    {
        internal ulong Head;
        internal ulong Tail; // 0 of a word that is no longer than its head
        internal int Length;
        internal int NumberPlusOne; // 0: empty
    }
}
