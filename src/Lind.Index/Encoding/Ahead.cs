using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Lind.Index.Encoding;

/// <summary>Asks for memory that will be read soon, so that many such places are waited for together.</summary>
internal static unsafe class Ahead
{
    /// <summary>Asks for the cache line of a place. Does nothing where the processor cannot be asked.</summary>
    /// <remarks>The place must be an element of an array or a local: for a field of a reference the memory would be read at once, to see
    /// that the reference is not null.</remarks>
    /// <param name="place">The place.</param>
    /// <param name="beyond">How many bytes beyond its start.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Fetch<T>(ref T place, int beyond = 0)
    {
        if (Sse.IsSupported)
        {
            // Not read, only hinted at: it does no harm if the collector moves what stands there.
            Sse.Prefetch0((byte*)Unsafe.AsPointer(ref place) + beyond);
        }
    }
}
