using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lind.Web.Tests.Hosting;

public sealed class RequestLogTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_Logged_HaveMethodPathStatusAndTimeAndNoQuery()
    {
        using var lines = new Lines();
        await using var server = await WebServer.StartAsync(
            new LindWebOptions { LogRequests = true }, builder => builder.Logging.AddProvider(lines));

        await GetAsync(server, "/healthz");
        await GetAsync(server, "/assets/lind.js");
        await GetAsync(server, "/api/v2/studies?query.cond=secret");
        await GetAsync(server, "/nothing%0Ahere");

        Assert.Collection(lines.All,
            line => Assert.Matches("^GET /api/v2/studies 200 [0-9]+ ms$", line),
            line => Assert.Matches("^GET /nothing%0Ahere 404 [0-9]+ ms$", line));
    }

    [Fact]
    public async Task Requests_NotAskedFor_AreNotLogged()
    {
        using var lines = new Lines();
        await using var server = await WebServer.StartAsync(
            new LindWebOptions(), builder => builder.Logging.AddProvider(lines));

        await GetAsync(server, "/api/v2/version");

        Assert.Empty(lines.All);
    }

    private static async Task GetAsync(WebServer server, string path)
    {
        using var answer = await server.Client.GetAsync(path, Cancellation);
        await answer.Content.ReadAsByteArrayAsync(Cancellation);
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = [];

        public string[] All => [.. _lines];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) => _lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
