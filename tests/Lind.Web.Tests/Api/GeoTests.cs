using System.Text.Json.Nodes;
using Lind.Web.Tests.Hosting;

namespace Lind.Web.Tests.Api;

/// <summary>Distance as filter, as factor of the rank, and as answer. One degree along the equator is 69.1 miles.</summary>
public sealed class GeoTests : IAsyncLifetime
{
    private const string Near = "NCT00000003";
    private const string Middle = "NCT00000002";
    private const string Far = "NCT00000001";
    private WebServer? _server;

    private WebServer Server => _server!;

    public async ValueTask InitializeAsync() => _server = await WebServer.StartAsync(
        At(1, (5, "RECRUITING")), At(2, (2, "COMPLETED"), (3, "RECRUITING")), At(3, (0.1, "RECRUITING")), Samples.Study(4));

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    [Theory]
    [InlineData("distance(0,0,10mi)", new[] { Near }), InlineData("distance(0,0,10)", new[] { Near })]
    [InlineData("distance(0,0,140mi)", new[] { Middle, Near }), InlineData("distance(0,0,140km)", new[] { Near })]
    [InlineData("distance(0.0,-0.0,230km)", new[] { Middle, Near }), InlineData("distance(0,0,400mi)", new[] { Far, Middle, Near })]
    public async Task Geo_Distance_KeepsStudiesWithASiteWithin(string geo, string[] expected)
    {
        var filtered = SeededServer.IdsOf(await GetAsync("/api/v2/studies?filter.geo=" + geo));
        var afterwards = SeededServer.IdsOf(await GetAsync("/api/v2/studies?postFilter.geo=" + geo));

        Assert.Equal(expected, filtered.Order());
        Assert.Equal(expected, afterwards.Order());
    }

    [Fact]
    public async Task GeoDecay_Default_RanksTheNearerFirst()
    {
        var ids = SeededServer.IdsOf(await GetAsync("/api/v2/studies?query.cond=asthma&filter.geo=distance(0,0,400mi)"));

        Assert.Equal([Near, Middle, Far], ids);
    }

    // Linear: 1 up to the offset, then falling so that the factor is 0.5 a scale further on.
    [Fact]
    public async Task GeoDecay_Linear_IsTheFactorOfTheClosestSite()
    {
        var plain = await ScoresAsync("");
        var near = await ScoresAsync("&filter.geo=distance(0,0,400mi)&geoDecay=func:linear,scale:100mi,offset:50mi,decay:0.5");

        Assert.Equal(plain[Near], near[Near], 4);
        Assert.Equal(1 - ((138.2 - 50) / 200), near[Middle] / plain[Middle], 2);
        Assert.Equal(0, near[Far], 4);
    }

    [Fact]
    public async Task GeoDecay_WithoutAPlace_ChangesNothing()
    {
        Assert.Equal(await ScoresAsync(""), await ScoresAsync("&geoDecay=func:gauss,scale:1mi,offset:0mi,decay:0.1"));
    }

    [Fact]
    public async Task Search_WithAPlace_TellsTheNearestSiteAndTheNearestThatRecruits()
    {
        var hits = (await GetAsync("/api/lind/search?filter.geo=distance(0,0,400mi)"))["studies"]!.AsArray();

        var middle = hits.First(hit => (string)hit!["nctId"]! == Middle)!;
        Assert.Equal(138.2, (double)middle["nearestSite"]!["distanceMiles"]!, 0);
        Assert.Equal("COMPLETED", (string)middle["nearestSite"]!["status"]!);
        Assert.Equal(207.3, (double)middle["nearestRecruitingSite"]!["distanceMiles"]!, 0);
        Assert.Equal(1, (int)middle["nearestRecruitingSite"]!["locationIndex"]!);
    }

    private async Task<Dictionary<string, double>> ScoresAsync(string more) =>
        (await GetAsync("/api/lind/search?query.cond=asthma" + more))["studies"]!.AsArray()
            .ToDictionary(hit => (string)hit!["nctId"]!, hit => (double)hit!["score"]!);

    private async Task<JsonNode> GetAsync(string path) => JsonNode.Parse(await Server.GetTextAsync(path))!;

    private static string At(int number, params (double Degrees, string Status)[] sites) => Samples.Study(number, change: study =>
        study["protocolSection"]!["contactsLocationsModule"] = new JsonObject
        {
            ["locations"] = new JsonArray([.. sites.Select(site => new JsonObject
            {
                ["facility"] = "Clinic", ["city"] = "Town", ["country"] = "Gabon", ["status"] = site.Status,
                ["geoPoint"] = new JsonObject { ["lat"] = 0.0, ["lon"] = site.Degrees },
            })]),
        });
}
