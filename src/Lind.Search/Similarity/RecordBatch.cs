using System.Collections.Concurrent;

namespace Lind.Search.Similarity;

/// <summary>Copies of some records in one block, which is used again for the next ones.</summary>
/// <remarks>Copies of their own, of which some hundreds wait at any time, grew old in the collector's eyes before they were let
/// go: 2 GB of them stood beside what was built of 600,000 studies.</remarks>
internal sealed class RecordBatch
{
    private readonly List<(int Number, int Start, int Length)> _records = [];
    private byte[] _bytes = new byte[1 << 20];
    private int _length;

    /// <summary>How many records it holds.</summary>
    public int Count => _records.Count;

    /// <summary>The NCT number of a record.</summary>
    public int NumberOf(int index) => _records[index].Number;

    /// <summary>The bytes of a record.</summary>
    public ReadOnlySpan<byte> this[int index] => _bytes.AsSpan(_records[index].Start, _records[index].Length);

    /// <summary>Puts records into batches of so many, as far as possible into ones that were given back.</summary>
    /// <param name="records">NCT number and bytes; the bytes are copied before the next record is asked for.</param>
    /// <param name="size">How many to a batch; the last has what is left.</param>
    /// <param name="free">Batches given back.</param>
    public static IEnumerable<RecordBatch> Of(
        IEnumerable<(int Number, ReadOnlyMemory<byte> Bytes)> records, int size, ConcurrentBag<RecordBatch> free)
    {
        RecordBatch? batch = null;
        foreach (var (number, bytes) in records)
        {
            batch ??= free.TryTake(out var used) ? used : new RecordBatch();
            batch.Add(number, bytes.Span);
            if (batch.Count == size)
            {
                yield return batch;
                batch = null;
            }
        }

        if (batch is not null)
        {
            yield return batch;
        }
    }

    /// <summary>Empties it.</summary>
    public void Clear()
    {
        _records.Clear();
        _length = 0;
    }

    private void Add(int number, ReadOnlySpan<byte> record)
    {
        if (record.Length > _bytes.Length - _length)
        {
            Array.Resize(ref _bytes, checked(Math.Max(_bytes.Length * 2, _length + record.Length)));
        }

        record.CopyTo(_bytes.AsSpan(_length));
        _records.Add((number, _length, record.Length));
        _length += record.Length;
    }
}
