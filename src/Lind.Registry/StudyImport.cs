using Lind.Registry.Importing;
using Lind.Registry.Indexes;
using Lind.Store;

namespace Lind.Registry;

/// <summary>One import: lock, store, indexes, book.</summary>
internal sealed class StudyImport(
    StudyRegistry registry, RegistryIndexes indexes, ImportOptions options, TimeProvider clock,
    IProgress<ImportProgress>? progress)
{
    public async ValueTask<ImportReport> RunAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var files = SourceFiles.Of(paths);
        var meter = new ImportMeter(clock, SourceFiles.TotalBytes(files), progress);
        var (runId, counts) = await StoreAsync(files, meter, cancellationToken).ConfigureAwait(false);
        var stored = meter.Elapsed;
        if (options.UpdateIndexes)
        {
            await new IndexUpdate(registry.Folder, registry.Store, indexes, meter).RunAsync(cancellationToken).ConfigureAwait(false);
        }

        return new ImportReport(runId, counts, meter.Elapsed, stored);
    }

    private async ValueTask<(long RunId, ImportCounts Counts)> StoreAsync(
        List<string> files, ImportMeter meter, CancellationToken cancellationToken)
    {
        var writer = await registry.Store.OpenWriterAsync(cancellationToken).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            var counts = await new ImportPipeline(registry.Store, options, meter)
                .RunAsync(files, writer, cancellationToken).ConfigureAwait(false);
            await writer.FinishAsync(counts, cancellationToken).ConfigureAwait(false);
            return (writer.RunId, counts);
        }
    }
}
