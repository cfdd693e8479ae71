using Lind.Registry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;

namespace Lind.Web.Tests.Hosting;

/// <summary>The real server over a registry of given records, without a socket.</summary>
public sealed class WebServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TestRegistry _data;

    private WebServer(WebApplication app, TestRegistry data)
    {
        _app = app;
        _data = data;
        Client = app.GetTestClient();
    }

    /// <summary>Follows no redirects, so that a test sees them.</summary>
    public HttpClient Client { get; }

    public StudyRegistry Registry => _data.Registry;

    public static Task<WebServer> StartAsync(params IEnumerable<string> studies) => StartAsync(new LindWebOptions(), studies);

    public static async Task<WebServer> StartAsync(LindWebOptions options, params IEnumerable<string> studies) =>
        await StartAsync(options, await TestRegistry.OpenAsync(studies));

    /// <summary>The server over a registry made elsewhere, which it owns from then on.</summary>
    public static Task<WebServer> StartAsync(LindWebOptions options, TestRegistry data) =>
        StartAsync(options, data, _ => { });

    /// <summary>The server over an empty registry, set up further by the test.</summary>
    public static async Task<WebServer> StartAsync(LindWebOptions options, Action<WebApplicationBuilder> configure) =>
        await StartAsync(options, await TestRegistry.OpenAsync([]), configure);

    private static async Task<WebServer> StartAsync(
        LindWebOptions options, TestRegistry data, Action<WebApplicationBuilder> configure)
    {
        var app = LindWebHost.Build(options, data.Registry, builder =>
        {
            builder.WebHost.UseTestServer();
            configure(builder);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app, data);
    }

    /// <summary>Takes more records in while the server runs.</summary>
    public Task AddAsync(params IEnumerable<string> studies) => _data.AddAsync(studies);

    public Task<HttpResponseMessage> GetAsync(string path) =>
        Client.GetAsync(path, TestContext.Current.CancellationToken);

    public Task<string> GetTextAsync(string path) =>
        Client.GetStringAsync(path, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        await _data.DisposeAsync();
    }
}
