using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Lind.Index.Encoding;

/// <summary>Asks for memory that will be read soon, so that many such places are waited for together.</summary>
internal static unsafe class Ahead
{
    /// <summary>Asks for the cache line of a place. Does nothing where the processor cannot be asked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Fetch<T>(ref readonly T place)
    {
        if (Sse.IsSupported)
        {
            // Not read, only hinted at: it does no harm if the collector moves what stands there.
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AsRef(in place)));
        }
    }
}
