using Lind.Store;

namespace Lind.Registry.Importing;

/// <summary>Counts along the way and tells whoever wants to know. Safe for several threads.</summary>
internal sealed class ImportMeter(TimeProvider clock, long bytesTotal, IProgress<ImportProgress>? progress)
{
    private const int ReportEvery = 500;

    private readonly long _started = clock.GetTimestamp();
    private long _bytesRead;
    private ImportCounts _counts = ImportCounts.None;

    public TimeSpan Elapsed => clock.GetElapsedTime(_started);

    public void OnRead(int bytes) => Interlocked.Add(ref _bytesRead, bytes);

    public void OnStored(ImportCounts counts)
    {
        _counts = counts;
        Report(ImportStage.Storing, 0, 0, Elapsed);
    }

    /// <summary>The studies as they are taken, told now and then.</summary>
    public IEnumerable<T> Indexing<T>(ImportStage stage, IEnumerable<T> studies, long total)
    {
        var began = Elapsed;
        var taken = 0L;
        foreach (var study in studies)
        {
            yield return study;
            if (++taken % ReportEvery == 0)
            {
                Report(stage, taken, total, Elapsed - began);
            }
        }

        Report(stage, taken, total, Elapsed - began);
    }

    private void Report(ImportStage stage, long indexed, long toIndex, TimeSpan stageElapsed) => progress?.Report(new ImportProgress(
        stage, _counts, Interlocked.Read(ref _bytesRead), bytesTotal, indexed, toIndex, stageElapsed, Elapsed));
}
