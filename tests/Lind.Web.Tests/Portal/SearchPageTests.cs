using System.Net;
using Lind.Web.Tests.Hosting;

namespace Lind.Web.Tests.Portal;

/// <summary>The search page: what it says of a study, and that its numbers hold when followed.</summary>
public sealed class SearchPageTests(SampleServer sample) : IClassFixture<SampleServer>
{
    [Fact]
    public async Task UnknownStudy_IsNeverShownAsOpen_WhateverItsSitesSay()
    {
        await using var server = await WebServer.StartAsync(
            FindTests.Study(1, "Asthma", "A", "S", "Boston", "Massachusetts", "United States", "Site one", status: "UNKNOWN"),
            FindTests.Study(2, "Asthma", "B", "S", "Boston", "Massachusetts", "United States", "Site two", verified: "2090-01"),
            FindTests.Study(3, "Asthma", "C", "S", "Boston", "Massachusetts", "United States", "Site three"));
        foreach (var view in new[] { "", "&view=table" })
        {
            var page = await server.ReadAsync("/search?cond=asthma&locn=Boston&distance=50" + view);
            var unknown = page.QuerySelectorAll(".hit, .hit-table tbody tr").Single(hit => hit.TextContent.Contains("NCT00000001", StringComparison.Ordinal));
            var open = page.QuerySelectorAll(".hit, .hit-table tbody tr").Single(hit => hit.TextContent.Contains("NCT00000002", StringComparison.Ordinal));

            var stale = page.QuerySelectorAll(".hit, .hit-table tbody tr").Single(hit => hit.TextContent.Contains("NCT00000003", StringComparison.Ordinal));

            Assert.DoesNotContain("recruiting site", stale.TextContent, StringComparison.OrdinalIgnoreCase);
            Assert.Equal("Recruiting, not confirmed lately", stale.QuerySelector(".status.unsure")!.TextContent);
            Assert.DoesNotContain("recruiting site", unknown.TextContent, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("last confirmed January 2019", unknown.TextContent, StringComparison.Ordinal);
            Assert.Contains("Site two", open.TextContent, StringComparison.Ordinal);
        }

        var map = await server.ReadAsync("/search?cond=asthma&view=map");
        Assert.Equal(["3", "2"], map.QuerySelectorAll(".place-table td").Select(cell => cell.TextContent));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(100)]
    public async Task Page_BeyondTheLast_StaysWithinWhatTheEngineAnswers(int size)
    {
        using var answer = await sample.Server!.GetAsync($"/search?limit={size}&page=99999");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Recruiting_OneLinkShowsJustThose_AndSaysHowMany()
    {
        var server = sample.Server!;
        var page = await server.ReadAsync("/search?cond=heart");
        var link = page.QuerySelector(".results-head .button")!;
        var narrowed = await server.ReadAsync(link.GetAttribute("href")!);

        Assert.Contains(Number(narrowed.QuerySelector("#results")!.TextContent), link.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(narrowed.QuerySelectorAll(".results-head .button"), one => one.TextContent.Contains("only", StringComparison.Ordinal));

        static string Number(string text) => text.Trim().Split(' ')[0] + " ";
    }

    [Fact]
    public async Task Facets_EveryCountIsWhatItsLinkFinds()
    {
        var server = sample.Server!;
        var page = await server.ReadAsync("/search?aggFilters=status:com");
        var links = page.QuerySelectorAll(".facets a:not([aria-current])").ToList();

        Assert.True(links.Count > 40, $"only {links.Count} links");
        foreach (var link in links.Where(link => link.ParentElement!.ParentElement!.ParentElement!.QuerySelector("h3")!.TextContent is var kind
            && kind != "Status").Where((_, index) => index % 8 == 0))
        {
            var found = (await server.ReadAsync(link.GetAttribute("href")!)).QuerySelector("#results")!.TextContent;
            Assert.True(found.StartsWith(link.QuerySelector(".count")!.TextContent + " stud", StringComparison.Ordinal),
                $"{link.GetAttribute("href")}: {link.TextContent} but {found}");
        }
    }

    [Fact]
    public async Task Facet_ChosenValue_LeavesTheOthersToAdd()
    {
        await using var server = await WebServer.StartAsync(
            FindTests.Study(1, "Asthma", "A", "S", "Boston", null, "United States", "F"),
            FindTests.Study(2, "Asthma", "A", "S", "Berlin", null, "Germany", "F", status: "COMPLETED"));
        var page = await server.ReadAsync("/search?aggFilters=status:rec");

        Assert.Contains(page.QuerySelectorAll(".facets a"), link => link.TextContent.StartsWith("Completed", StringComparison.Ordinal));
        Assert.StartsWith("1 study", page.QuerySelector("#results")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_AreCountedWhenAskedFor_AndAllOrNone()
    {
        var page = await sample.Server!.ReadAsync("/search?cond=myocardial+infarction");
        var panel = page.QuerySelector("#understood")!;
        var link = panel.QuerySelector("a[data-bring]")!;
        Assert.Empty(panel.QuerySelectorAll("td.number"));
        Assert.False(panel.HasAttribute("open"));

        var counted = await sample.Server!.ReadAsync(link.GetAttribute("href")!);
        var opened = counted.QuerySelector("#understood")!;
        Assert.True(opened.HasAttribute("open"));
        Assert.NotEmpty(opened.QuerySelectorAll("td.number"));
        Assert.All(opened.QuerySelectorAll("td.number"), cell => Assert.Matches("^[0-9]", cell.TextContent));
        Assert.Null(opened.QuerySelector("a[data-bring]"));
        Assert.All(counted.QuerySelectorAll("main a[href*='counts=']"), _ => Assert.Fail("The counts are asked for once, not on every page that follows."));
    }

    [Fact]
    public async Task OpenToWomen_IncludesStudiesOpenToAll()
    {
        await using var server = await WebServer.StartAsync(
            FindTests.Study(1, "Asthma", "A", "S", "Boston", null, "United States", "F"),
            FindTests.Study(2, "Asthma", "A", "S", "Berlin", null, "Germany", "F"));

        Assert.StartsWith("2 studies", (await server.ReadAsync("/search?aggFilters=sex:f")).QuerySelector("#results")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("1 study", (await server.ReadAsync("/search?aggFilters=sex:m")).QuerySelector("#results")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ageRange=65_", "Age of the person: 65 or older", "aged 65 or older")]
    [InlineData("ageRange=_17y", "Age of the person: 17 or younger", "aged 17 or younger")]
    [InlineData("ageRange=18y_65y", "Age of the person: 18 to 65", "aged 18 to 65")]
    [InlineData("ageRange=9_9", "Age of the person: 9", "aged 9")]
    [InlineData("start=2010-05_", "Study start: from 2010-05", null)]
    [InlineData("start=_2012", "Study start: until 2012", null)]
    public async Task Spans_AreSaidInWords(string fields, string choice, string? title)
    {
        var page = await sample.Server!.ReadAsync("/search?" + fields);
        Assert.Contains(page.QuerySelectorAll(".choices a"), link => link.TextContent.Contains(choice, StringComparison.Ordinal));
        Assert.Contains(title ?? "", page.Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cond=heart+failure&aggFilters=sex:f,status:com,phase:2")]
    [InlineData("cond=heart&start=2010_&ageRange=18y_65y")]
    [InlineData("country=United+States&locStatus=RECRUITING&size=50-99")]
    [InlineData("locn=Boston&distance=100")]
    public async Task Expression_FindsWhatTheFormFound(string fields)
    {
        var server = sample.Server!;
        var page = await server.ReadAsync("/search?" + fields);
        var expression = page.QuerySelector("#expression")!.TextContent;
        var again = await server.ReadAsync("/search?term=" + Uri.EscapeDataString(expression));

        Assert.Equal(page.QuerySelector("#results")!.TextContent, again.QuerySelector("#results")!.TextContent);
    }

    [Fact]
    public async Task Fault_IsMarkedAtItsPlace_InTheEditableExpression()
    {
        await using var server = await WebServer.StartAsync(Records.Json(1, ""));
        var answer = await server.GetAsync("/search?term=heart+AND+AREA%5BFoo%5Dx");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal("heart AND AREA[Foo]x", page.QuerySelector("#expression")!.TextContent);
        Assert.Contains("Foo", page.QuerySelector(".note.stop mark")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Narrative_IsReadAndTheReadingShown()
    {
        await using var server = await WebServer.StartAsync(
            FindTests.Study(1, "Asthma", "A", "S", "Boston", null, "United States", "F"),
            FindTests.Study(2, "Gout", "B", "S", "Boston", null, "United States", "F"));
        var page = await server.ReadAsync("/search?narrative=A+58-year-old+woman+with+asthma,+no+gout.");
        var text = page.QuerySelector("main")!.TextContent;

        Assert.Contains("Age: 58 years", text, StringComparison.Ordinal);
        Assert.Contains("Sex: Female", text, StringComparison.Ordinal);
        Assert.Equal("NCT00000001", page.QuerySelector(".hit .code")!.TextContent);
        Assert.Equal("asthma", page.QuerySelector(".hit mark")!.TextContent, ignoreCase: true);
    }

    [Fact]
    public async Task Map_ZoomsByLinks_AndLosesNoSite()
    {
        await using var server = await WebServer.StartAsync(
            FindTests.Study(1, "Asthma", "A", "S", "Boston", null, "United States", "F"),
            FindTests.Study(2, "Asthma", "A", "S", "Berlin", null, "Germany", "F"));
        var page = await server.ReadAsync("/search?view=map");
        Assert.Contains("2 sites of 2 studies", page.QuerySelector("figcaption")!.TextContent, StringComparison.Ordinal);
        var berlin = page.QuerySelectorAll("svg.map a").Single(link => link.GetAttribute("aria-label")!.Contains("Berlin", StringComparison.Ordinal));
        var near = await server.ReadAsync(berlin.GetAttribute("href")!);

        Assert.Equal(["Berlin, Germany"], near.QuerySelectorAll(".place-table tbody th").Select(cell => cell.TextContent));
        Assert.NotEqual(page.QuerySelector("svg.map")!.GetAttribute("viewBox"), near.QuerySelector("svg.map")!.GetAttribute("viewBox"));
    }

    [Fact]
    public async Task NothingFound_SaysWhatOneThingLessWouldFind_AndTheLinksFindIt()
    {
        var server = sample.Server!;
        var page = await server.ReadAsync("/search?cond=heart&intr=zzzz&aggFilters=status%3Acom");
        var links = page.QuerySelectorAll(".note li a").ToList();

        var link = Assert.Single(links);
        Assert.Contains("zzzz", link.TextContent, StringComparison.Ordinal);
        var found = (await server.ReadAsync(link.GetAttribute("href")!)).QuerySelector("#results")!.TextContent;
        Assert.EndsWith(": " + found.Replace(" found", "", StringComparison.Ordinal), link.ParentElement!.TextContent, StringComparison.Ordinal);
    }
}
