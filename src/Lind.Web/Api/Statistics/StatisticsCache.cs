using Lind.Registry;
using Lind.Studies;
using Lind.Web.Api.V2;
using Lind.Web.Hosting;
using Microsoft.Extensions.Logging;

namespace Lind.Web.Api.Statistics;

/// <summary>The statistics of the data: counted once for each state of it by one pass over the store, kept in a file, and
/// until the count of a new state is done those of the state before.</summary>
/// <remarks>The pass gives way to requests until somebody has asked for it, and reads in short pieces, so that it holds no
/// long transaction.</remarks>
internal sealed partial class StatisticsCache(
    StudyRegistry registry, TimeProvider clock, RequestPulse pulse, ILogger<StatisticsCache> logger) : IAsyncDisposable
{
    // Shorter than what clients and proxies wait for.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    // How long the figures of a new state are worth waiting for when older ones are at hand.
    private static readonly TimeSpan PatienceWithOlder = TimeSpan.FromSeconds(3);

    private const int Together = 512;

    private readonly string _path = Path.Combine(registry.Folder.Path, StatisticsFile.Name);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _lock = new();
    private volatile bool _isWanted;
    private bool _hasRead;
    private string _counted = "";
    private CorpusStatistics? _known;
    private Task<CorpusStatistics>? _counting;

    /// <summary>The statistics of the present state, if they are there.</summary>
    public CorpusStatistics? Current => KnownOf() is { } known && known.State == Dataset.CountedState(registry.Search) ? known : null;

    /// <summary>The statistics of the present state, or of the one before while counting takes long; null if there are
    /// none yet. The count goes on: the next one who asks finds it done.</summary>
    public async Task<CorpusStatistics?> GetAsync(CancellationToken cancellation)
    {
        if (Current is { } current)
        {
            return current;
        }

        _isWanted = true;
        try
        {
            var patience = KnownOf() is null ? Patience : PatienceWithOlder;
            return await Counting().WaitAsync(patience, clock, cancellation);
        }
        catch (TimeoutException)
        {
            return KnownOf();
        }
    }

    /// <summary>Counts the present state if that has not been done; to be called when there is time.</summary>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        if (Current is null)
        {
            await Counting().WaitAsync(cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        if (_counting is { } counting)
        {
            await ((Task)counting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _stopping.Dispose();
    }

    private CorpusStatistics? KnownOf()
    {
        lock (_lock)
        {
            if (!_hasRead)
            {
                _hasRead = true;
                _known = StatisticsFile.Read(_path);
            }

            return _known;
        }
    }

    private Task<CorpusStatistics> Counting()
    {
        var state = Dataset.CountedState(registry.Search);
        lock (_lock)
        {
            if (_counting is null || _counting.IsFaulted || _counting.IsCanceled
                || (_counting.IsCompleted && _counted != state))
            {
                _counted = state;
                _counting = Task.Run(() => CountAsync(state, _stopping.Token), CancellationToken.None);
            }

            return _counting;
        }
    }

    private async Task<CorpusStatistics> CountAsync(string state, CancellationToken cancellation)
    {
        var tally = new CorpusTally();
        NctId? last = null;
        for (var read = Together; read == Together;)
        {
            await pulse.WaitForQuietAsync(() => _isWanted, cancellation);
            read = 0;
            await foreach (var study in registry.Store.ReadAllAsync(last, cancellation))
            {
                tally.Add(study.Json.Span, study.NctId.ToString());
                last = study.NctId;
                if (++read == Together)
                {
                    break;
                }
            }
        }

        _isWanted = false;
        var statistics = CorpusStatistics.Of(tally, state);
        Keep(statistics);
        return statistics;
    }

    private void Keep(CorpusStatistics statistics)
    {
        lock (_lock)
        {
            (_known, _hasRead) = (statistics, true);
        }

        try
        {
            StatisticsFile.Write(_path, statistics);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // They are in memory: only a restart counts again.
            LogNotKept(logger, _path, fault);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The statistics could not be written to {Path}")]
    private static partial void LogNotKept(ILogger logger, string path, Exception fault);
}
