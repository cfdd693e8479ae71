using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Lind.Index.Encoding;

/// <summary>Packs 128 numbers with a fixed number of bits each, in four interleaved lanes.</summary>
/// <remarks>
/// Lane l holds the numbers l, l + 4, l + 8, ... one after another, lowest bits first, in 32-bit words; the words of the
/// lanes alternate: word w of lane l is the word 4 w + l. So one 128-bit load brings the next word of all four lanes, and
/// four numbers are unpacked by one shift and mask. Example with 1 bit: the numbers 0..127 give 4 words; bit i of word l
/// is number 4 i + l.
/// </remarks>
internal static class BlockPacking
{
    /// <summary>How many numbers a block has.</summary>
    internal const int Count = 128;

    /// <summary>Whether to unpack without vector instructions; tests set it to compare the two.</summary>
    internal static bool ForceScalar { get; set; }

    /// <summary>How many bytes a block of this width takes.</summary>
    internal static int LengthOf(int bits) => bits * (Count / 8);

    /// <summary>Packs 128 numbers below 2^bits.</summary>
    internal static void Pack(ReadOnlySpan<uint> values, int bits, Span<byte> target)
    {
        var words = MemoryMarshal.Cast<byte, uint>(target[..LengthOf(bits)]);
        words.Clear();
        for (var i = 0; i < Count && bits > 0; i++)
        {
            var at = (i >> 2) * bits;
            var word = ((at >> 5) << 2) + (i & 3);
            var shift = at & 31;
            words[word] |= values[i] << shift;
            if (shift + bits > 32)
            {
                words[word + 4] |= values[i] >> (32 - shift);
            }
        }
    }

    /// <summary>Unpacks 128 numbers.</summary>
    /// <exception cref="ArgumentException">The source is shorter than the block or the target than 128 numbers.</exception>
    internal static void Unpack(ReadOnlySpan<byte> source, int bits, Span<uint> target)
    {
        if ((uint)bits > 32 || source.Length < LengthOf(bits) || target.Length < Count)
        {
            throw new ArgumentException("The block does not fit.");
        }

        if (bits == 0)
        {
            target[..Count].Clear();
        }
        else if (Vector128.IsHardwareAccelerated && !ForceScalar)
        {
            UnpackVector(source, bits, target);
        }
        else
        {
            UnpackScalar(source, bits, target);
        }
    }

    private static void UnpackScalar(ReadOnlySpan<byte> source, int bits, Span<uint> target)
    {
        var words = MemoryMarshal.Cast<byte, uint>(source);
        var mask = bits == 32 ? uint.MaxValue : (1u << bits) - 1;
        for (var i = 0; i < Count; i++)
        {
            var at = (i >> 2) * bits;
            var word = ((at >> 5) << 2) + (i & 3);
            var shift = at & 31;
            var value = words[word] >> shift;
            if (shift + bits > 32)
            {
                value |= words[word + 4] << (32 - shift);
            }

            target[i] = value & mask;
        }
    }

    // Bound: reads the 16 * bits bytes and writes the 128 numbers that Unpack checked.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void UnpackVector(ReadOnlySpan<byte> source, int bits, Span<uint> target)
    {
        ref var input = ref Unsafe.As<byte, uint>(ref MemoryMarshal.GetReference(source));
        ref var output = ref MemoryMarshal.GetReference(target);
        var mask = Vector128.Create(bits == 32 ? uint.MaxValue : (1u << bits) - 1);
        var word = Vector128.LoadUnsafe(ref input);
        nuint next = 4;
        var shift = 0;
        for (nuint i = 0; i < Count; i += 4)
        {
            var value = Vector128.ShiftRightLogical(word, shift);
            shift += bits;
            if (shift >= 32)
            {
                shift -= 32;
                if (i + 4 < Count || shift > 0)
                {
                    word = Vector128.LoadUnsafe(ref input, next);
                    next += 4;
                    if (shift > 0)
                    {
                        value |= Vector128.ShiftLeft(word, bits - shift);
                    }
                }
            }

            (value & mask).StoreUnsafe(ref output, i);
        }
    }
}
