using Lind.Registry.Importing;
using Lind.Registry.Indexes;
using Lind.Search;
using Lind.Search.Similarity;
using Lind.Store;
using Lind.Studies;

namespace Lind.Registry;

/// <summary>An open registry: one folder with its store and its indexes, and what can be done with it. Safe for
/// several threads.</summary>
public sealed class StudyRegistry : IAsyncDisposable
{
    private readonly TimeProvider _clock;
    // Opened when first asked for: a damaged index does not keep anybody from the records.
    private readonly Lazy<RegistryIndexes> _indexes;

    private StudyRegistry(RegistryFolder folder, IStudyStore store, TimeProvider clock)
    {
        Folder = folder;
        Store = store;
        _clock = clock;
        _indexes = new Lazy<RegistryIndexes>(() => new RegistryIndexes(folder, clock));
    }

    public RegistryFolder Folder { get; }

    /// <summary>The records and their history: reads by id, by version, of everything.</summary>
    public IStudyStore Store { get; }

    /// <summary>The search index as last published, by this program or another one. Take it once per request: the next
    /// look may give a newer one.</summary>
    public SearchIndex Search => _indexes.Value.Current.Search;

    /// <summary>Opens a folder. The registry owns the store from then on.</summary>
    public static StudyRegistry Open(RegistryFolder folder, IStudyStore store, TimeProvider clock) =>
        new(folder, store, clock);

    /// <summary>Throws the indexes of a folder away, damaged ones too; the next <see cref="CatchUpAsync"/> builds them
    /// from the store. A program that has them open goes on with what it has.</summary>
    /// <exception cref="RegistryBusyException">Another program is writing.</exception>
    public static void DiscardIndexes(RegistryFolder folder)
    {
        using var writing = TakeLock(folder);
        File.Delete(folder.PublishedPath);
        foreach (var path in new[] { folder.SearchPath, folder.RelatedPath }.Where(Directory.Exists))
        {
            Directory.Delete(path, recursive: true);
        }
    }

    /// <summary>The study of an id as people type it, or the study that once had it.</summary>
    public async ValueTask<StudyLookup> FindAsync(NctId nctId, CancellationToken cancellationToken)
    {
        var study = await Store.FindAsync(nctId, cancellationToken).ConfigureAwait(false);
        if (study is not null)
        {
            return new StudyLookup(study, null);
        }

        return new StudyLookup(null, await Store.ResolveAliasAsync(nctId, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Studies related to a study, with reasons. Unknown studies stand in the answer's
    /// <see cref="RelatedAnswer.Unknown"/>.</summary>
    /// <exception cref="ArgumentException">The request is out of bounds; the message is fit for the person.</exception>
    public RelatedAnswer FindRelated(RelatedRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _indexes.Value.Current.Related?.Related(request, cancellationToken) ?? new RelatedAnswer
        {
            NctIds = [],
            Unknown = request.NctIds,
            Entries = [],
            Family = [],
        };
    }

    /// <summary>Reads once what every question about related studies reads: for a server that has just opened.</summary>
    public void WarmUpRelated(CancellationToken cancellationToken) =>
        _indexes.Value.Current.Related?.WarmUp(cancellationToken);

    /// <summary>Takes in everything that the paths name, and brings the indexes up to date.</summary>
    /// <exception cref="RegistryBusyException">Another program is writing.</exception>
    /// <exception cref="StoreWriteException">The store cannot be written. What was reported as stored is kept; running
    /// the same import again goes on from there.</exception>
    public async ValueTask<ImportReport> ImportAsync(
        IReadOnlyList<string> paths, ImportOptions options, IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        using var writing = TakeLock(Folder);
        return await new StudyImport(this, _indexes.Value, options, _clock, progress)
            .RunAsync(paths, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Brings the indexes to the state of the store, if an import was cut off before it could. False if
    /// nothing was behind, or another program is writing and will do it.</summary>
    public async ValueTask<bool> CatchUpAsync(
        IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        using var writing = RegistryLock.TryTake(Folder);
        return writing is not null
            && await new IndexUpdate(Folder, Store, _indexes.Value, new ImportMeter(_clock, 0, progress))
                .RunAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Checks the store and both indexes to the last byte. Changes nothing.</summary>
    public async ValueTask<RegistryVerification> VerifyAsync(
        IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var store = await Store.VerifyAsync(progress, cancellationToken).ConfigureAwait(false);
        var statistics = await Store.ReadStatisticsAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var current = _indexes.Value.Current;
            var search = current.Search.Verify(cancellationToken);
            var related = current.Related is null ? [] : RelatedIndex.Verify(Folder.RelatedPath);
            var isCurrent = current.State.SearchChange == statistics.LastChange
                && current.State.RelatedChange == statistics.LastChange;
            return new RegistryVerification(store, [.. search.Problems, .. related], isCurrent);
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            return new RegistryVerification(store, [error.Message], IndexesAreCurrent: false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_indexes.IsValueCreated)
        {
            _indexes.Value.Dispose();
        }

        await Store.DisposeAsync().ConfigureAwait(false);
    }

    private static RegistryLock TakeLock(RegistryFolder folder) => RegistryLock.TryTake(folder)
        ?? throw new RegistryBusyException($"Another program is writing into {folder.Path}. Try again when it is done.");
}
