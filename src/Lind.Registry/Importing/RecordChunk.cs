using Lind.Store;

namespace Lind.Registry.Importing;

/// <summary>Records that travel together from the reader to the checkers: enough to be worth a hand-over.</summary>
internal sealed class RecordChunk
{
    private const int MaxRecords = 128;
    private const long MaxBytes = 2 * 1024 * 1024;

    private readonly List<SourceRecord> _records = new(MaxRecords);
    private long _bytes;

    public bool IsEmpty => _records.Count == 0;

    public bool IsFull => _records.Count >= MaxRecords || _bytes >= MaxBytes;

    public void Add(in SourceRecord record)
    {
        _records.Add(record);
        _bytes += record.Bytes.Length;
    }

    /// <summary>Each record's study or rejection, in reading order.</summary>
    public (IncomingStudy? Study, RejectedRecord? Rejected)[] Check()
    {
        var results = new (IncomingStudy? Study, RejectedRecord? Rejected)[_records.Count];
        for (var place = 0; place < results.Length; place++)
        {
            results[place] = RecordCheck.Check(_records[place]);
        }

        return results;
    }
}
