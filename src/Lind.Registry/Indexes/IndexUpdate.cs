using System.Globalization;
using Lind.Search;
using Lind.Search.Similarity;
using Lind.Store;

namespace Lind.Registry.Indexes;

/// <summary>Brings the indexes to the state of the store: by the changed studies when they are few, else anew.</summary>
internal sealed class IndexUpdate(RegistryFolder folder, IStudyStore store, RegistryIndexes indexes)
{
    private const string ChangeNote = "storeChange";

    // Beyond this part of the registry, building anew is quicker than replacing studies one by one.
    private const double RebuildShare = 0.2;

    /// <summary>True if something was behind. Requirement: the folder's write lock is held.</summary>
    public async ValueTask<bool> RunAsync(IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var statistics = await store.ReadStatisticsAsync(cancellationToken).ConfigureAwait(false);
        var target = statistics.LastChange;
        var current = indexes.Current;
        var searchAt = ChangeOf(current.Search, statistics);
        var relatedAt = current.Related is null ? 0 : current.State.RelatedChange;
        if (searchAt == target && relatedAt == target && current.State == new PublishedState(target, target))
        {
            return false;
        }

        if (searchAt != target)
        {
            await UpdateSearchAsync(current.Search, searchAt, statistics, progress, cancellationToken)
                .ConfigureAwait(false);
        }

        if (relatedAt != target || current.Related is null)
        {
            await UpdateRelatedAsync(relatedAt, statistics, cancellationToken).ConfigureAwait(false);
        }

        new PublishedState(target, target).Write(folder);
        indexes.Advance();

        // Last: what changed is to be found at once, whatever there is to tidy up.
        indexes.Current.Search.Merge(cancellationToken);
        return true;
    }

    // What the index itself says counts; an index of fewer studies than it should have is no base for an update.
    private static long ChangeOf(SearchIndex search, StoreStatistics statistics) =>
        search.Notes.TryGetValue(ChangeNote, out var text)
        && long.TryParse(text, CultureInfo.InvariantCulture, out var change)
        && change <= statistics.LastChange
        && (change < statistics.LastChange || search.StudyCount == statistics.Studies)
            ? change
            : 0;

    private async ValueTask UpdateSearchAsync(
        SearchIndex search, long since, StoreStatistics statistics, IProgress<long>? progress,
        CancellationToken cancellationToken)
    {
        var notes = new Dictionary<string, string>
        {
            [ChangeNote] = statistics.LastChange.ToString(CultureInfo.InvariantCulture),
        };
        if (await IsManyAsync(since, statistics, cancellationToken).ConfigureAwait(false))
        {
            search.Rebuild(Records(0, cancellationToken), notes, progress, cancellationToken);
        }
        else
        {
            search.Update(Records(since, cancellationToken), [], notes, cancellationToken);
        }
    }

    private async ValueTask UpdateRelatedAsync(
        long since, StoreStatistics statistics, CancellationToken cancellationToken)
    {
        if (await IsManyAsync(since, statistics, cancellationToken).ConfigureAwait(false))
        {
            RelatedIndex.Build(folder.RelatedPath, Named(0, cancellationToken), cancellationToken);
        }
        else
        {
            RelatedIndex.Update(folder.RelatedPath, Named(since, cancellationToken), [], cancellationToken);
        }
    }

    private async ValueTask<bool> IsManyAsync(
        long since, StoreStatistics statistics, CancellationToken cancellationToken) =>
        since == 0 || await store.CountChangesAsync(since, cancellationToken).ConfigureAwait(false)
            > statistics.Studies * RebuildShare;

    private IEnumerable<StudyRecord> Records(long since, CancellationToken cancellationToken) =>
        store.ReadChangesAsync(since, cancellationToken).ToBlockingEnumerable(cancellationToken)
            .Select(study => new StudyRecord(study.NctId, study.Json));

    private IEnumerable<(string NctId, ReadOnlyMemory<byte> Study)> Named(
        long since, CancellationToken cancellationToken) =>
        Records(since, cancellationToken).Select(record => (record.NctId.ToString(), record.Json));
}
