namespace Lind.Index.Encoding;

/// <summary>Numbers byte strings in the order they are first seen. Not thread-safe.</summary>
internal sealed class ByteTable
{
    private const int InitialSlots = 1 << 10;
    private byte[] _pool = new byte[1 << 13];
    private int[] _starts = new int[(InitialSlots / 2) + 1];
    private ulong[] _slots = new ulong[InitialSlots]; // hash, then in the lower half number + 1; 0: empty

    /// <summary>How many strings there are.</summary>
    internal int Count { get; private set; }

    /// <summary>About how many bytes the table takes in memory.</summary>
    internal long MemoryUsed => _pool.Length + (4L * _starts.Length) + (8L * _slots.Length);

    /// <summary>The string with a number.</summary>
    internal ReadOnlySpan<byte> this[int number] =>
        _pool.AsSpan(_starts[number], _starts[number + 1] - _starts[number]);

    /// <summary>The string's number, or -1.</summary>
    internal int Find(ReadOnlySpan<byte> key)
    {
        var slot = FindSlot(key, ByteHash.Of(key));
        return (int)(uint)_slots[slot] - 1;
    }

    /// <summary>The string's number; a new one takes the next.</summary>
    internal int Add(ReadOnlySpan<byte> key)
    {
        var hash = ByteHash.Of(key);
        var slot = FindSlot(key, hash);
        if (_slots[slot] != 0)
        {
            return (int)(uint)_slots[slot] - 1;
        }

        var number = Count++;
        _slots[slot] = ((ulong)hash << 32) | (uint)(number + 1);
        Append(key, number);
        if (Count * 2 > _slots.Length)
        {
            Rehash();
        }

        return number;
    }

    /// <summary>The numbers in ascending order of their bytes.</summary>
    internal int[] SortedNumbers()
    {
        // The first eight bytes decide most comparisons; what they leave open is sorted run by run.
        var numbers = new int[Count];
        var heads = new ulong[Count];
        for (var i = 0; i < Count; i++)
        {
            numbers[i] = i;
            heads[i] = Head(this[i]);
        }

        Array.Sort(heads, numbers);
        for (var start = 0; start < heads.Length;)
        {
            var end = start + 1;
            while (end < heads.Length && heads[end] == heads[start])
            {
                end++;
            }

            if (end - start > 1)
            {
                numbers.AsSpan(start, end - start).Sort((x, y) => this[x].SequenceCompareTo(this[y]));
            }

            start = end;
        }

        return numbers;
    }

    private static ulong Head(ReadOnlySpan<byte> bytes)
    {
        ulong head = 0;
        for (var i = 0; i < 8; i++)
        {
            head = (head << 8) | (i < bytes.Length ? bytes[i] : 0u);
        }

        return head;
    }

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

    private void Append(ReadOnlySpan<byte> key, int number)
    {
        if (number + 1 == _starts.Length)
        {
            Array.Resize(ref _starts, (number * 2) + 1);
        }

        var start = _starts[number];
        if (_pool.Length - start < key.Length)
        {
            Array.Resize(ref _pool, (int)Math.Min(Array.MaxLength, Math.Max(_pool.Length * 2L, start + (long)key.Length)));
        }

        key.CopyTo(_pool.AsSpan(start));
        _starts[number + 1] = start + key.Length;
    }

    private void Rehash()
    {
        var old = _slots;
        _slots = new ulong[old.Length * 2];
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
