namespace Lind.Index.Encoding;

/// <summary>Byte strings one behind the other, by number. Not thread-safe.</summary>
internal sealed class ByteList
{
    private byte[] _pool = new byte[1 << 13];
    private int[] _starts = new int[(1 << 9) + 1];

    /// <summary>How many strings there are.</summary>
    internal int Count { get; private set; }

    /// <summary>About how many bytes the list takes in memory.</summary>
    internal long MemoryUsed => _pool.Length + (4L * _starts.Length);

    /// <summary>The string with a number.</summary>
    internal ReadOnlySpan<byte> this[int number] =>
        _pool.AsSpan(_starts[number], _starts[number + 1] - _starts[number]);

    /// <summary>Asks for the place of a string.</summary>
    internal void Fetch(int number) => Ahead.Fetch(ref _starts[number]);

    /// <summary>Asks for the bytes of a string, some time after <see cref="Fetch"/>.</summary>
    internal void FetchBytes(int number) => Ahead.Fetch(ref _pool[Math.Min(_starts[number], _pool.Length - 1)]);

    /// <summary>Appends a string; returns its number.</summary>
    internal int Add(ReadOnlySpan<byte> bytes)
    {
        var number = Count++;
        if (number + 1 == _starts.Length)
        {
            Array.Resize(ref _starts, (number * 2) + 1);
        }

        var start = _starts[number];
        if (_pool.Length - start < bytes.Length)
        {
            Array.Resize(ref _pool, (int)Math.Min(Array.MaxLength, Math.Max(_pool.Length * 2L, start + (long)bytes.Length)));
        }

        bytes.CopyTo(_pool.AsSpan(start));
        _starts[number + 1] = start + bytes.Length;
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
}
