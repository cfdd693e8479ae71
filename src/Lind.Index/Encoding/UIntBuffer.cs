using System.Runtime.CompilerServices;

namespace Lind.Index.Encoding;

/// <summary>A growing array of numbers. Not thread-safe.</summary>
internal sealed class UIntBuffer(int capacity = 256)
{
    private uint[] _values = new uint[capacity];

    internal int Count { get; private set; }

    internal Span<uint> Values => _values.AsSpan(0, Count);

    internal void Clear() => Count = 0;

    /// <summary>Room for so many values behind the last; <see cref="Advance"/> counts them as added.</summary>
    internal Span<uint> Reserve(int count)
    {
        if (_values.Length - Count < count)
        {
            Array.Resize(ref _values, Math.Max(_values.Length * 2, Count + count));
        }

        return _values.AsSpan(Count, count);
    }

    internal void Advance(int count) => Count += count;

    /// <summary>Drops values from the end for as long as they are not below the given one.</summary>
    internal void Cut(int from)
    {
        while (Count > 0 && _values[Count - 1] >= (uint)from)
        {
            Count--;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(uint value)
    {
        if (Count == _values.Length)
        {
            Array.Resize(ref _values, Count * 2);
        }

        _values[Count++] = value;
    }
}
