using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Lind.Index.Storage;

/// <summary>A run of read-only memory that does not move: part of a mapped file or of a pinned array.</summary>
/// <remarks>A region holds nothing alive: whoever uses it keeps a reference on the snapshot whose files it is of.
/// Every access through here is bounds-checked against the region.</remarks>
internal readonly unsafe struct Region
{
    // Invariant: _start points to _length readable bytes for as long as the owner is alive.
    private readonly byte* _start;
    private readonly long _length;

    internal Region(byte* start, long length)
    {
        _start = start;
        _length = length;
    }

    /// <summary>How many bytes it has.</summary>
    internal long Length => _length;

    /// <summary>A part of the region.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part does not lie within the region.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Region Slice(long offset, long length)
    {
        if ((ulong)offset > (ulong)_length || (ulong)length > (ulong)(_length - offset))
        {
            ThrowOutside();
        }

        return new Region(_start + offset, length);
    }

    /// <summary>The rest of the region from an offset, at most <paramref name="most"/> bytes of it.</summary>
    internal ReadOnlySpan<byte> From(long offset, int most)
    {
        if ((ulong)offset > (ulong)_length)
        {
            ThrowOutside();
        }

        return new ReadOnlySpan<byte>(_start + offset, (int)Math.Min(most, _length - offset));
    }

    /// <summary>The bytes of a part of the region.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ReadOnlySpan<byte> Bytes(long offset, int length)
    {
        if ((ulong)offset > (ulong)_length || (ulong)length > (ulong)(_length - offset))
        {
            ThrowOutside();
        }

        return new ReadOnlySpan<byte>(_start + offset, length);
    }

    /// <summary>All of the region as values of a fixed size; trailing bytes that do not fill one are left out.</summary>
    /// <remarks>Requires: the region starts at a multiple of the size (writers align every section to 64 bytes).</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ReadOnlySpan<T> As<T>()
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(new ReadOnlySpan<byte>(_start, checked((int)_length)));

    /// <summary>Copies all of the region.</summary>
    internal void CopyTo(Span<byte> target) => new ReadOnlySpan<byte>(_start, checked((int)_length)).CopyTo(target);

    private static void ThrowOutside() =>
        throw new ArgumentOutOfRangeException(nameof(Region), "The part does not lie within the region.");
}
