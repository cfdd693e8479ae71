using Lind.Index.Encoding;
using Lind.Index.Storage;

namespace Lind.Index.Terms;

/// <summary>Reads a table's terms; the layout is <see cref="TermDictionaryWriter"/>'s. Thread-safe.</summary>
internal sealed class TermDictionary(Region blocks, Region offsets, int count)
{
    /// <summary>How many terms there are.</summary>
    internal int Count => count;

    /// <summary>How many blocks there are.</summary>
    internal int Blocks => (int)(offsets.Length / 4);

    /// <summary>Looks a term up.</summary>
    internal bool TryFind(ReadOnlySpan<byte> term, out TermPlace place)
    {
        var cursor = new TermCursor(this);
        if (cursor.SeekAtLeast(term) && cursor.Term.SequenceEqual(term))
        {
            place = cursor.Place;
            return true;
        }

        place = default;
        return false;
    }

    /// <summary>The last block whose first term is not above the given one; -1: none.</summary>
    internal int FindBlock(ReadOnlySpan<byte> term)
    {
        int low = 0, high = Blocks - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var bytes = Block(middle);
            var at = 0;
            var length = VarInt.ReadInt(bytes, ref at);
            if (bytes.Slice(at, length).SequenceCompareTo(term) <= 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return high;
    }

    internal ReadOnlySpan<byte> Block(int block)
    {
        var starts = offsets.As<uint>();
        var end = block + 1 < starts.Length ? starts[block + 1] : blocks.Length;
        return blocks.Bytes(starts[block], (int)(end - starts[block]));
    }
}
