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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static WordKey Of(ReadOnlySpan<byte> text, int start, int length)
    {
        if (length > Whole || text.Length - start < Whole)
        {
            return Of(text.Slice(start, length));
        }

        // Sixteen bytes at once, those behind the word set to 0: whether a word is short cannot be guessed.
        var bytes = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(text), (nuint)start)
            & Vector128.LessThan(Places, Vector128.Create((byte)length));
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

        var few = 0UL;
        for (var i = 0; i < word.Length; i++)
        {
            few |= (ulong)word[i] << (8 * i);
        }

        return few;
    }
}
