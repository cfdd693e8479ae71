using System.Net.Http.Headers;
using Lind.TestKit;
using Lind.Web.Portal;
using Lind.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Lind.Web.Tests.Portal;

/// <summary>Pages kept for a moment, and pages made in advance.</summary>
public sealed class KeptPagesTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/search?cond=asthma")]
    [InlineData("/browse/countries")]
    [InlineData("/selection?ids=NCT00000001,NCT00000002")]
    public async Task Page_AfterAnImport_IsMadeAnew(string path)
    {
        await using var server = await WebServer.StartAsync(Study(1, "Before"));
        var before = await TagAsync(server, path);
        Assert.Equal(before, await TagAsync(server, path));

        await server.AddAsync(Study(2, "Afterwards"));
        Assert.NotEqual(before, await TagAsync(server, path));
    }

    [Fact]
    public async Task Pages_ThatDifferInTheirQuery_AreKeptApart()
    {
        await using var server = await WebServer.StartAsync(Study(1, "One"), Study(2, "Two"));

        Assert.NotEqual(await TagAsync(server, "/search?cond=asthma"), await TagAsync(server, "/search?cond=gout"));
        Assert.NotEqual(await TagAsync(server, "/study/NCT00000001"), await TagAsync(server, "/study/NCT00000001?near=Boston"));
    }

    [Theory]
    [InlineData("/search?cond=AREA%5BFoo&advanced=1", System.Net.HttpStatusCode.BadRequest)]
    [InlineData("/study/NCT99999999", System.Net.HttpStatusCode.NotFound)]
    [InlineData("/search?ask=asthma", System.Net.HttpStatusCode.Redirect)]
    public async Task Answers_ThatAreNoPage_StayWhatTheyAre(string path, System.Net.HttpStatusCode status)
    {
        await using var server = await WebServer.StartAsync(Study(1, "One"));
        Assert.Equal(status, (await AskAsync(server, path)).StatusCode);
        Assert.Equal(status, (await AskAsync(server, path)).StatusCode);
    }

    [Fact]
    public async Task WarmPages_AreAddressesOfTheRegistrysOwn_ThatAllAnswer()
    {
        await using var server = await WebServer.StartAsync(new LindWebOptions(), await TestRegistry.ImportAsync(Pages.SamplePath));
        var pages = WarmPages.Of(server.Registry.Search, TestContext.Current.CancellationToken).ToList();

        Assert.Contains(pages, page => page.Route == "/study/{id}");
        Assert.Contains(pages, page => page.Route == "/browse/{kind}/{**name}");
        foreach (var page in pages)
        {
            var answer = await server.GetAsync(page.Path + page.Query);
            Assert.True(answer.IsSuccessStatusCode || answer.StatusCode == System.Net.HttpStatusCode.Redirect, page.Path + page.Query);
        }
    }

    [Fact]
    public async Task Warmth_MakesThePagesOfEveryRoute_ForNobody()
    {
        IServiceProvider? services = null;
        await using var server = await WebServer.StartAsync(new LindWebOptions(), builder =>
            builder.Services.AddSingleton(provider => new PageCache((services = provider).GetRequiredService<TimeProvider>())));
        await server.AddAsync(Study(1, "One"), Study(2, "Two"));
        await server.GetTextAsync("/glossary");

        await services!.GetServices<IHostedService>().OfType<PageWarmth>().Single().WarmAsync(TestContext.Current.CancellationToken);
        var cache = services!.GetRequiredService<PageCache>();
        string[] expected = ["/", "/study/NCT00000001", "/browse/countries", "/browse/countries/Austria"];
        Assert.All(expected, address =>
            Assert.NotNull(cache.Find(new(address, "http://localhost", "br"), server.Registry.Search.SnapshotId)));
    }

    private static string Study(int number, string title) => Records.Json(number, """
        "conditionsModule":{"conditions":["Asthma"]},"contactsLocationsModule":{"locations":[{"city":"Graz","country":"Austria"}]}
        """, title: title);

    private static async Task<string> TagAsync(WebServer server, string path) => (await AskAsync(server, path)).Headers.ETag!.Tag;

    private static async Task<HttpResponseMessage> AskAsync(WebServer server, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        return await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
