using Lind.Web.Portal;
using Lind.Web.Tests.Hosting;

namespace Lind.Web.Tests.Portal;

/// <summary>Ticked studies live in the address: nothing is kept on the server, nothing needs script.</summary>
public sealed class SelectionTests
{
    [Theory]
    [InlineData("NCT00000001,nct00000002 NCT00000001", "NCT00000001,NCT00000002")]
    [InlineData("what;NCT00000003\nNCTx1", "NCT00000003")]
    [InlineData("", "")]
    public void Read_KeepsNumbersOnceAndInOrder(string text, string ids) => Assert.Equal(ids, string.Join(',', StudySelection.Read(text)));

    [Fact]
    public void Read_IsBounded() => Assert.Equal(
        StudySelection.Most, StudySelection.Read(string.Join(',', Enumerable.Range(1, 300).Select(number => $"NCT{number:D8}"))).Count);

    [Fact]
    public async Task Ticks_OfOtherPages_GoAlong()
    {
        await using var server = await WebServer.StartAsync(Enumerable.Range(1, 12).Select(number => Records.Json(number, "")));
        var page = await server.ReadAsync("/search?page=2&ids=NCT00000001,NCT00000011");
        var form = page.QuerySelector("form:has(.selection-bar)")!;

        Assert.Equal("NCT00000001", form.QuerySelector("input[type=hidden][name=ids]")!.GetAttribute("value"));
        Assert.Equal("NCT00000011", form.QuerySelector("input[type=checkbox][checked]")!.GetAttribute("value"));
        Assert.Equal("2", form.QuerySelector("input[name=page]")!.GetAttribute("value"));
        Assert.Contains(form.QuerySelectorAll("button"), button => button.GetAttribute("formaction") == "/compare");
        Assert.Equal("/selection?ids=NCT00000001,NCT00000011", form.QuerySelector(".selection-bar a")!.GetAttribute("href"));
        Assert.All(page.QuerySelectorAll(".pages a, .facets a"), link => Assert.Contains("ids=", link.GetAttribute("href")!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_ShowsTheStudiesInTheirOrder_AndOffersThemForDownload()
    {
        await using var server = await WebServer.StartAsync(Enumerable.Range(1, 3).Select(number => Records.Json(number, "")));
        var page = await server.ReadAsync("/selection?ids=NCT00000003&ids=NCT00000001,NCT00000009");

        Assert.Equal(["NCT00000003", "NCT00000001"], page.QuerySelectorAll("tbody input").Select(tick => tick.GetAttribute("value")));
        Assert.Contains("Not in this registry: NCT00000009", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("a"), link => link.GetAttribute("href") == "/compare?ids=NCT00000003,NCT00000001");
        Assert.Equal("NCT00000003,NCT00000001", page.QuerySelector("form[action='/api/lind/download'] input[name='filter.ids']")!.GetAttribute("value"));
    }
}
