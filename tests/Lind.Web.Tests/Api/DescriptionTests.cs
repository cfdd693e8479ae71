using System.Text.Json.Nodes;
using Lind.TestKit;
using Lind.Web.Tests.Api.Conformance;
using Lind.Web.Tests.Hosting;

namespace Lind.Web.Tests.Api;

public sealed class DescriptionTests(OneStudyServer one) : IClassFixture<OneStudyServer>
{
    public static TheoryData<string, string> Documents => new()
    {
        { "/api/v2/openapi.json", "v2.json" },
        { "/api/lind/openapi.json", "lind.json" },
    };

    [Theory, MemberData(nameof(Documents))]
    public async Task OpenApi_Served_IsTheCommittedOne(string path, string file)
    {
        var server = one.Server;

        Golden.Matches(await server.GetTextAsync(path), "docs", "openapi", file);
    }

    [Theory, MemberData(nameof(Documents))]
    public async Task OpenApi_EveryReference_LeadsSomewhere(string path, string file)
    {
        var server = one.Server;
        var document = JsonNode.Parse(await server.GetTextAsync(path))!;

        var schemas = document["components"]!["schemas"]!.AsObject();

        Assert.NotEmpty(file);
        Assert.All(References(document), reference =>
            Assert.True(schemas.ContainsKey(reference["#/components/schemas/".Length..]), reference));
    }

    // Every endpoint of ours, asked for all it can tell, tells nothing that its schema lacks.
    [Theory]
    [InlineData("/search", "query.cond=asthma&facets=all&histograms=StartDate:year&details=true&highlights=3&fields=NCTId&spelling=true&filter.geo=distance(0,0,100mi)&narrative=a 40 year old man with asthma&pageSize=1&countTotal=true")]
    [InlineData("/statistics", "fields=Phase|EnrollmentCount|StartDate|HasResults|BriefTitle"), InlineData("/suggest", "prefix=as")]
    [InlineData("/spelling", "query.cond=asthmaa"), InlineData("/studies", "ids=NCT1,NCT2"), InlineData("/related", "text=asthma")]
    [InlineData("/studies/{nctId}/related", ""), InlineData("/studies/{nctId}/sites", "lat=1&lon=1")]
    [InlineData("/studies/{nctId}/explain", "query.cond=asthma")]
    public async Task Answer_OfOurOwnApi_FitsItsSchema(string path, string query)
    {
        await using var server = await WebServer.StartAsync(Enumerable.Range(1, 4).Select(number => Samples.Study(
            number, change: study => study["protocolSection"]!["contactsLocationsModule"] = JsonNode.Parse("""
                {"locations":[{"facility":"F","city":"C","state":"S","zip":"1","country":"Gabon","status":"RECRUITING","geoPoint":{"lat":0.5,"lon":0.5}}]}
                """))));
        var document = JsonNode.Parse(await server.GetTextAsync("/api/lind/openapi.json"))!;
        var schema = (string)document["paths"]![path]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!["$ref"]!;

        var answer = JsonNode.Parse(await server.GetTextAsync(
            $"/api/lind{path.Replace("{nctId}", "NCT00000001", StringComparison.Ordinal)}?{query.Replace(" ", "%20", StringComparison.Ordinal)}"));

        Assert.Empty(new SchemaCheck(document["components"]!["schemas"]!.AsObject(), knowsAll: true)
            .Faults(answer, schema["#/components/schemas/".Length..]));
    }

    // What is described is taken, and what is not is refused: the description cannot drift from the code.
    [Theory, MemberData(nameof(Documents))]
    public async Task OpenApi_EveryParameter_IsKnownToItsEndpoint(string path, string file)
    {
        var server = one.Server;
        var document = JsonNode.Parse(await server.GetTextAsync(path))!;
        var basis = (string)document["servers"]![0]!["url"]!;

        foreach (var (route, item) in document["paths"]!.AsObject())
        {
            foreach (var (method, operation) in item!.AsObject())
            {
                var url = basis + route.Replace("{nctId}", "NCT00000001", StringComparison.Ordinal);
                var names = operation!["parameters"]!.AsArray()
                    .Where(parameter => (string)parameter!["in"]! == "query")
                    .Select(parameter => (string)parameter!["name"]!);
                foreach (var name in names)
                {
                    Assert.DoesNotContain("is unknown parameter", await AnswerAsync(method, $"{url}?{name}="), StringComparison.Ordinal);
                }

                Assert.Contains("`somethingElse` is unknown parameter",
                    await AnswerAsync(method, url + "?somethingElse=1"), StringComparison.Ordinal);
            }
        }

        Assert.NotEmpty(file);
    }

    [Theory]
    [InlineData("/api/v2/docs"), InlineData("/api/lind/docs")]
    public async Task Page_OfAnApi_NeedsNoScript(string path)
    {
        var server = one.Server;

        var html = await server.GetTextAsync(path);

        Assert.Contains("<h1>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
    }

    // An ETag is described where one is given, and nowhere else.
    [Theory, MemberData(nameof(Documents))]
    public async Task OpenApi_Tag_IsDescribedWhereItIsGiven(string path, string file)
    {
        var document = JsonNode.Parse(await one.Server.GetTextAsync(path))!;
        var basis = (string)document["servers"]![0]!["url"]!;
        foreach (var (route, item) in document["paths"]!.AsObject().Where(pair => pair.Value!["get"] is not null))
        {
            var query = route switch
            {
                "/statistics" or "/stats/field/values" or "/stats/field/sizes" => "?fields=Phase",
                "/studies" when file == "lind.json" => "?ids=NCT1",
                "/related" => "?ids=NCT1",
                _ => "",
            };
            using var answer = await one.Server.GetAsync(basis + route.Replace("{nctId}", "NCT00000001", StringComparison.Ordinal) + query);

            var described = item!["get"]!["responses"]!["200"]!["headers"]!["ETag"] is not null;
            Assert.True(answer.IsSuccessStatusCode, $"{route}: {(int)answer.StatusCode}");
            Assert.True(described == answer.Headers.ETag is not null, route);
            Assert.Equal(described, item["get"]!["responses"]!["304"] is not null);
        }
    }

    private async Task<string> AnswerAsync(string method, string url)
    {
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), url);
        request.Content = method == "post" ? new StringContent("") : null;
        using var answer = await one.Server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member =>
            member.Key == "$ref" ? [(string)member.Value!] : References(member.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };
}
