using System.Runtime.InteropServices;

namespace Lind.Index.Columns;

/// <summary>A column's numbers in memory: each less the lowest in as few whole bytes as the largest needs. Thread-safe.</summary>
internal readonly struct NumberArray
{
    private readonly byte[] _bytes;

    internal NumberArray(ReadOnlySpan<ulong> stored, int width, long lowest)
    {
        (Width, Lowest) = (width, lowest);
        _bytes = new byte[(long)stored.Length * width];
        switch (width)
        {
            case 1:
                Narrow<byte>(stored, static number => (byte)number);
                break;
            case 2:
                Narrow<ushort>(stored, static number => (ushort)number);
                break;
            case 4:
                Narrow<uint>(stored, static number => (uint)number);
                break;
            default:
                stored.CopyTo(MemoryMarshal.Cast<byte, ulong>(_bytes.AsSpan()));
                break;
        }
    }

    /// <summary>How many bytes a number takes: 1, 2, 4 or 8; 0: there are none.</summary>
    internal int Width { get; }

    /// <summary>What to add to the stored numbers.</summary>
    internal long Lowest { get; }

    internal long this[int index] => Lowest + (Width switch
    {
        1 => _bytes[index],
        2 => Stored<ushort>()[index],
        4 => Stored<uint>()[index],
        _ => Stored<long>()[index],
    });

    /// <summary>The stored numbers, to be read in steps of <see cref="Width"/>.</summary>
    internal ReadOnlySpan<T> Stored<T>()
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(_bytes);

    private void Narrow<T>(ReadOnlySpan<ulong> stored, Func<ulong, T> cut)
        where T : unmanaged
    {
        var target = MemoryMarshal.Cast<byte, T>(_bytes.AsSpan());
        for (var i = 0; i < stored.Length; i++)
        {
            target[i] = cut(stored[i]);
        }
    }
}
