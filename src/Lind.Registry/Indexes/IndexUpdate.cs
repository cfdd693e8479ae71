using System.Globalization;
using Lind.Registry.Importing;
using Lind.Search;
using Lind.Search.Similarity;
using Lind.Store;

namespace Lind.Registry.Indexes;

/// <summary>Brings the indexes to the state of the store: by the changed studies when they are few, else anew.</summary>
internal sealed class IndexUpdate(RegistryFolder folder, IStudyStore store, RegistryIndexes indexes, ImportMeter meter)
{
    private const string ChangeNote = "storeChange";

    // Beyond this part of the registry, building anew is quicker than replacing studies one by one.
    private const double RebuildShare = 0.2;

    /// <summary>True if something was behind. Requirement: the folder's write lock is held.</summary>
    public async ValueTask<bool> RunAsync(CancellationToken cancellationToken)
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
            await UpdateSearchAsync(current.Search, searchAt, statistics, cancellationToken).ConfigureAwait(false);
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
        SearchIndex search, long since, StoreStatistics statistics, CancellationToken cancellationToken)
    {
        var notes = new Dictionary<string, string>
        {
            [ChangeNote] = statistics.LastChange.ToString(CultureInfo.InvariantCulture),
        };
        var (from, count) = await StartAsync(since, statistics, cancellationToken).ConfigureAwait(false);
        var records = meter.Indexing(ImportStage.Indexing, Records(from, cancellationToken), count);
        if (from == 0)
        {
            search.Rebuild(records, notes, cancellationToken);
        }
        else
        {
            search.Update(records, [], notes, cancellationToken);
        }
    }

    private async ValueTask UpdateRelatedAsync(
        long since, StoreStatistics statistics, CancellationToken cancellationToken)
    {
        var (from, count) = await StartAsync(since, statistics, cancellationToken).ConfigureAwait(false);
        var records = meter.Indexing(ImportStage.Relating, Named(from, cancellationToken), count);
        if (from == 0)
        {
            RelatedIndex.Build(folder.RelatedPath, records, cancellationToken);
        }
        else
        {
            RelatedIndex.Update(folder.RelatedPath, records, [], cancellationToken);
        }
    }

    /// <summary>From which change on studies are taken in, 0: an index is built anew; and how many they are.</summary>
    private async ValueTask<(long From, long Count)> StartAsync(
        long since, StoreStatistics statistics, CancellationToken cancellationToken)
    {
        var changes = since == 0 ? 0 : await store.CountChangesAsync(since, cancellationToken).ConfigureAwait(false);
        return since == 0 || changes > statistics.Studies * RebuildShare ? (0, statistics.Studies) : (since, changes);
    }

    private IEnumerable<StudyRecord> Records(long since, CancellationToken cancellationToken) =>
        store.ReadChangesAsync(since, cancellationToken).ToBlockingEnumerable(cancellationToken)
            .Select(study => new StudyRecord(study.NctId, study.Json));

    private IEnumerable<(string NctId, ReadOnlyMemory<byte> Study)> Named(
        long since, CancellationToken cancellationToken) =>
        Records(since, cancellationToken).Select(record => (record.NctId.ToString(), record.Json));
}
