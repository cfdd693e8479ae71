using AngleSharp.Dom;
using Lind.Web.Tests.Hosting;

namespace Lind.Web.Tests.Portal;

/// <summary>Sites whose records give no coordinates, as those made from older files: found and placed by their town's name.</summary>
public sealed class NamedTownsTests
{
    private static readonly string[] Records =
    [
        Study(1, "Boston", "Massachusetts", "United States", "42.36", "-71.06"),
        Study(2, "Cambridge", "Massachusetts", "United States", "42.37", "-71.11"),
        Study(3, "Boston", "Massachusetts", "United States"),
        Study(4, "Cambridge", "Massachusetts", "United States"),
        Study(5, "Cambridge", null, "United Kingdom"),
        Study(6, "Berlin", null, "Germany", "52.52", "13.41"),
    ];

    [Fact]
    public async Task Search_AroundAPlace_FindsThemBesideTheOthers_AndSaysSo()
    {
        await using var server = await WebServer.StartAsync(Records);
        var page = await server.ReadAsync("/search?cond=asthma&locn=Boston&distance=50");

        Assert.Equal(["NCT00000001", "NCT00000002", "NCT00000003", "NCT00000004"], Ids(page).Order(StringComparer.Ordinal));
        Assert.Contains("Some records give no coordinates", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("4 km (3 miles)", Hit(page, 4).QuerySelector(".near")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_TheFileAndTheExpression_HoldTheSameStudiesAsThePage()
    {
        await using var server = await WebServer.StartAsync(Records);
        var page = await server.ReadAsync("/search?cond=asthma&locn=Boston&distance=50");
        var fields = page.QuerySelectorAll(".downloads input[type=hidden]").Where(one => one.GetAttribute("name") != "format")
            .Select(one => $"{one.GetAttribute("name")}={Uri.EscapeDataString(one.GetAttribute("value")!)}").Distinct();
        var file = await server.GetTextAsync("/api/lind/download?format=ndjson&" + string.Join('&', fields));
        var expression = page.QuerySelector("#expression")!.TextContent;
        var again = await server.ReadAsync("/search?term=" + Uri.EscapeDataString(expression));

        Assert.Equal(4, file.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.StartsWith("4 studies", again.QuerySelector("#results")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_WhereEverySiteHasCoordinates_SaysNothingOfNames()
    {
        await using var server = await WebServer.StartAsync(Records);
        var page = await server.ReadAsync("/search?cond=asthma&locn=Berlin&distance=50");

        Assert.Equal(["NCT00000006"], Ids(page));
        Assert.DoesNotContain("no coordinates", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Study_DistanceIsMeasuredToTheTownOfThatName_AndThePageSaysHow()
    {
        await using var server = await WebServer.StartAsync(Records);
        var page = await server.ReadAsync("/study/NCT00000004?near=Boston");

        Assert.Contains("4 km (3 miles)", page.QuerySelector(".glance .nearest")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("a town of the same name", page.SectionText("Locations"), StringComparison.Ordinal);
        var unknown = await server.ReadAsync("/study/NCT00000005?near=Boston");
        Assert.DoesNotContain("km", unknown.QuerySelector(".glance")!.TextContent, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Ids(IParentNode page) => page.QuerySelectorAll(".hit .meta .code").Select(one => one.TextContent);

    private static IElement Hit(IParentNode page, int number) => page.QuerySelectorAll(".hit")
        .Single(hit => hit.TextContent.Contains($"NCT{number:D8}", StringComparison.Ordinal));

    private static string Study(int number, string city, string? state, string country, string? latitude = null, string? longitude = null)
    {
        var region = state is null ? "" : $"\"state\":\"{state}\",";
        var point = latitude is null ? "" : $",\"geoPoint\":{{\"lat\":{latitude},\"lon\":{longitude}}}";
        return Portal.Records.Json(number, $$"""
            "statusModule":{"overallStatus":"COMPLETED"},"conditionsModule":{"conditions":["Asthma"]},
            "contactsLocationsModule":{"locations":[{"facility":"Clinic {{number}}","city":"{{city}}",{{region}}"country":"{{country}}"{{point}}}]}
            """);
    }
}
