using System.Net;
using AngleSharp.Html.Parser;
using Lind.Web.Tests.Hosting;

namespace Lind.Web.Tests.Portal;

public sealed class SiteTests
{
    [Fact]
    public async Task Home_HasTheSearchForm()
    {
        await using var server = await WebServer.StartAsync();
        var form = (await server.ReadAsync("/")).QuerySelector("form[action='/search']")!;

        Assert.Equal(["ask", "cond", "term", "intr", "locn"], form.QuerySelectorAll("input[type=search]").Select(input => input.GetAttribute("name")));
        Assert.All(form.QuerySelectorAll("input[type=search]"), input => Assert.NotNull(form.QuerySelector($"label[for='{input.Id}']")));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/search?cond=x")]
    [InlineData("/study/NCT00000001")]
    [InlineData("/nothing/here")]
    [InlineData("/compare")]
    [InlineData("/browse")]
    [InlineData("/glossary")]
    public async Task EveryPage_HasAPolicyWithoutInlineScript_AndOneMainHeading(string path)
    {
        await using var server = await WebServer.StartAsync(Records.Json(1, ""));
        var answer = await server.GetAsync(path);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("object-src 'none'", policy, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.NotNull(page.QuerySelector("main"));
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("/", page.QuerySelector("a.brand")!.GetAttribute("href"));
        Assert.DoesNotContain(page.All, element => element.HasAttribute("style"));
    }

    [Fact]
    public async Task UnknownAddress_Is404WithAPageThatHelps()
    {
        await using var server = await WebServer.StartAsync();
        var answer = await server.GetAsync("/<script>alert(1)</script>");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("<script>alert", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assets_AreKeptForAYear_AndNamedByTheirContent()
    {
        await using var server = await WebServer.StartAsync();
        var address = (await server.ReadAsync("/")).QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        var answer = await server.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/css", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await server.GetAsync("/assets/../words/en/site.json")).StatusCode);
    }

    [Fact]
    public async Task Sitemap_LeadsToEveryStudy()
    {
        await using var server = await WebServer.StartAsync(Records.Json(1, ""), Records.Json(25_000, ""), Records.Json(25_001, ""));
        var index = await server.GetTextAsync("/sitemap.xml");

        Assert.Contains("/sitemap-0.xml", index, StringComparison.Ordinal);
        Assert.Contains("/sitemap-2.xml", index, StringComparison.Ordinal);
        Assert.Contains("/study/NCT00000001", await server.GetTextAsync("/sitemap-0.xml"), StringComparison.Ordinal);
        Assert.Contains("/study/NCT00025001", await server.GetTextAsync("/sitemap-2.xml"), StringComparison.Ordinal);
        Assert.Contains("Sitemap: ", await server.GetTextAsync("/robots.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_MarksDifferences_AndNamesWhatIsUnknown()
    {
        await using var server = await WebServer.StartAsync(
            Records.Json(1, """ "designModule":{"phases":["PHASE1"],"studyType":"INTERVENTIONAL"} """),
            Records.Json(2, """ "designModule":{"phases":["PHASE2"],"studyType":"INTERVENTIONAL"} """));
        var page = await server.ReadAsync("/compare?ids=NCT00000001,NCT00000002&ids=NCT00000003&ids=what");

        var differing = page.QuerySelectorAll("tr.differs th").Select(cell => cell.TextContent).ToList();
        Assert.Contains(differing, label => label.StartsWith("Phase", StringComparison.Ordinal));
        Assert.DoesNotContain(differing, label => label.StartsWith("Study type", StringComparison.Ordinal));
        Assert.Contains("Not in this registry: what, NCT00000003", page.Body!.TextContent, StringComparison.Ordinal);
    }
}
