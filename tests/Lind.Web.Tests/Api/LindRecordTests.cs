using System.Net;
using System.Text.Json.Nodes;
using Lind.Web.Tests.Hosting;

namespace Lind.Web.Tests.Api;

/// <summary>Our own additions that answer from records: batch, sites, related, and how they refuse.</summary>
public sealed class LindRecordTests(OneStudyServer one) : IClassFixture<OneStudyServer>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Batch_KnownAndUnknownIds_AreToldApart()
    {
        await using var server = await WebServer.StartAsync(Samples.Study(1), Samples.Study(2));

        var text = await server.GetTextAsync("/api/lind/studies?ids=NCT00000002,nct77|NCT1,NCT2&fields=NCTId");

        Assert.Equal("""
            {"studies":[
            {"protocolSection":{"identificationModule":{"nctId":"NCT00000002"}}},
            {"protocolSection":{"identificationModule":{"nctId":"NCT00000001"}}}
            ],"unknown":["NCT00000077"]}
            """, text);
    }

    [Theory]
    [InlineData("studies", "Parameter 'ids' must not be empty")]
    [InlineData("studies?ids=NCT1,x", "Item 2 in parameter `ids` has incorrect format")]
    [InlineData("studies?ids=NCT1&fields=Nope", "Parameter 'fields' contains invalid field name: 'Nope'. Unknown piece name of field path: Nope")]
    [InlineData("studies?nope=1", "`nope` is unknown parameter")]
    [InlineData("studies/x/related", "Parameter `nctId` has incorrect format")]
    [InlineData("studies/NCT1/related?limit=0", "Invalid value in parameter `limit`: `0`")]
    [InlineData("studies/NCT1/related?limit=101", "Invalid value in parameter `limit`: `101`")]
    [InlineData("studies/NCT1/related?limit=ten", "Invalid value in parameter `limit`: `ten`")]
    [InlineData("studies/NCT1/related?ids=NCT2", "`ids` is unknown parameter")]
    [InlineData("studies/NCT1/related?lat=1", "Give 'lat' and 'lon' together")]
    [InlineData("studies/NCT1/related?phases=PHASE9", "The phases must be among NA, EARLY_PHASE1, PHASE1, PHASE2, PHASE3 and PHASE4.")]
    [InlineData("related", "Give 'ids', 'text' or both")]
    [InlineData("studies/NCT1/sites?lat=91&lon=0", "Invalid value in parameter `lat`: `91`")]
    [InlineData("search?facets=colour", "Invalid value in parameter `facets`: `colour`")]
    [InlineData("search?pageSize=1001", "Invalid value in parameter `pageSize`: `1001`")]
    [InlineData("search?histograms=StartDate", "Invalid value in parameter `histograms`: `StartDate`")]
    [InlineData("search?format=csv", "`format` is unknown parameter")]
    [InlineData("search?pageToken=x", "Invalid value of parameter 'pageToken'")]
    [InlineData("statistics", "Parameter 'fields' must not be empty")]
    [InlineData("suggest?area=query.all&prefix=a", "Invalid value in parameter `area`: `query.all`")]
    [InlineData("stream?sort=StartDate", "`sort` is unknown parameter")]
    public async Task Lind_BadRequest_IsAProblemThatSaysWhy(string rest, string detail)
    {
        var server = one.Server;

        using var answer = await server.GetAsync("/api/lind/" + rest);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!;
        Assert.Equal(400, (int)problem["status"]!);
        Assert.Equal(detail, (string?)problem["detail"]);
    }

    [Fact]
    public async Task Related_KnownStudy_HasScoresAndReasons()
    {
        await using var server = await WebServer.StartAsync(
            Samples.Study(1, "Asthma in adults"), Samples.Study(2, "Asthma in adults too"), Samples.Study(3, condition: "Gout"));

        var answer = JsonNode.Parse(await server.GetTextAsync("/api/lind/studies/NCT00000001/related?limit=5"))!;

        Assert.Equal("NCT00000001", (string?)answer["nctId"]);
        var related = answer["related"]!.AsArray();
        Assert.Contains(related, entry => (string?)entry!["nctId"] == "NCT00000002");
        Assert.DoesNotContain(related, entry => (string?)entry!["nctId"] == "NCT00000001");
        Assert.All(related, entry => Assert.NotEmpty(entry!["reasons"]!.AsArray()));
        var scores = related.Select(entry => (double)entry!["score"]!).ToArray();
        Assert.Equal(scores.OrderDescending(), scores);
    }

    [Theory]
    [InlineData("related"), InlineData("sites"), InlineData("explain?query.cond=gout")]
    public async Task Lind_UnknownStudy_IsAProblem404(string rest)
    {
        var server = one.Server;

        using var answer = await server.GetAsync("/api/lind/studies/NCT99999999/" + rest);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Sites_PlaceGiven_ComeNearestFirstWithTheirStatus()
    {
        await using var server = await WebServer.StartAsync(Samples.Study(1, change: study =>
            study["protocolSection"]!["contactsLocationsModule"] = JsonNode.Parse("""
                {"locations":[
                 {"facility":"Far","city":"Boston","status":"RECRUITING","geoPoint":{"lat":42.35843,"lon":-71.05977}},
                 {"facility":"Nowhere","city":"Unknown","status":"RECRUITING"},
                 {"facility":"Near","city":"Bethesda","status":"COMPLETED","geoPoint":{"lat":38.98067,"lon":-77.10026}}]}
                """)));

        var all = JsonNode.Parse(await server.GetTextAsync("/api/lind/studies/NCT1/sites?lat=38.9&lon=-77.03"))!;
        var open = JsonNode.Parse(await server.GetTextAsync(
            "/api/lind/studies/NCT1/sites?lat=38.9&lon=-77.03&onlyRecruiting=true&limit=1"))!;

        Assert.Equal(["Near", "Far", "Nowhere"], all["sites"]!.AsArray().Select(site => (string?)site!["facility"]));
        Assert.InRange((double)all["sites"]![0]!["distanceMiles"]!, 5, 8);
        Assert.InRange((double)all["sites"]![1]!["distanceMiles"]!, 380, 410);
        Assert.Null(all["sites"]![2]!["distanceMiles"]);
        Assert.Equal(2, (int)open["totalCount"]!);
        Assert.Equal("Far", (string?)Assert.Single(open["sites"]!.AsArray())!["facility"]);
    }
}
