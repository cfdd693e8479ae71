using System.Diagnostics.CodeAnalysis;
using Lind.Registry;
using Lind.Search;
using Lind.Store;
using Lind.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Lind.Web.Portal;

/// <summary>Makes a few pages of each kind for nobody, once the server answers and again after the index has changed: so
/// that the first readers find code compiled, places read, topics counted and the phrases of the most frequent words found. One
/// page at a time, bounded, behind the requests of people, gone with the server.</summary>
/// <remarks>Measured with 600,000 studies on a busy machine: without it the first study page takes 2.7 s, the first
/// question with a place 2.7 s, the first list of topics 6 s.</remarks>
internal sealed partial class PageWarmth(
    LindWebOptions options, StudyRegistry registry, IServiceProvider services, IHostApplicationLifetime lifetime,
    RequestPulse pulse, ILogger<PageWarmth> logger) : BackgroundService
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(180);
    private static readonly TimeSpan MostWait = TimeSpan.FromSeconds(2); // for a moment without requests, before each page
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.KeepWarm)
        {
            return;
        }

        using var timer = new PeriodicTimer(Between, options.Clock);
        await using var stop = stoppingToken.Register(timer.Dispose);
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var listening = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await using var stopped = stoppingToken.Register(() => started.TrySetResult());
        await started.Task;
        var warmed = "";
        do
        {
            if (registry.Search.SnapshotId is var snapshot && snapshot != warmed)
            {
                await WarmAsync(stoppingToken);
                warmed = snapshot;
            }
        }
        while (await timer.WaitForNextTickAsync(CancellationToken.None));
    }

    /// <summary>Makes the pages once. Whatever becomes of them, nobody is told but the log.</summary>
    // Pages that nobody asked for must not end the server, whatever becomes of them.
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "logged; nobody waits for these pages")]
    internal async Task WarmAsync(CancellationToken stoppingToken)
    {
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        bounded.CancelAfter(AtMost);
        try
        {
            using var behind = BackgroundSearch.Begin();
            await Task.WhenAll(MakeAllAsync(bounded.Token), Task.Run(() => registry.Search.WarmUp(bounded.Token), bounded.Token));
        }
        catch (OperationCanceledException) when (bounded.IsCancellationRequested)
        {
        }
        catch (Exception fault)
        {
            LogNotWarmed(logger, fault);
        }
    }

    private async Task MakeAllAsync(CancellationToken cancellationToken)
    {
        registry.WarmUpRelated(cancellationToken);
        foreach (var page in WarmPages.Of(registry.Search, cancellationToken))
        {
            var since = options.Clock.GetTimestamp();
            await pulse.WaitForQuietAsync(() => options.Clock.GetElapsedTime(since) > MostWait, cancellationToken);
            await MakeAsync(page, cancellationToken);
        }
    }

    private async Task MakeAsync(WarmPage page, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var endpoint = services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .First(one => one.RoutePattern.RawText == page.Route);
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider, RequestAborted = cancellationToken };
        var request = context.Request;
        (request.Method, request.Scheme, request.Host) = (HttpMethods.Get, "http", new HostString("localhost"));
        (request.Path, request.QueryString) = (page.Path, new QueryString(page.Query));
        request.Headers.AcceptEncoding = "br";
        foreach (var (name, value) in page.Values)
        {
            request.RouteValues[name] = value;
        }

        context.SetEndpoint(endpoint);
        await endpoint.RequestDelegate!(context);
    }

    [LoggerMessage(1, LogLevel.Warning, "The first pages could not be made in advance")]
    private static partial void LogNotWarmed(ILogger logger, Exception fault);
}
