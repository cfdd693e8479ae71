using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Lind.Index.Encoding;

/// <summary>The first and last bytes of a word, and its hash: what <see cref="WordTable"/> compares first.</summary>
internal readonly struct WordKey
{
    /// <summary>Words up to this length are told by their key alone.</summary>
    internal const int Whole = 16;

    private const int Half = 8;
    private const ulong Multiplier = 0x9E3779B97F4A7C15;
    private static readonly Vector128<byte> Places = Vector128<byte>.Indices;

    private WordKey(ulong head, ulong tail, int length, ulong hash) => (Head, Tail, Length, Hash) = (head, tail, length, hash);

    /// <summary>The first eight bytes; those behind a shorter word are 0.</summary>
    internal ulong Head { get; }

    /// <summary>The next eight bytes, those behind the word 0; of a word longer than <see cref="Whole"/> its last eight.</summary>
    internal ulong Tail { get; }

    /// <summary>The length in bytes.</summary>
    internal int Length { get; }

    /// <summary>The hash; its upper bits are the best ones.</summary>
    internal ulong Hash { get; }

    /// <summary>The key of a word by itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static WordKey Of(ReadOnlySpan<byte> word) => word.Length switch
    {
        > Whole => OfLong(word),
        > Half => Short(First(word), Last(word) >> (8 * (Whole - word.Length)), word.Length),
        Half => Short(First(word), 0, word.Length),
        _ => Short(Few(word), 0, word.Length),
    };

    /// <summary>The key of a word within a text.</summary>
    /// <remarks>Sixteen bytes at once, those that are not the word's set to 0: how long a word is cannot be guessed.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static WordKey Of(ReadOnlySpan<byte> text, int start, int length)
    {
        var end = start + length;
        if ((uint)start > (uint)end || end > text.Length || length > Whole || text.Length < Whole)
        {
            return Of(text.Slice(start, length));
        }

        // Near the end of the text those up to the word's end, moved to the front.
        var isEarly = start <= text.Length - Whole;
        var from = isEarly ? start : text.Length - Whole;
        var bytes = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(text), (nuint)from);
        var places = Places + Vector128.Create((byte)(start - from));
        bytes = isEarly ? bytes : Vector128.Shuffle(bytes, places);
        bytes &= Vector128.LessThan(Places, Vector128.Create((byte)length));
        return Short(bytes.AsUInt64()[0], bytes.AsUInt64()[1], length);
    }

    private static WordKey OfLong(ReadOnlySpan<byte> word)
    {
        unchecked
        {
            var (head, tail) = (First(word), Last(word));
            var hash = HashOf(head, tail, word.Length);
            for (var middle = word[Half..^Half]; middle.Length > 0; middle = middle[Math.Min(Half, middle.Length)..])
            {
                // The last step may take in some of the tail.
                var bytes = First(word[(word.Length - Half - middle.Length)..]);
                hash = (hash ^ (hash >> 29) ^ bytes) * Multiplier;
            }

            return new WordKey(head, tail, word.Length, hash);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static WordKey Short(ulong head, ulong tail, int length) => new(head, tail, length, HashOf(head, tail, length));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong HashOf(ulong head, ulong tail, int length)
    {
        unchecked
        {
            var hash = (head ^ (ulong)length) * Multiplier;
            return (hash ^ (hash >> 29) ^ tail) * Multiplier;
        }
    }

    private static ulong First(ReadOnlySpan<byte> word) => BinaryPrimitives.ReadUInt64LittleEndian(word);

    private static ulong Last(ReadOnlySpan<byte> word) => BinaryPrimitives.ReadUInt64LittleEndian(word[^Half..]);

    private static ulong Few(ReadOnlySpan<byte> word)
    {
        if (word.Length >= 4)
        {
            // The two overlap where they say the same.
            return BinaryPrimitives.ReadUInt32LittleEndian(word)
                | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(word[^4..]) << (8 * (word.Length - 4)));
        }

        if (word.IsEmpty)
        {
            return 0;
        }

        // Of up to three the first, the middle and the last, which may be the same.
        var few = word[0] | ((ulong)word[word.Length >> 1] << (8 * (word.Length >> 1)))
            | ((ulong)word[^1] << (8 * (word.Length - 1)));
        return few;
    }
}
