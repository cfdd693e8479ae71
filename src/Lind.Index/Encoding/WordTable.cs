using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Lind.Index.Encoding;

/// <summary>Finds the number that a byte string was entered with. Made for words: most are short, and most looks find one
/// within the entry itself, at the price of one cache line. Not thread-safe.</summary>
internal sealed class WordTable
{
    private const int FrontBits = 12;
    private const int EntryLength = 32;
    private const int FirstBits = 12;
    private readonly Entry[] _fronts = new Entry[1 << FrontBits];
    private Entry[] _entries = new Entry[1 << FirstBits];
    private int _shift = 64 - FirstBits;
    private byte[] _pool = new byte[1 << 12]; // what lies between head and tail of long words
    private int _poolLength;
    private int _count;

    /// <summary>About how many bytes the table takes in memory.</summary>
    internal long MemoryUsed => ((long)EntryLength * (_entries.Length + _fronts.Length)) + _pool.Length;

    /// <summary>The number a word was entered with, or -1.</summary>
    internal long Find(ReadOnlySpan<byte> word)
    {
        var key = WordKey.Of(word);
        return TryFindFront(key, out var number) ? number : FindBehind(key, word);
    }

    /// <summary>Looks among the words found last. They stand together in a small table before the large one, where frequent words
    /// lie each on a cache line of its own among rare ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryFindFront(in WordKey key, out long number)
    {
        ref readonly var front = ref _fronts[(int)(key.Hash >> (64 - FrontBits))];
        number = front.Number;
        var difference = (front.Head ^ key.Head) | (front.Tail ^ key.Tail) | (uint)(front.LengthPlusOne ^ (key.Length + 1));
        return (difference | (key.Length > WordKey.Whole ? 1u : 0u)) == 0;
    }

    /// <summary>Asks for the memory that <see cref="TryFindFront"/> will read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void FetchFront(in WordKey key) => Ahead.Fetch(ref _fronts[(int)(key.Hash >> (64 - FrontBits))]);

    /// <summary>Asks for the memory that <see cref="FindBehind"/> will read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Fetch(in WordKey key)
    {
        ref var entry = ref _entries[(int)(key.Hash >> _shift)];
        Ahead.Fetch(ref entry);
        Ahead.Fetch(ref entry, EntryLength - 1); // half of all entries lie on two lines
    }

    /// <summary>The number a word was entered with, or -1; it is among the words found last from now on.</summary>
    internal long FindBehind(in WordKey key, ReadOnlySpan<byte> word)
    {
        var slot = FindSlot(key, word);
        if (slot < 0)
        {
            return -1;
        }

        ref readonly var entry = ref _entries[slot];
        _fronts[(int)(key.Hash >> (64 - FrontBits))] = entry;
        return entry.Number;
    }

    /// <summary>The number a word was entered with, or -1, without regard to the words found last.</summary>
    internal long FindAlone(in WordKey key, ReadOnlySpan<byte> word)
    {
        var slot = FindSlot(key, word);
        return slot < 0 ? -1 : _entries[slot].Number;
    }

    private int FindSlot(in WordKey key, ReadOnlySpan<byte> word)
    {
        for (var slot = (int)(key.Hash >> _shift); ; slot = (slot + 1) & (_entries.Length - 1))
        {
            ref readonly var entry = ref _entries[slot];
            if (entry.LengthPlusOne == 0)
            {
                return -1;
            }

            if (entry.Head == key.Head && entry.Tail == key.Tail && entry.LengthPlusOne == key.Length + 1
                && (key.Length <= WordKey.Whole || MiddleOf(entry).SequenceEqual(Middle(word))))
            {
                return slot;
            }
        }
    }

    /// <summary>Enters a word with a number of 0 or more. Requires: it was not entered before.</summary>
    internal void Add(ReadOnlySpan<byte> word, long number)
    {
        if (++_count * 3L > _entries.Length * 2L)
        {
            Grow(); // fuller than byte tables, because entries are large
        }

        var key = WordKey.Of(word);
        var entry = new Entry
        {
            Head = key.Head,
            Tail = key.Tail,
            LengthPlusOne = key.Length + 1,
            MiddleAt = key.Length <= WordKey.Whole ? 0 : AddMiddle(Middle(word)),
            Number = number,
        };
        Put(_entries, (int)(key.Hash >> _shift), entry);
    }

    private static ReadOnlySpan<byte> Middle(ReadOnlySpan<byte> word) => word[(WordKey.Whole / 2)..^(WordKey.Whole / 2)];

    private ReadOnlySpan<byte> MiddleOf(in Entry entry) =>
        _pool.AsSpan(entry.MiddleAt, entry.LengthPlusOne - 1 - WordKey.Whole);

    private int AddMiddle(ReadOnlySpan<byte> middle)
    {
        if (_pool.Length - _poolLength < middle.Length)
        {
            Array.Resize(ref _pool, (int)Math.Min(Array.MaxLength, Math.Max(_pool.Length * 2L, _poolLength + (long)middle.Length)));
        }

        var at = _poolLength;
        middle.CopyTo(_pool.AsSpan(at));
        _poolLength += middle.Length;
        return at;
    }

    private void Grow()
    {
        var old = _entries;
        _entries = Slots.Of<Entry>(old.Length * 2);
        _shift--;
        var word = Array.Empty<byte>();
        foreach (ref readonly var entry in old.AsSpan())
        {
            if (entry.LengthPlusOne != 0)
            {
                Put(_entries, (int)(KeyOf(entry, ref word).Hash >> _shift), entry);
            }
        }
    }

    // Of a short word the key is all that the hash depends on.
    private WordKey KeyOf(in Entry entry, ref byte[] word)
    {
        var length = entry.LengthPlusOne - 1;
        if (word.Length < Math.Max(length, WordKey.Whole))
        {
            word = new byte[Math.Max(length, WordKey.Whole) * 2];
        }

        const int Half = WordKey.Whole / 2;
        MemoryMarshal.Write(word, entry.Head);
        if (length > WordKey.Whole)
        {
            MiddleOf(entry).CopyTo(word.AsSpan(Half));
            MemoryMarshal.Write(word.AsSpan(length - Half), entry.Tail);
        }
        else
        {
            MemoryMarshal.Write(word.AsSpan(Half), entry.Tail);
        }

        return WordKey.Of(word.AsSpan(0, length));
    }

    private static void Put(Entry[] entries, int slot, in Entry entry)
    {
        while (entries[slot].LengthPlusOne != 0)
        {
            slot = (slot + 1) & (entries.Length - 1);
        }

        entries[slot] = entry;
    }

    private struct Entry
    {
        internal ulong Head;
        internal ulong Tail;
        internal int LengthPlusOne; // 0: empty
        internal int MiddleAt;
        internal long Number;
    }
}
