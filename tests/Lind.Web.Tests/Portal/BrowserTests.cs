using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Lind.Web.Tests.Portal;

/// <summary>The pages in a real browser: accessibility, layout, journeys by mouse, by keyboard and without script.</summary>
public sealed class BrowserTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    public static TheoryData<string> PageKinds =>
    [
        "/", "/search?cond=heart", "/search?cond=heart&view=table", "/search?view=map", "/search?view=charts", "/search?cond=AREA%5BFoo&advanced=1",
        "/search?locn=Boston&distance=100&q=Boston", "/selection?ids=NCT04325594,NCT02439541",
        "/study/NCT04325594", "/study/NCT04325594/landscape", "/study/NCT04325594/history", "/compare?ids=NCT04325594,NCT02439541", "/browse", "/browse/conditions",
        "/study/NCT04353596", "/study/NCT00684060?events=serious&by=share&near=Boston", $"/study/{Browser.Versioned}/history",
        "/search?cond=heart&intr=zzzz&locn=Boston", "/browse/conditions/Heart%20Failure", "/browse/countries/Kazakhstan", "/glossary", "/about", "/about/api", "/about/components", "/study/NCT99999999", "/nothing",
    ];

    private static readonly AxeRunOptions Contrast = new() { RunOnly = new() { Type = "rule", Values = ["color-contrast"] } };

    // One load of each page: the whole of axe in light, its contrast in dark, then the widths of a phone and of 400 %
    // zoom, then what the browser itself complained about.
    [Theory, MemberData(nameof(PageKinds))]
    public async Task Page_HasNoAccessibilityFault_FitsAPhone_AndBreaksNoPolicy(string path)
    {
        var page = await browser.OpenAsync(path, new() { ColorScheme = ColorScheme.Light });
        AssertNone(Faults(await page.RunAxe(Rules)));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        AssertNone(Faults(await page.RunAxe(Contrast)));
        foreach (var width in new[] { 375, 320 })
        {
            await page.SetViewportSizeAsync(width, 700);
            var excess = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(excess <= 0, $"{path} is {excess} px too wide at {width}");
        }

        Assert.DoesNotContain(Problems.Of(page), problem => problem.Contains("Security Policy", StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    private static void AssertNone(string faults) => Assert.True(faults.Length == 0, faults);

    private static string Faults(AxeResult found) => string.Join("\n", found.Violations.Select(one =>
        $"{one.Id}: {one.Help}: {string.Join(" | ", one.Nodes.Take(4).Select(node => node.Html))}"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Journey_SearchFacetStudyRelatedCompare(bool script)
    {
        var page = await browser.OpenAsync("/", new() { JavaScriptEnabled = script });
        await page.GetByLabel("Condition or disease").FillAsync("heart failure");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search trials" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 2 }).First).ToContainTextAsync("found");

        await page.Locator(".facets a", new() { HasText = "Completed" }).First.ClickAsync();
        Assert.Contains("aggFilters=status%3Acom", page.Url, StringComparison.Ordinal);
        await page.Locator(".hit h3 a").First.ClickAsync();
        Assert.Contains("/study/NCT", page.Url, StringComparison.Ordinal);

        await page.GotoAsync("/study/NCT04325594");
        var ticks = page.Locator("#related-clinical-trials input[type=checkbox]");
        await ticks.Nth(0).CheckAsync();
        await page.Locator("#related-clinical-trials button").First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Compare studies");
        Assert.Equal(2, await page.Locator("table.compare thead th").CountAsync() - 1);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Journey_QuestionSelectionMapDownload(bool script)
    {
        var page = await browser.OpenAsync("/", new() { JavaScriptEnabled = script });
        await page.GetByLabel("What are you looking for?").FillAsync("completed heart failure trials");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search trials" }).ClickAsync();
        await Assertions.Expect(page.Locator(".understood")).ToContainTextAsync("was read as: condition heart failure, Completed");

        await page.Locator(".hit input[type=checkbox]").First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remember the ticks and go on" }).ClickAsync();
        Assert.Contains("ids=NCT", page.Url, StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Link, new() { Name = "Map", Exact = true }).ClickAsync();
        var before = await page.Locator("svg.map").GetAttributeAsync("viewBox");
        await page.GetByRole(AriaRole.Link, new() { Name = "Nearer" }).ClickAsync();
        await Assertions.Expect(page.Locator("svg.map")).Not.ToHaveAttributeAsync("viewBox", before!);
        Assert.Contains("ids=NCT", page.Url, StringComparison.Ordinal);

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "RIS" }).ClickAsync());
        Assert.Equal("studies.ris", download.SuggestedFilename);
        Assert.DoesNotContain(Problems.Of(page), problem => problem.Contains("Security Policy", StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Journey_KeyboardOnly()
    {
        var page = await browser.OpenAsync("/");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the content", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("ask", await page.EvaluateAsync<string>("document.activeElement.name"));
        await page.Keyboard.TypeAsync("heart");
        await TabToSubmitAsync(page);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/search?**");
        await page.Locator(".hit h3 a").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/study/**");
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Journey_KeyboardOnly_FromFacetToComparison()
    {
        var page = await browser.OpenAsync("/search?cond=heart");
        await TabToAsync(page, ".facets a");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**aggFilters=**");
        await page.GotoAsync("/study/NCT04325594");
        await TabToAsync(page, "#related-clinical-trials input[type=checkbox]");
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, "#related-clinical-trials button");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/compare?**");
        Assert.Equal(2, await page.Locator("table.compare thead th").CountAsync() - 1);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Glossary_ByKeyboard_OpensAtTheWord_AndEscapeGoesBackToIt()
    {
        var page = await browser.OpenAsync("/study/NCT04325594");
        await TabToAsync(page, "#study-design .term");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("w-allocation", await page.EvaluateAsync<string>("document.activeElement.id"));
        await Assertions.Expect(page.Locator("#w-allocation")).ToBeInViewportAsync();
        AssertNone(Faults(await page.RunAxe(Rules)));
        await page.Keyboard.PressAsync("Escape");
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.matches('#study-design .term')"));
        await Assertions.Expect(page.Locator("#w-allocation")).ToBeHiddenAsync();

        await page.Locator("#words summary").ClickAsync();
        await page.GetByLabel("Look up any word").FillAsync("hazard");
        await Assertions.Expect(page.Locator("#words dt")).ToHaveTextAsync(["Hazard ratio"]);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task FilesOfAStudy_OpenByKeyboard_FitAPhone_AndCloseByEscape()
    {
        var page = await browser.OpenAsync("/study/NCT04325594");
        await page.SetViewportSizeAsync(320, 700);
        var menu = page.Locator("details.menu");
        await menu.Locator("summary").PressAsync("Enter");
        await Assertions.Expect(menu.Locator("a")).ToHaveCountAsync(4);
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        AssertNone(Faults(await page.RunAxe(Rules)));

        await menu.Locator("a").First.PressAsync("Escape");
        await Assertions.Expect(menu.Locator("a").First).ToBeHiddenAsync();
        Assert.True(await menu.Locator("summary").EvaluateAsync<bool>("one => one === document.activeElement"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task WordsOfASearch_AreCountedWhenTheReaderOpensThem()
    {
        var page = await browser.OpenAsync("/search?cond=lymphoma");
        var panel = page.Locator("#understood");
        Assert.Equal(0, await panel.Locator("td.number").CountAsync());

        await panel.Locator("summary").PressAsync("Enter");
        await panel.Locator("td.number").First.WaitForAsync();

        Assert.Equal(0, await panel.Locator("[data-bring]").CountAsync());
        Assert.True(await panel.Locator("summary").EvaluateAsync<bool>("one => one === document.activeElement"));
    }

    [Fact]
    public async Task Glossary_WithoutScript_OpensAtTheWord_AndCloses()
    {
        var page = await browser.OpenAsync("/study/NCT04325594", new() { JavaScriptEnabled = false });
        await page.Locator("#study-design .term").First.ClickAsync();
        await Assertions.Expect(page.Locator("#w-allocation")).ToBeInViewportAsync();
        await page.Locator("#words summary").ClickAsync();
        await Assertions.Expect(page.Locator("#w-allocation")).ToBeHiddenAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task ReducedMotion_NothingScrollsByItself()
    {
        var page = await browser.OpenAsync("/study/NCT04325594", new() { ReducedMotion = ReducedMotion.Reduce });
        Assert.Equal("auto", await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).scrollBehavior"));
        Assert.Equal(0, await page.EvaluateAsync<int>("document.getAnimations().length"));
        await page.Context.CloseAsync();
    }

    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var presses = 0; presses < 200; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                return;
            }
        }

        Assert.Fail($"{selector} cannot be reached with the keyboard");
    }

    // By way of the button: Enter in the field may go to the list of suggestions, if one has just opened.
    private static async Task TabToSubmitAsync(IPage page)
    {
        for (var presses = 0; presses < 20; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string?>("document.activeElement.type") == "submit")
            {
                return;
            }
        }

        Assert.Fail("No submit button can be reached with the keyboard");
    }

    [Fact]
    public async Task Study_TableOfDates_OpensWithoutScript()
    {
        var page = await browser.OpenAsync("/study/NCT04325594", new() { JavaScriptEnabled = false });
        await page.GetByText("The dates as a table").ClickAsync();
        Assert.True(await page.GetByRole(AriaRole.Rowheader, new() { Name = "Completion", Exact = true }).IsVisibleAsync());
        await page.Context.CloseAsync();
    }
}
