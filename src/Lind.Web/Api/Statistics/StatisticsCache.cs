using Lind.Registry;
using Lind.Web.Api.V2;
using Microsoft.Extensions.Hosting;

namespace Lind.Web.Api.Statistics;

/// <summary>The statistics of the data as it is: counted when first asked for, once for each state of the data, by one
/// pass over the store. Whoever asks meanwhile waits for the same pass.</summary>
internal sealed class StatisticsCache(StudyRegistry registry, TimeProvider clock, IHostApplicationLifetime lifetime)
{
    // Shorter than what clients and proxies wait for.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Lock _lock = new();
    private string _state = "";
    private Task<CorpusStatistics>? _counting;

    /// <summary>The statistics; null if counting a large registry takes longer than a request should. The count goes
    /// on: the next one who asks finds it done.</summary>
    public async Task<CorpusStatistics?> GetAsync(CancellationToken cancellation)
    {
        try
        {
            return await Counting().WaitAsync(Patience, clock, cancellation);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private Task<CorpusStatistics> Counting()
    {
        var state = Dataset.StateOf(registry.Search);
        lock (_lock)
        {
            if (_counting is null || _state != state || _counting.IsFaulted || _counting.IsCanceled)
            {
                _state = state;
                _counting = Task.Run(() => CountAsync(state, lifetime.ApplicationStopping), CancellationToken.None);
            }

            return _counting;
        }
    }

    private async Task<CorpusStatistics> CountAsync(string state, CancellationToken cancellation)
    {
        var tally = new CorpusTally();
        await foreach (var study in registry.Store.ReadAllAsync(null, cancellation))
        {
            tally.Add(study.Json.Span, study.NctId.ToString());
        }

        return CorpusStatistics.Of(tally, state);
    }
}
