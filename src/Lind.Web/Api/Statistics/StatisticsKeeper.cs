using Lind.Store;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Lind.Web.Api.Statistics;

/// <summary>Has the statistics counted in quiet times, after a start and after every change of the data.</summary>
internal sealed partial class StatisticsKeeper(StatisticsCache cache, TimeProvider clock, ILogger<StatisticsKeeper> logger)
    : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, clock);
        // Stopping the timer ends the wait without a fault, however the host goes down.
        await using var stop = stoppingToken.Register(timer.Dispose);
        while (await timer.WaitForNextTickAsync(CancellationToken.None))
        {
            try
            {
                await cache.CatchUpAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) when (fault is StoreDamagedException or IOException)
            {
                // Whoever asks for the statistics is told; the server goes on.
                LogNotCounted(logger, fault);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The statistics could not be counted")]
    private static partial void LogNotCounted(ILogger logger, Exception fault);
}
