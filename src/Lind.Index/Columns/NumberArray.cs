using Lind.Index.Storage;

namespace Lind.Index.Columns;

/// <summary>Packed whole numbers; see <see cref="NumbersPlace"/>. Thread-safe.</summary>
internal readonly struct NumberArray(NumbersPlace place, IndexFile file)
{
    private readonly Region _bytes = place.Bytes.In(file);

    /// <summary>How many bytes a number takes: 1, 2, 4 or 8; 0: there are none.</summary>
    internal int Width => place.Width;

    /// <summary>What to add to the stored numbers.</summary>
    internal long Lowest => place.Lowest;

    internal long this[int index] => place.Lowest + (place.Width switch
    {
        1 => _bytes.As<byte>()[index],
        2 => _bytes.As<ushort>()[index],
        4 => _bytes.As<uint>()[index],
        _ => _bytes.As<long>()[index],
    });

    /// <summary>The stored numbers, to be read in steps of <see cref="Width"/>.</summary>
    internal ReadOnlySpan<T> Stored<T>()
        where T : unmanaged => _bytes.As<T>();
}
