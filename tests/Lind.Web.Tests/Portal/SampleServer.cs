using Lind.Web.Tests.Hosting;

namespace Lind.Web.Tests.Portal;

/// <summary>One server over the sample registry for a class of tests that only read.</summary>
public sealed class SampleServer : IAsyncLifetime
{
    public WebServer? Server { get; private set; }

    public async ValueTask InitializeAsync() => Server = await Pages.SampleAsync();

    public ValueTask DisposeAsync() => Server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
