using System.Net;
using Lind.TestKit;
using Lind.Web.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Lind.Web.Tests.Portal;

/// <summary>The sample registry on a real socket, and Debian's Chromium to look at it. Skipped where there is no
/// Chromium; fails without one in CI.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private TestRegistry? _data;
    private WebApplication? _app;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public string Site { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (!HasChromium())
        {
            return;
        }

        _data = await TestRegistry.ImportAsync(Pages.SamplePath);
        _app = LindWebHost.Build(new LindWebOptions { Urls = [$"http://{IPAddress.Loopback}:0"] }, _data.Registry);
        await _app.StartAsync();
        Site = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium(), Args = Flags });
    }

    /// <summary>A page of its own; a request to any other host fails the test that made it.</summary>
    public async Task<IPage> OpenAsync(string path, BrowserNewContextOptions? options = null)
    {
        Requires.ProgramOnPath("chromium", "chromium-browser");
        options ??= new();
        options.BaseURL = Site;
        var context = await _browser!.NewContextAsync(options);
        await context.RouteAsync(address => !address.StartsWith(Site, StringComparison.Ordinal), route => route.AbortAsync());
        var page = await context.NewPageAsync();
        page.Console += (_, message) => Problems.AddIfError(page, message);
        await page.GotoAsync(path);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        if (_data is not null)
        {
            await _data.DisposeAsync();
        }
    }

    private static bool HasChromium() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "chromium")) || File.Exists(Path.Combine(folder, "chromium-browser")));

    private static string Chromium() => Requires.ProgramOnPath("chromium", "chromium-browser");
}
