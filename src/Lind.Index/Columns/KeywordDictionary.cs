using Lind.Index.Encoding;
using Lind.Index.Storage;

namespace Lind.Index.Columns;

/// <summary>Where a keyword dictionary stands.</summary>
internal readonly record struct KeywordsPlace(Section Blocks, Section Offsets, int Count);

/// <summary>A column's different keywords in ascending byte order; a keyword's place is its ordinal. Thread-safe.</summary>
/// <remarks>
/// Blocks of 16: the first keyword as <c>length: var-int | bytes</c>, each other one as
/// <c>shared: var-int | length: var-int | the bytes after the shared ones</c>; a second section holds the blocks' offsets as
/// u32. Example: "ab", "ac": <c>02 61 62 01 01 63</c>.
/// </remarks>
internal sealed class KeywordDictionary(Region blocks, Region offsets, int count)
{
    private const int BlockSize = 16;

    /// <summary>How many keywords there are.</summary>
    internal int Count => count;

    /// <summary>The keyword with an ordinal.</summary>
    internal byte[] this[int ordinal]
    {
        get
        {
            var bytes = blocks.From(offsets.As<uint>()[ordinal / BlockSize], int.MaxValue);
            var at = 0;
            var keyword = Array.Empty<byte>();
            for (var i = 0; i <= ordinal % BlockSize; i++)
            {
                keyword = ReadNext(bytes, ref at, keyword, i == 0);
            }

            return keyword;
        }
    }

    /// <summary>The first ordinal whose keyword is not below the given bytes; <see cref="Count"/> if none.</summary>
    internal int FindAtLeast(ReadOnlySpan<byte> keyword)
    {
        int low = 0, high = count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (this[middle].AsSpan().SequenceCompareTo(keyword) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>The ordinal behind the last keyword that starts with a prefix (or would start there).</summary>
    internal int EndOfPrefix(ReadOnlySpan<byte> prefix)
    {
        // The first byte string that is above all with the prefix: its last byte that can grow, grown.
        var end = prefix.ToArray();
        for (var i = end.Length - 1; i >= 0; i--)
        {
            if (++end[i] != 0)
            {
                return FindAtLeast(end.AsSpan(0, i + 1));
            }
        }

        return count;
    }

    /// <summary>The keyword's ordinal, or -1.</summary>
    internal int Find(ReadOnlySpan<byte> keyword)
    {
        var ordinal = FindAtLeast(keyword);
        return ordinal < count && this[ordinal].AsSpan().SequenceEqual(keyword) ? ordinal : -1;
    }

    /// <summary>All keywords in order; an enumeration of its own for each caller.</summary>
    internal IEnumerable<byte[]> All() => From(0, count);

    /// <summary>So many keywords in order, from an ordinal on.</summary>
    internal IEnumerable<byte[]> From(int ordinal, int keywords)
    {
        var block = ordinal / BlockSize;
        var at = keywords > 0 ? (int)offsets.As<uint>()[block] : 0;
        var keyword = Array.Empty<byte>();
        for (var i = block * BlockSize; i < ordinal + keywords; i++)
        {
            keyword = ReadNext(blocks.From(0, int.MaxValue), ref at, keyword, i % BlockSize == 0);
            if (i >= ordinal)
            {
                yield return keyword;
            }
        }
    }

    /// <summary>Writes the keywords of a table; <paramref name="ordinals"/> gives each number's ordinal.</summary>
    internal static KeywordsPlace Write(ByteTable keywords, IndexOutput output, out int[] ordinals)
    {
        var sorted = keywords.Strings.SortedNumbers();
        ordinals = new int[sorted.Length];
        var bytes = new ByteBuffer();
        var starts = new UIntBuffer();
        for (var i = 0; i < sorted.Length; i++)
        {
            ordinals[sorted[i]] = i;
            var keyword = keywords[sorted[i]];
            var shared = 0;
            if (i % BlockSize == 0)
            {
                starts.Add((uint)bytes.Length);
            }
            else
            {
                shared = keyword.CommonPrefixLength(keywords[sorted[i - 1]]);
                bytes.WriteVarInt((uint)shared);
            }

            bytes.WriteVarInt((uint)(keyword.Length - shared));
            bytes.Write(keyword[shared..]);
        }

        var blocks = new Section(output.Align(), bytes.Length);
        output.Write(bytes.Written);
        var offsets = new Section(output.Align(), starts.Count * 4L);
        output.WriteValues<uint>(starts.Values);
        return new KeywordsPlace(blocks, offsets, sorted.Length);
    }

    private static byte[] ReadNext(ReadOnlySpan<byte> bytes, ref int at, byte[] previous, bool first)
    {
        var shared = first ? 0 : VarInt.ReadInt(bytes, ref at);
        var length = VarInt.ReadInt(bytes, ref at);
        var keyword = new byte[shared + length];
        previous.AsSpan(0, shared).CopyTo(keyword);
        bytes.Slice(at, length).CopyTo(keyword.AsSpan(shared));
        at += length;
        return keyword;
    }
}
