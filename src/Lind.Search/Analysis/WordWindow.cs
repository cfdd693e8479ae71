using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Lind.Search.Analysis;

/// <summary>What the next 64 bytes of a text are, a bit each, the first one lowest; beyond the text's end: nothing.</summary>
internal readonly struct WordWindow
{
    /// <summary>How many bytes it spans.</summary>
    public const int Length = 64;

    private WordWindow(ulong letters, ulong digits, ulong marks, ulong others) =>
        (Letters, Digits, Marks, Others) = (letters, digits, marks, others);

    /// <summary>ASCII letters.</summary>
    public ulong Letters { get; }

    /// <summary>ASCII digits.</summary>
    public ulong Digits { get; }

    /// <summary>Points, commas and apostrophes, which may join what is around them.</summary>
    public ulong Marks { get; }

    /// <summary>Bytes beyond ASCII.</summary>
    public ulong Others { get; }

    /// <summary>The window from a place on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordWindow At(ReadOnlySpan<byte> text, int at)
    {
        if (text.Length - at >= Length)
        {
            return Of(ref Unsafe.Add(ref MemoryMarshal.GetReference(text), at));
        }

        Span<byte> rest = stackalloc byte[Length];
        rest.Clear();
        text[at..].CopyTo(rest);
        return Of(ref MemoryMarshal.GetReference(rest));
    }

    /// <summary>How many bytes from a place on are of a class.</summary>
    public static int RunOf(ulong ofClass, int at) => BitOperations.TrailingZeroCount(~(ofClass >> at));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static WordWindow Of(ref byte first)
    {
        var low = Vector256.LoadUnsafe(ref first);
        var high = Vector256.LoadUnsafe(ref first, (nuint)Vector256<byte>.Count);
        return new WordWindow(
            Bits(Letter(low), Letter(high)), Bits(Digit(low), Digit(high)), Bits(Mark(low), Mark(high)), Bits(low, high));
    }

    private static ulong Bits(Vector256<byte> low, Vector256<byte> high) =>
        low.ExtractMostSignificantBits() | ((ulong)high.ExtractMostSignificantBits() << Vector256<byte>.Count);

    private static Vector256<byte> Letter(Vector256<byte> bytes) =>
        Vector256.LessThan((bytes | Vector256.Create((byte)0x20)) - Vector256.Create((byte)'a'), Vector256.Create((byte)26));

    private static Vector256<byte> Digit(Vector256<byte> bytes) =>
        Vector256.LessThan(bytes - Vector256.Create((byte)'0'), Vector256.Create((byte)10));

    private static Vector256<byte> Mark(Vector256<byte> bytes) =>
        Vector256.Equals(bytes, Vector256.Create((byte)'.')) | Vector256.Equals(bytes, Vector256.Create((byte)','))
        | Vector256.Equals(bytes, Vector256.Create((byte)'\''));
}
