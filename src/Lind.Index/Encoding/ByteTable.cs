namespace Lind.Index.Encoding;

/// <summary>Numbers byte strings in the order they are first seen. Not thread-safe.</summary>
internal sealed class ByteTable
{
    private const int InitialSlots = 1 << 10;
    private byte[] _pool = new byte[1 << 13];
    private int[] _starts = new int[(InitialSlots / 2) + 1];
    private uint[] _hashes = new uint[InitialSlots / 2];
    private int[] _slots = new int[InitialSlots]; // number + 1; 0: empty

    /// <summary>How many strings there are.</summary>
    internal int Count { get; private set; }

    /// <summary>About how many bytes the table takes in memory.</summary>
    internal long MemoryUsed => _pool.Length + (4L * (_starts.Length + _hashes.Length + _slots.Length));

    /// <summary>The string with a number.</summary>
    internal ReadOnlySpan<byte> this[int number] =>
        _pool.AsSpan(_starts[number], _starts[number + 1] - _starts[number]);

    /// <summary>The string's number, or -1.</summary>
    internal int Find(ReadOnlySpan<byte> key)
    {
        var hash = ByteHash.Of(key);
        return _slots[FindSlot(key, hash)] - 1;
    }

    /// <summary>The string's number; a new one takes the next.</summary>
    internal int Add(ReadOnlySpan<byte> key)
    {
        var hash = ByteHash.Of(key);
        var slot = FindSlot(key, hash);
        if (_slots[slot] != 0)
        {
            return _slots[slot] - 1;
        }

        var number = Count++;
        _slots[slot] = number + 1;
        Append(key, hash, number);
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
            var number = _slots[slot] - 1;
            if (number < 0 || (_hashes[number] == hash && this[number].SequenceEqual(key)))
            {
                return slot;
            }
        }
    }

    private void Append(ReadOnlySpan<byte> key, uint hash, int number)
    {
        if (number == _hashes.Length)
        {
            Array.Resize(ref _hashes, number * 2);
            Array.Resize(ref _starts, (number * 2) + 1);
        }

        var start = _starts[number];
        if (_pool.Length - start < key.Length)
        {
            Array.Resize(ref _pool, (int)Math.Min(Array.MaxLength, Math.Max(_pool.Length * 2L, start + (long)key.Length)));
        }

        key.CopyTo(_pool.AsSpan(start));
        _hashes[number] = hash;
        _starts[number + 1] = start + key.Length;
    }

    private void Rehash()
    {
        _slots = new int[_slots.Length * 2];
        var mask = _slots.Length - 1;
        for (var number = 0; number < Count; number++)
        {
            var slot = (int)_hashes[number] & mask;
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            _slots[slot] = number + 1;
        }
    }
}
