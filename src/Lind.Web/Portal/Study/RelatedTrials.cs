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

    // Two generations of at most this many studies; a list with its reasons is about 12 KB.
    private const int MostKept = 4000;

    private readonly Lock _turn = new();
    private string _snapshot = "";
    private ConcurrentDictionary<NctId, RelatedBlocks> _young = new();
    private ConcurrentDictionary<NctId, RelatedBlocks> _old = new();

    public async Task<RelatedBlocks> FindAsync(NctId nctId, StudyRegistry registry, CancellationToken cancellationToken)
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

    private static async Task<RelatedBlocks> ReadAsync(NctId nctId, StudyRegistry registry, CancellationToken cancellationToken)
    {
        var answer = registry.FindRelated(new RelatedRequest { NctIds = [nctId.ToString()], Limit = Asked }, cancellationToken);
        var family = Of(RelatedBlock.Family, Asked);
        var related = Of(RelatedBlock.Related, RelatedShown);
        var more = Of(RelatedBlock.MoreRelated, MoreRelatedShown);
        // Whether an open status is still to be believed stands in the record alone; the others need no record.
        var open = family.Concat(related).Concat(more).Where(one => one.Facts.Status is "RECRUITING" or "AVAILABLE")
            .Select(one => NctId.Parse(one.NctId)).Where(one => one.Success).Select(one => one.Value);
        var verified = (await registry.Store.FindManyAsync([.. open], cancellationToken))
            .ToDictionary(record => record.NctId.ToString(), record => StudySummary.Read(record.Json.Span, DateOnly.MinValue).Verified);
        return new(Dated(family), Dated(related), Dated(more));

        IReadOnlyList<RelatedStudyView> Dated(IReadOnlyList<RelatedStudyView> list) =>
            [.. list.Select(one => one with { Verified = verified.GetValueOrDefault(one.NctId) })];

        IReadOnlyList<RelatedStudyView> Of(RelatedBlock block, int most) => [.. answer.Entries
            .Where(entry => entry.Block == block).Take(most)
            .Select(entry => new RelatedStudyView(entry.NctId, entry.Facts, entry.Reasons, entry.Differences))];
    }
}

/// <summary>The lists of related studies that a page shows.</summary>
public sealed record RelatedBlocks(
    IReadOnlyList<RelatedStudyView> Family, IReadOnlyList<RelatedStudyView> Related, IReadOnlyList<RelatedStudyView> MoreRelated);
