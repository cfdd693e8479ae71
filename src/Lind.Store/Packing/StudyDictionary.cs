using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Lind.Store.Packing;

/// <summary>Pieces of records that come again and again, each with a number: member names and brackets, countries,
/// codes, headings. Learned once from the first large import and never changed: blocks rely on the numbers.</summary>
public sealed class StudyDictionary
{
    /// <summary>As many numbers as a token can name.</summary>
    public const int MaxEntries = 32_768;

    /// <summary>Longer pieces are left to the compressor.</summary>
    public const int MaxEntryLength = 200;

    private readonly byte[][] _entries;
    private readonly int[] _slots;

    /// <param name="id">Its number in the store; 1 or more.</param>
    /// <param name="entries">The pieces, the most frequent first.</param>
    public StudyDictionary(long id, IEnumerable<byte[]> entries)
    {
        Id = id;
        _entries = [.. entries];
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_entries.Length, MaxEntries);
        // Invariant: at most a quarter of the slots is taken, so that a search ends soon. 0 is an empty slot.
        _slots = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, _entries.Length * 4))];
        for (var number = 0; number < _entries.Length; number++)
        {
            var slot = SlotOf(_entries[number]);
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & (_slots.Length - 1);
            }

            _slots[slot] = number + 1;
        }
    }

    public long Id { get; }

    public int Count => _entries.Length;

    /// <summary>The piece of a number.</summary>
    public ReadOnlySpan<byte> this[int number] => _entries[number];

    /// <summary>The number of a piece; -1 if it has none.</summary>
    public int Find(ReadOnlySpan<byte> piece)
    {
        if (piece.Length > MaxEntryLength)
        {
            return -1;
        }

        for (var slot = SlotOf(piece); ; slot = (slot + 1) & (_slots.Length - 1))
        {
            var number = _slots[slot] - 1;
            if (number < 0 || piece.SequenceEqual(_entries[number]))
            {
                return number;
            }
        }
    }

    /// <summary>The pieces one after the other, each with its length before it (two bytes).</summary>
    public byte[] Write()
    {
        using var bytes = new MemoryStream();
        Span<byte> length = stackalloc byte[sizeof(ushort)];
        foreach (var entry in _entries)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(length, (ushort)entry.Length);
            bytes.Write(length);
            bytes.Write(entry);
        }

        return bytes.ToArray();
    }

    /// <exception cref="StoreDamagedException">The bytes are not what <see cref="Write"/> gave.</exception>
    public static StudyDictionary Read(long id, ReadOnlySpan<byte> bytes)
    {
        var entries = new List<byte[]>();
        while (bytes.Length > 0)
        {
            var length = bytes.Length < sizeof(ushort) ? int.MaxValue : BinaryPrimitives.ReadUInt16LittleEndian(bytes);
            if (length > bytes.Length - sizeof(ushort) || entries.Count == MaxEntries)
            {
                throw new StoreDamagedException($"Dictionary {id} is damaged.");
            }

            entries.Add(bytes.Slice(sizeof(ushort), length).ToArray());
            bytes = bytes[(sizeof(ushort) + length)..];
        }

        return new StudyDictionary(id, entries);
    }

    private int SlotOf(ReadOnlySpan<byte> piece)
    {
        const ulong Multiplier = 0x9E3779B97F4A7C15;
        unchecked
        {
            var hash = (ulong)piece.Length * Multiplier;
            var words = MemoryMarshal.Cast<byte, ulong>(piece);
            foreach (var word in words)
            {
                hash = (hash ^ word) * Multiplier;
                hash ^= hash >> 29;
            }

            foreach (var value in piece[(words.Length * sizeof(ulong))..])
            {
                hash = (hash ^ value) * Multiplier;
            }

            return (int)(hash >> 33) & (_slots.Length - 1);
        }
    }
}
