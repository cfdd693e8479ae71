using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace Lind.Store.Packing;

/// <summary>Pieces of records that come again and again, each with a number: member names and brackets, countries,
/// codes, words. Learned from an import's records and never changed: blocks rely on the numbers.</summary>
public sealed class StudyDictionary
{
    /// <summary>As many numbers as a token can name.</summary>
    public const int MaxEntries = StudyTokens.MaxTokens;

    /// <summary>Longer pieces are left to the compressor.</summary>
    public const int MaxEntryLength = 200;

    // Short entries are copied in one move of this many bytes.
    private const int MoveLength = 16;

    private static readonly Vector128<byte> Places = Vector128<byte>.Indices;

    private readonly byte[] _bytes;
    private readonly int[] _starts;
    // Hash above, number below, both 32 bits; 0 is an empty slot, so a number is kept one higher.
    private readonly ulong[] _slots;
    private TokenMoves? _moves;

    /// <param name="id">Its number in the store; 1 or more.</param>
    /// <param name="entries">The pieces, the most frequent first.</param>
    /// <param name="form">How blocks name them.</param>
    public StudyDictionary(long id, IEnumerable<byte[]> entries, DictionaryForm form = DictionaryForm.Words)
    {
        Id = id;
        Form = form;
        byte[][] pieces = [.. entries];
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pieces.Length, MaxEntries);
        _starts = new int[pieces.Length + 1];
        for (var number = 0; number < pieces.Length; number++)
        {
            _starts[number + 1] = _starts[number] + pieces[number].Length;
        }

        _bytes = new byte[_starts[^1] + MoveLength];
        // Invariant: at most half of the slots is taken, so that a search ends soon.
        _slots = new ulong[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, pieces.Length * 2))];
        for (var number = 0; number < pieces.Length; number++)
        {
            pieces[number].CopyTo(_bytes, _starts[number]);
            Place(number);
        }
    }

    public long Id { get; }

    /// <summary>The pieces by token; made when first asked for.</summary>
    internal TokenMoves Moves => _moves ??= new TokenMoves(this);

    public DictionaryForm Form { get; }

    public int Count => _starts.Length - 1;

    /// <summary>The piece of a number.</summary>
    public ReadOnlySpan<byte> this[int number] => _bytes.AsSpan(_starts[number], _starts[number + 1] - _starts[number]);

    /// <summary>The number of a piece; -1 if it has none.</summary>
    public int Find(ReadOnlySpan<byte> piece) => Find(piece, 0, piece.Length);

    /// <summary>The number of the piece between two places of a record; -1 if it has none.</summary>
    public int Find(ReadOnlySpan<byte> json, int start, int end)
    {
        var length = end - start;
        if (length > MoveLength || json.Length - start < MoveLength)
        {
            return length > MaxEntryLength ? -1 : FindAny(json[start..end]);
        }

        // Nearly all words: sixteen bytes at once, those behind the word set to zero. Measured on 4,000 generated
        // records: docs/performance.md.
        var mask = Vector128.LessThan(Places, Vector128.Create((byte)length));
        var piece = Vector128.Create(json.Slice(start, MoveLength)) & mask;
        var hash = PieceHash.Of32(piece, length);
        var slots = _slots;
        for (var slot = hash; ; slot = unchecked(slot + 1))
        {
            var taken = slots[(int)(slot & (uint)(slots.Length - 1))];
            if (taken == 0)
            {
                return -1;
            }

            if ((uint)(taken >> 32) == hash)
            {
                var number = (int)(taken & int.MaxValue) - 1;
                var entry = _starts[number];
                if (_starts[number + 1] - entry == length
                    && (Vector128.Create(_bytes.AsSpan(entry, MoveLength)) & mask) == piece)
                {
                    return number;
                }
            }
        }
    }

    private int FindAny(ReadOnlySpan<byte> piece)
    {
        var hash = PieceHash.Of32(piece);
        for (var slot = hash; ; slot = unchecked(slot + 1))
        {
            var taken = _slots[(int)(slot & (uint)(_slots.Length - 1))];
            if (taken == 0)
            {
                return -1;
            }

            if ((uint)(taken >> 32) == hash && piece.SequenceEqual(this[(int)(taken & int.MaxValue) - 1]))
            {
                return (int)(taken & int.MaxValue) - 1;
            }
        }
    }

    /// <summary>Writes the piece of a number; its length, or -1 if there is no such number or not enough room.</summary>
    public int CopyTo(int number, Span<byte> target)
    {
        if (number < 0 || number >= Count)
        {
            return -1;
        }

        var start = _starts[number];
        var length = _starts[number + 1] - start;
        if (length <= MoveLength && target.Length >= MoveLength)
        {
            // What lies behind the piece is written over by the next one.
            _bytes.AsSpan(start, MoveLength).CopyTo(target);
            return length;
        }

        return _bytes.AsSpan(start, length).TryCopyTo(target) ? length : -1;
    }

    /// <summary>The pieces one after the other, each with its length before it (two bytes, low one first).</summary>
    public byte[] Write()
    {
        using var bytes = new MemoryStream();
        Span<byte> length = stackalloc byte[sizeof(ushort)];
        for (var number = 0; number < Count; number++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(length, (ushort)this[number].Length);
            bytes.Write(length);
            bytes.Write(this[number]);
        }

        return bytes.ToArray();
    }

    /// <exception cref="StoreDamagedException">The bytes are not what <see cref="Write"/> gave.</exception>
    public static StudyDictionary Read(long id, ReadOnlySpan<byte> bytes, DictionaryForm form = DictionaryForm.Words)
    {
        var entries = new List<byte[]>();
        while (bytes.Length > 0)
        {
            var length = bytes.Length < sizeof(ushort) ? int.MaxValue : BinaryPrimitives.ReadUInt16LittleEndian(bytes);
            if (length > bytes.Length - sizeof(ushort) || entries.Count == MaxEntries || !Enum.IsDefined(form))
            {
                throw new StoreDamagedException($"Dictionary {id} is damaged.");
            }

            entries.Add(bytes.Slice(sizeof(ushort), length).ToArray());
            bytes = bytes[(sizeof(ushort) + length)..];
        }

        return new StudyDictionary(id, entries, form);
    }

    private void Place(int number)
    {
        var hash = PieceHash.Of32(this[number]);
        var mask = _slots.Length - 1;
        var slot = (int)(hash & (uint)mask);
        while (_slots[slot] != 0)
        {
            slot = (slot + 1) & mask;
        }

        _slots[slot] = ((ulong)hash << 32) | (uint)(number + 1);
    }
}
