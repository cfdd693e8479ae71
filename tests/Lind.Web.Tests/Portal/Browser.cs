using System.Net;
using System.Text.Json.Nodes;
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

    /// <summary>The study that has two versions.</summary>
    public const string Versioned = "NCT02439541";

    public string Site { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (!HasChromium())
        {
            return;
        }

        _data = await TestRegistry.ImportAsync(Pages.SamplePath);
        await _data.AddAsync(NewVersion(Versioned));
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

    // The same study as changed later: status, a primary outcome, the date.
    private static string NewVersion(string id)
    {
        var study = JsonNode.Parse(File.ReadLines(Pages.SamplePath).First(line => line.Contains($"\"nctId\":\"{id}\"", StringComparison.Ordinal)))!;
        var protocol = study["protocolSection"]!;
        protocol["statusModule"]!["lastUpdatePostDateStruct"]!["date"] = "2026-10-01";
        protocol["outcomesModule"]!["primaryOutcomes"]![0]!["measure"] = "Another measure altogether";
        return study.ToJsonString();
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
