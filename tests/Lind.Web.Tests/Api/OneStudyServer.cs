using Lind.Web.Tests.Hosting;

namespace Lind.Web.Tests.Api;

/// <summary>One server over one study, for tests that only read: what is refused does not depend on the data.</summary>
public sealed class OneStudyServer : IAsyncLifetime
{
    private WebServer? _server;

    public WebServer Server => _server!;

    public async ValueTask InitializeAsync() => _server = await WebServer.StartAsync(Samples.Study(1));

    public async ValueTask DisposeAsync() => await Server.DisposeAsync();
}
