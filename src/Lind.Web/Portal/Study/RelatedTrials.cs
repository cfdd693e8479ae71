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

    // Beside a good list a study much further away than its best one is padding: a shorter list says more.
    private const double LeastShare = 0.45;

    // Two generations of at most this many studies; a list with its reasons is about 12 KB.
    private const int MostKept = 4000;

    private readonly Lock _turn = new();
    private string _snapshot = "";
    private ConcurrentDictionary<NctId, RelatedBlocks> _young = new();
    private ConcurrentDictionary<NctId, RelatedBlocks> _old = new();

    public RelatedBlocks Find(NctId nctId, StudyRegistry registry, CancellationToken cancellationToken)
    {
        TurnWhenNewOrFull(registry.Search.SnapshotId);
        var young = _young;
        if (young.TryGetValue(nctId, out var kept) || _old.TryGetValue(nctId, out kept))
        {
            young.TryAdd(nctId, kept);
            return kept;
        }

        var found = Read(nctId, registry, cancellationToken);
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

    private static RelatedBlocks Read(NctId nctId, StudyRegistry registry, CancellationToken cancellationToken)
    {
        var answer = registry.FindRelated(new RelatedRequest { NctIds = [nctId.ToString()], Limit = Asked }, cancellationToken);
        var least = LeastShare * answer.Entries.Where(entry => entry.Block != RelatedBlock.Family)
            .Select(entry => entry.Score).DefaultIfEmpty(0).Max();
        return new(Of(RelatedBlock.Family, Asked), Of(RelatedBlock.Related, RelatedShown), Of(RelatedBlock.MoreRelated, MoreRelatedShown));

        IReadOnlyList<RelatedStudyView> Of(RelatedBlock block, int most) => [.. answer.Entries
            .Where(entry => entry.Block == block && (block == RelatedBlock.Family || entry.Score >= least)).Take(most)
            .Select(entry => new RelatedStudyView(entry.NctId, entry.Facts, entry.Reasons, entry.Differences))];
    }
}

/// <summary>The lists of related studies that a page shows.</summary>
public sealed record RelatedBlocks(
    IReadOnlyList<RelatedStudyView> Family, IReadOnlyList<RelatedStudyView> Related, IReadOnlyList<RelatedStudyView> MoreRelated);
