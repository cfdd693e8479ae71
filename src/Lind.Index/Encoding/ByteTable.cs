namespace Lind.Index.Encoding;

/// <summary>Numbers byte strings in the order they are first seen. Not thread-safe.</summary>
internal sealed class ByteTable
{
    private const int InitialSlots = 1 << 10;
    private ulong[] _slots = new ulong[InitialSlots]; // hash, then in the lower half number + 1; 0: empty

    /// <summary>The strings by number.</summary>
    internal ByteList Strings { get; } = new();

    /// <summary>How many strings there are.</summary>
    internal int Count => Strings.Count;

    /// <summary>About how many bytes the table takes in memory.</summary>
    internal long MemoryUsed => Strings.MemoryUsed + (8L * _slots.Length);

    /// <summary>The string with a number.</summary>
    internal ReadOnlySpan<byte> this[int number] => Strings[number];

    /// <summary>The string's number, or -1.</summary>
    internal int Find(ReadOnlySpan<byte> key)
    {
        var slot = FindSlot(key, ByteHash.Of(key));
        return (int)(uint)_slots[slot] - 1;
    }

    /// <summary>The string's number; a new one takes the next.</summary>
    internal int Add(ReadOnlySpan<byte> key) => Add(key, ByteHash.Of(key));

    /// <summary>The same, for a string whose <see cref="ByteHash"/> is known.</summary>
    internal int Add(ReadOnlySpan<byte> key, uint hash)
    {
        var slot = FindSlot(key, hash);
        if (_slots[slot] != 0)
        {
            return (int)(uint)_slots[slot] - 1;
        }

        var number = Strings.Add(key);
        _slots[slot] = ((ulong)hash << 32) | (uint)(number + 1);
        if (Count * 2 > _slots.Length)
        {
            Rehash();
        }

        return number;
    }

    /// <summary>Asks for what a look at a string of this hash reads first.</summary>
    internal void FetchSlot(uint hash) => Ahead.Fetch(ref _slots[(int)(hash & (uint)(_slots.Length - 1))]);

    /// <summary>Asks for what it reads then, some time after <see cref="FetchSlot"/>.</summary>
    internal void FetchPlace(uint hash)
    {
        if (Likely(hash) is >= 0 and var number)
        {
            Strings.Fetch(number);
        }
    }

    /// <summary>Asks for what it reads last, some time after <see cref="FetchPlace"/>.</summary>
    internal void FetchBytes(uint hash)
    {
        if (Likely(hash) is >= 0 and var number)
        {
            Strings.FetchBytes(number);
        }
    }

    // The string in the first slot that the hash leads to, or -1: nearly always the one looked for.
    private int Likely(uint hash) => (int)(uint)_slots[(int)(hash & (uint)(_slots.Length - 1))] - 1;

    private int FindSlot(ReadOnlySpan<byte> key, uint hash)
    {
        var mask = _slots.Length - 1;
        for (var slot = (int)hash & mask; ; slot = (slot + 1) & mask)
        {
            // Only an entry of the same hash is looked at: nearly always the one.
            var entry = _slots[slot];
            if (entry == 0 || ((uint)(entry >> 32) == hash && this[(int)(uint)entry - 1].SequenceEqual(key)))
            {
                return slot;
            }
        }
    }

    private void Rehash()
    {
        var old = _slots;
        _slots = Slots.Of<ulong>(old.Length * 2);
        var mask = _slots.Length - 1;
        foreach (var entry in old)
        {
            if (entry != 0)
            {
                var slot = (int)(entry >> 32) & mask;
                while (_slots[slot] != 0)
                {
                    slot = (slot + 1) & mask;
                }

                _slots[slot] = entry;
            }
        }
    }
}
