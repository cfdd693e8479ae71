using Lind.Store;
using Lind.Studies;

namespace Lind.Registry.Importing;

/// <summary>Gathers what one batch writes. Blocks are compressed on other threads as soon as they are full.</summary>
internal sealed class BatchBuilder
{
    private readonly List<Task<StudyBlock>> _blocks = [];
    private readonly List<VersionWrite> _versions = [];
    private readonly List<StampWrite> _stamps = [];
    private readonly Dictionary<NctId, CurrentWrite> _currents = [];
    private readonly List<RejectedRecord> _rejected = [];
    private List<IncomingStudy> _open = [];
    private int _openLength;

    /// <summary>Records decided into this batch, the unchanged ones too.</summary>
    public int Records { get; private set; }

    /// <summary>Uncompressed bytes of the new versions.</summary>
    public long Bytes { get; private set; }

    public void Reject(RejectedRecord record)
    {
        Records++;
        _rejected.Add(record);
    }

    public void Add(IncomingStudy study, VersionDecision decision)
    {
        Records++;
        if ((decision & (VersionDecision.NewCurrent | VersionDecision.NewOlder)) != 0)
        {
            AddVersion(study);
        }

        if ((decision & VersionDecision.NewStamp) != 0)
        {
            _stamps.Add(new StampWrite(study.NctId, study.Version.Hash, study.Version.Rank));
        }

        if ((decision & (VersionDecision.NewCurrent | VersionDecision.KnownBecomesCurrent)) != 0)
        {
            _currents[study.NctId] = new CurrentWrite(study.NctId, study.Version.Hash, study.Aliases);
        }
    }

    /// <summary>The batch, once its blocks are compressed.</summary>
    /// <param name="counts">The import's counts up to here.</param>
    public async Task<StoreBatch> BuildAsync(ImportCounts counts)
    {
        CloseBlock();
        var blocks = await Task.WhenAll(_blocks).ConfigureAwait(false);
        return new StoreBatch(blocks, _versions, _stamps, [.. _currents.Values], _rejected, counts);
    }

    private void AddVersion(IncomingStudy study)
    {
        if (_openLength > 0 && _openLength + study.Json.Length > StudyBlock.TargetRawLength)
        {
            CloseBlock();
        }

        _versions.Add(new VersionWrite(
            study.NctId, study.Version, _blocks.Count, _openLength, study.Json.Length, study.StampOffset));
        _open.Add(study);
        _openLength += study.Json.Length;
        Bytes += study.Json.Length;
    }

    private void CloseBlock()
    {
        if (_openLength == 0)
        {
            return;
        }

        var (records, length) = (_open, _openLength);
        _blocks.Add(Task.Run(() => Pack(records, length)));
        _open = [];
        _openLength = 0;
    }

    private static StudyBlock Pack(List<IncomingStudy> records, int length)
    {
        var raw = new byte[length];
        var offset = 0;
        foreach (var record in records)
        {
            record.Json.Span.CopyTo(raw.AsSpan(offset));
            offset += record.Json.Length;
        }

        return StudyBlock.Pack(raw);
    }
}
