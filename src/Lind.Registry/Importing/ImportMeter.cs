using Lind.Store;

namespace Lind.Registry.Importing;

/// <summary>Counts along the way and tells whoever wants to know. Safe for several threads.</summary>
internal sealed class ImportMeter(TimeProvider clock, long bytesTotal, IProgress<ImportProgress>? progress)
{
    private readonly long _started = clock.GetTimestamp();
    private long _bytesRead;
    private ImportCounts _counts = ImportCounts.None;

    public TimeSpan Elapsed => clock.GetElapsedTime(_started);

    public void OnRead(int bytes) => Interlocked.Add(ref _bytesRead, bytes);

    public void OnStored(ImportCounts counts)
    {
        _counts = counts;
        Report(ImportStage.Storing, 0);
    }

    public void OnIndexed(long studies) => Report(ImportStage.Indexing, studies);

    private void Report(ImportStage stage, long indexed) => progress?.Report(new ImportProgress(
        stage, _counts, Interlocked.Read(ref _bytesRead), bytesTotal, indexed, Elapsed));
}
