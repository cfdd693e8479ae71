using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Lind.Web.Tests.Hosting;

/// <summary>The real server over one registry, without a socket.</summary>
public sealed class WebServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WebServer(WebApplication app)
    {
        _app = app;
        Client = app.GetTestClient();
        Client.DefaultRequestHeaders.Add("Accept", "*/*");
    }

    /// <summary>Follows no redirects, so that a test sees them.</summary>
    public HttpClient Client { get; }

    public static async Task<WebServer> StartAsync(Action<IServiceCollection> addRegistry, LindWebOptions? options = null)
    {
        var app = LindWebHost.Build(options ?? new(), addRegistry, builder => builder.WebHost.UseTestServer());
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
