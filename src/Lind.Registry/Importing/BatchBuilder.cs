using Lind.Store;
using Lind.Store.Packing;
using Lind.Studies;

namespace Lind.Registry.Importing;

/// <summary>Gathers what one batch writes. Blocks are compressed on other threads as soon as they are full.</summary>
/// <param name="learner">The import's dictionaries, shared by its batches.</param>
internal sealed class BatchBuilder(DictionaryLearner learner)
{
    private readonly List<Task<StudyBlock>> _blocks = [];
    private readonly List<VersionWrite> _versions = [];
    private readonly List<StampWrite> _stamps = [];
    private readonly Dictionary<NctId, CurrentWrite> _currents = [];
    private readonly List<RejectedRecord> _rejected = [];
    private readonly List<IncomingStudy> _waiting = [];
    private List<ReadOnlyMemory<byte>> _open = [];
    private int _openLength;
    private readonly List<StudyDictionary> _learned = [];

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
        Place();
        CloseBlock();
        var blocks = await Task.WhenAll(_blocks).ConfigureAwait(false);
        return new StoreBatch(blocks, _versions, _stamps, [.. _currents.Values], _rejected, counts, _learned);
    }

    // While there is no dictionary, the records wait: enough of them and one is learned, else they do without.
    private void AddVersion(IncomingStudy study)
    {
        Bytes += study.Json.Length;
        if (learner.Current is not null)
        {
            Place(study);
            return;
        }

        _waiting.Add(study);
        if (_waiting.Count == DictionaryTraining.Records)
        {
            _learned.Add(learner.LearnFirst(_waiting));
            Place();
        }
    }

    private void Place()
    {
        _waiting.ForEach(Place);
        _waiting.Clear();
    }

    private void Place(IncomingStudy study)
    {
        if (_openLength > 0 && _openLength + study.Json.Length > StudyBlock.TargetRawLength)
        {
            CloseBlock();
        }

        _versions.Add(new VersionWrite(
            study.NctId, study.Version, _blocks.Count, _openLength, study.Json.Length, study.StampOffset));
        _open.Add(study.Json);
        _openLength += study.Json.Length;
        if (learner.Observe(study) is { } second)
        {
            _learned.Add(second);
        }
    }

    private void CloseBlock()
    {
        if (_openLength == 0)
        {
            return;
        }

        var (records, known) = (_open, learner.Current);
        _blocks.Add(Task.Run(() => StudyBlock.Pack(records, known)));
        _open = [];
        _openLength = 0;
    }
}
