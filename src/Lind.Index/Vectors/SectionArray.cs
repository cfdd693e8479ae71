using Lind.Index.Storage;

namespace Lind.Index.Vectors;

/// <summary>One array of a <see cref="SectionFile"/>, found by name once and then read without looking it up.</summary>
/// <remarks>Valid until the file is closed.</remarks>
public readonly struct SectionArray<T>
    where T : unmanaged
{
    private readonly Region _region;

    internal SectionArray(Region region) => _region = region;

    /// <summary>Its values, in place.</summary>
    public ReadOnlySpan<T> Values => _region.As<T>();

    /// <summary>The values of one member of a table whose members start at these offsets.</summary>
    /// <param name="starts">One more than there are members.</param>
    /// <param name="index">Which member.</param>
    public ReadOnlySpan<T> Part(SectionArray<uint> starts, int index)
    {
        var bounds = starts.Values;
        return Values[(int)bounds[index]..(int)bounds[index + 1]];
    }
}
