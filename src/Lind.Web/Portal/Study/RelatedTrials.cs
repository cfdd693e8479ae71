using System.Collections.Concurrent;
using Lind.Registry;
using Lind.Search.Similarity;
using Lind.Studies;

namespace Lind.Web.Portal;

/// <summary>The related studies of each study page, kept for as long as the index stays the same. Finding them costs
/// more than the rest of the page together; readers come back to the same pages.</summary>
public sealed class RelatedTrials
{
    private const int RelatedShown = 6;
    private const int MoreRelatedShown = 8;
    private const int Asked = 24;

    // Two generations of at most this many studies; a list with its summaries is about 20 KB.
    private const int MostKept = 1500;

    private readonly Lock _turn = new();
    private string _snapshot = "";
    private ConcurrentDictionary<NctId, RelatedBlocks> _young = new();
    private ConcurrentDictionary<NctId, RelatedBlocks> _old = new();

    public async ValueTask<RelatedBlocks> FindAsync(NctId nctId, StudyRegistry registry, CancellationToken cancellationToken)
    {
        TurnWhenNewOrFull(registry.Search.SnapshotId);
        var young = _young;
        if (young.TryGetValue(nctId, out var kept) || _old.TryGetValue(nctId, out kept))
        {
            young.TryAdd(nctId, kept);
            return kept;
        }

        var found = await ReadAsync(nctId, registry, cancellationToken);
        young.TryAdd(nctId, found);
        return found;
    }

    private void TurnWhenNewOrFull(string snapshot)
    {
        if (snapshot == _snapshot && _young.Count < MostKept)
        {
            return;
        }

        lock (_turn)
        {
            if (snapshot != _snapshot)
            {
                (_young, _old, _snapshot) = (new(), new(), snapshot);
            }
            else if (_young.Count >= MostKept)
            {
                (_young, _old) = (new(), _young);
            }
        }
    }

    private static async ValueTask<RelatedBlocks> ReadAsync(NctId nctId, StudyRegistry registry, CancellationToken cancellationToken)
    {
        var answer = registry.FindRelated(new RelatedRequest { NctIds = [nctId.ToString()], Limit = Asked }, cancellationToken);
        var shown = new[] { (RelatedBlock.Family, Asked), (RelatedBlock.Related, RelatedShown), (RelatedBlock.MoreRelated, MoreRelatedShown) }
            .SelectMany(block => answer.Entries.Where(entry => entry.Block == block.Item1).Take(block.Item2)).ToList();
        var ids = shown.Select(entry => NctId.Parse(entry.NctId)).Where(id => id.Success).Select(id => id.Value).ToList();
        var records = await registry.Store.FindManyAsync(ids, cancellationToken);
        var summaries = records.ToDictionary(record => record.NctId.ToString(), record => StudySummary.Read(record.Json.Span));
        return new(Of(RelatedBlock.Family), Of(RelatedBlock.Related), Of(RelatedBlock.MoreRelated));

        IReadOnlyList<RelatedStudyView> Of(RelatedBlock block) => [.. shown.Where(entry => entry.Block == block)
            .Select(entry => new RelatedStudyView(entry.NctId, summaries.GetValueOrDefault(entry.NctId), entry.Reasons, entry.Differences))];
    }
}

/// <summary>The lists of related studies that a page shows.</summary>
public sealed record RelatedBlocks(
    IReadOnlyList<RelatedStudyView> Family, IReadOnlyList<RelatedStudyView> Related, IReadOnlyList<RelatedStudyView> MoreRelated);
