using System.Globalization;
using Lind.Registry;

namespace Lind.Cli;

/// <summary>How far an import is: one line that renews itself on a terminal, a line now and then elsewhere.</summary>
internal sealed class ProgressLine(TextWriter error) : IProgress<ImportProgress>, IDisposable
{
    private static readonly TimeSpan OnTerminal = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Elsewhere = TimeSpan.FromSeconds(10);

    private readonly bool _terminal = !Console.IsErrorRedirected;
    private readonly Lock _lock = new();
    private TimeSpan _last = TimeSpan.Zero;
    private bool _open;

    public void Report(ImportProgress value)
    {
        lock (_lock)
        {
            if (value.Elapsed - _last < (_terminal ? OnTerminal : Elsewhere))
            {
                return;
            }

            _last = value.Elapsed;
            Show(Text(value));
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            if (_open)
            {
                error.WriteLine();
            }

            _open = false;
        }
    }

    private void Show(string text)
    {
        if (!_terminal)
        {
            error.WriteLine(text);
            return;
        }

        // Erase to the end of the line: the one before may have been longer.
        error.Write($"\r{text}\u001b[K");
        _open = true;
    }

    private static string Text(ImportProgress progress)
    {
        if (progress.Stage != ImportStage.Storing)
        {
            return Indexing(progress, progress.Stage == ImportStage.Indexing ? "search index" : "index of related studies");
        }

        var seconds = Math.Max(progress.Elapsed.TotalSeconds, 0.001);
        return string.Create(CultureInfo.InvariantCulture,
            $"{progress.Counts.Read:N0} records, {progress.Counts.Read / seconds:N0}/s, "
            + $"{progress.BytesRead >> 20:N0} of {progress.BytesTotal >> 20:N0} MB, {Left(progress.BytesRead, progress.BytesTotal, seconds):hh\\:mm\\:ss} left, "
            + $"{progress.Counts.Rejected:N0} rejected");
    }

    // Once all are read an index is still to be finished and written; how long that takes nobody can say beforehand.
    private static string Indexing(ImportProgress progress, string index)
    {
        var seconds = Math.Max(progress.StageElapsed.TotalSeconds, 0.001);
        return string.Create(CultureInfo.InvariantCulture,
            $"{index}: {progress.Indexed:N0} of {progress.ToIndex:N0} studies, {progress.Indexed / seconds:N0}/s, "
            + $"{Left(progress.Indexed, progress.ToIndex, seconds):hh\\:mm\\:ss} left to read");
    }

    private static TimeSpan Left(long done, long total, double seconds) =>
        done > 0 && done < total ? TimeSpan.FromSeconds(seconds / done * (total - done)) : TimeSpan.Zero;
}
