namespace Lind.Index.Encoding;

/// <summary>Empty arrays for tables that are filled all over.</summary>
internal static class Slots
{
    /// <summary>An array of zeros, written through.</summary>
    /// <remarks>Fresh memory that is read before it is written is mapped twice, with a message to the other cores in between: tables
    /// that grew took 2 % of a build for it.</remarks>
    internal static T[] Of<T>(int count)
        where T : unmanaged
    {
        var slots = GC.AllocateUninitializedArray<T>(count);
        Array.Clear(slots);
        return slots;
    }
}
