using Microsoft.Playwright;

namespace Lind.Web.Tests.Portal;

/// <summary>What people do on a study's page, in a real browser.</summary>
public sealed class StudyJourneyTests(Browser browser) : IClassFixture<Browser>
{
    /// <summary>The sample's study with the most adverse events.</summary>
    private static string ResultsStudy => File.ReadAllLines(Pages.SamplePath)
        .MaxBy(study => study.Contains("\"eventGroups\"", StringComparison.Ordinal) ? study.Split("\"organSystem\"").Length : 0)!;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SiteDistance_FromTheTopOfThePage(bool script)
    {
        var page = await browser.OpenAsync("/study/NCT04325594", new() { JavaScriptEnabled = script });
        await page.GetByLabel("How far is it from").FillAsync("Taraz");
        await page.GetByLabel("How far is it from").PressAsync("Enter");
        await Assertions.Expect(page.Locator(".glance .nearest")).ToContainTextAsync("Taraz, Zhambyl Oblysy, Kazakhstan, in the place itself");
        Assert.Contains("near=Taraz", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Results_EventsInAnotherOrder_ByLinksAlone(bool script)
    {
        var page = await browser.OpenAsync("/study/" + IdOf(ResultsStudy), new() { JavaScriptEnabled = script });
        await Assertions.Expect(page.Locator("#study-results h3").First).ToBeVisibleAsync();
        await page.Locator(".event-choices a", new() { HasText = "Share affected" }).ClickAsync();
        Assert.Contains("by=share", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator("table.events").First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Print_LeavesOutWhatPaperCannotUse_AndShowsFoldedParts()
    {
        var page = await browser.OpenAsync("/study/NCT04325594");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.False(await page.Locator(".site-head").IsVisibleAsync());
        Assert.False(await page.Locator(".side").IsVisibleAsync());
        Assert.False(await page.Locator("form").First.IsVisibleAsync());
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Eligibility Criteria" })).ToBeVisibleAsync();
        var pdf = await page.PdfAsync(new() { Format = "A4" });
        Assert.True(pdf.Length > 10_000);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Contents_ByKeyboard_LeadToTheSection()
    {
        var page = await browser.OpenAsync("/study/NCT04325594", new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        await page.Locator(".toc a", new() { HasText = "Locations" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Locations", Exact = true })).ToBeInViewportAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task ReducedMotion_NothingScrollsSmoothly()
    {
        var page = await browser.OpenAsync("/study/NCT04325594", new() { ReducedMotion = ReducedMotion.Reduce });
        Assert.Equal("auto", await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).scrollBehavior"));
        await page.Context.CloseAsync();
    }

    private static string IdOf(string study) => study.Substring(study.IndexOf("\"NCT", StringComparison.Ordinal) + 1, 11);
}
