using Lind.Store.Packing;
using Lind.Studies;

namespace Lind.Store;

/// <summary>What is kept: the current version of every study, its history, what was rejected, and the imports.</summary>
/// <remarks>
/// Guarantees: every read sees the state between two batches, never half of one; reads run beside one writer and beside
/// each other, from any thread. Requirements: at most one writer at a time (<see cref="OpenWriterAsync"/>).
/// </remarks>
public interface IStudyStore : IAsyncDisposable
{
    /// <summary>The current version of a study; null if the id is not a study's own (aliases: see
    /// <see cref="ResolveAliasAsync"/>).</summary>
    ValueTask<StoredStudy?> FindAsync(NctId nctId, CancellationToken cancellationToken);

    /// <summary>The study that lists the id among its former ids; null if none does.</summary>
    ValueTask<NctId?> ResolveAliasAsync(NctId alias, CancellationToken cancellationToken);

    /// <summary>The current versions of many studies, in the order asked; those that are not there are left out.</summary>
    ValueTask<IReadOnlyList<StoredStudy>> FindManyAsync(
        IReadOnlyList<NctId> nctIds, CancellationToken cancellationToken);

    /// <summary>Version <paramref name="number"/> of a study; null if there is none.</summary>
    ValueTask<StoredStudy?> FindVersionAsync(NctId nctId, int number, CancellationToken cancellationToken);

    /// <summary>All versions of a study, oldest first; empty if the study is unknown.</summary>
    ValueTask<IReadOnlyList<StudyVersion>> ListVersionsAsync(NctId nctId, CancellationToken cancellationToken);

    /// <summary>All current versions in ascending id order, from the one after <paramref name="after"/> on.</summary>
    IAsyncEnumerable<StoredStudy> ReadAllAsync(NctId? after, CancellationToken cancellationToken);

    /// <summary>The current versions of the studies that changed after change number <paramref name="since"/>, in the
    /// order that is fastest to read. Zero reads all.</summary>
    IAsyncEnumerable<StoredStudy> ReadChangesAsync(long since, CancellationToken cancellationToken);

    /// <summary>How many studies <see cref="ReadChangesAsync"/> would give.</summary>
    ValueTask<long> CountChangesAsync(long since, CancellationToken cancellationToken);

    /// <summary>Length of the compact JSON of every current version, in ascending id order.</summary>
    ValueTask<IReadOnlyList<StudySize>> ReadSizesAsync(CancellationToken cancellationToken);

    /// <summary>The dictionary learned last; null while none was learned. One of an older form serves to read only.
    /// </summary>
    ValueTask<StudyDictionary?> FindDictionaryAsync(CancellationToken cancellationToken);

    /// <summary>The versions known of the given studies, without their bytes; unknown studies are left out.</summary>
    ValueTask<IReadOnlyList<StudyHistory>> ReadHistoriesAsync(
        IReadOnlyCollection<NctId> nctIds, CancellationToken cancellationToken);

    ValueTask<StoreStatistics> ReadStatisticsAsync(CancellationToken cancellationToken);

    /// <summary>The imports, newest first.</summary>
    ValueTask<IReadOnlyList<ImportRun>> ListRunsAsync(int limit, CancellationToken cancellationToken);

    /// <summary>The rejected records of one import, in reading order.</summary>
    ValueTask<IReadOnlyList<RejectedRecord>> ReadRejectedAsync(
        long runId, int offset, int limit, CancellationToken cancellationToken);

    /// <summary>Begins an import. Requirement: no other writer is open.</summary>
    ValueTask<IStudyWriter> OpenWriterAsync(CancellationToken cancellationToken);

    /// <summary>Reads everything that is kept, and reports what does not fit its checksum or its place.</summary>
    ValueTask<VerifyReport> VerifyAsync(IProgress<long>? progress, CancellationToken cancellationToken);
}
