using System.Net;
using System.Text.Json.Nodes;
using Lind.TestKit;
using Lind.Web.Tests.Hosting;

namespace Lind.Web.Tests.Api;

public sealed class CatalogueEndpointTests(OneStudyServer one) : IClassFixture<OneStudyServer>
{
    private static readonly string[] OwnWords = ["description"];

    [Fact]
    public async Task Metadata_WholeTree_IsTheRegistrysOwn()
    {
        var expected = JsonNode.Parse(await File.ReadAllTextAsync(
            Requires.SharedReference("studies-metadata.json"), TestContext.Current.CancellationToken))!;
        var server = one.Server;

        var actual = JsonNode.Parse(await server.GetTextAsync("/api/v2/studies/metadata"))!;

        Assert.Equal(Normal(expected), Normal(actual));
    }

    [Theory]
    [InlineData("includeIndexedOnly=true"), InlineData("includeHistoricOnly=false&includeIndexedOnly=false")]
    public async Task Metadata_Flags_AreTaken(string query)
    {
        var server = one.Server;

        using var answer = await server.GetAsync("/api/v2/studies/metadata?" + query);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task SearchAreas_Document_HasTheNineteenAreasWithWeights()
    {
        var server = one.Server;

        var documents = JsonNode.Parse(await server.GetTextAsync("/api/v2/studies/search-areas"))!.AsArray();

        var document = Assert.Single(documents)!;
        Assert.Equal("Study", (string?)document["name"]);
        var areas = document["areas"]!.AsArray();
        Assert.Equal(19, areas.Count);
        var basic = areas.First(area => (string?)area!["name"] == "BasicSearch")!;
        Assert.Equal("term", (string?)basic["param"]);
        Assert.Equal(57, basic["parts"]!.AsArray().Sum(part => part!["pieces"]!.AsArray().Count));
        var title = basic["parts"]!.AsArray().First(part => (string?)part!["pieces"]![0] == "BriefTitle")!;
        Assert.Equal(0.89, (double)title["weight"]!);
        Assert.True((bool)title["isSynonyms"]!);
    }

    [Fact]
    public async Task Enums_List_HasFortyOneTypesWithLegacyValues()
    {
        var server = one.Server;

        var enums = JsonNode.Parse(await server.GetTextAsync("/api/v2/studies/enums"))!.AsArray();

        Assert.Equal(41, enums.Count);
        var status = enums.First(one => (string?)one!["type"] == "Status")!;
        Assert.Contains("OverallStatus", status["pieces"]!.AsArray().Select(piece => (string?)piece));
        var active = status["values"]!.AsArray().First(value => (string?)value!["value"] == "ACTIVE_NOT_RECRUITING")!;
        Assert.Equal("Active, not recruiting", (string?)active["legacyValue"]);
    }

    [Theory]
    [InlineData("metadata?nope=1", "`nope` is unknown parameter")]
    [InlineData("metadata?includeIndexedOnly=maybe", "Invalid value in parameter `includeIndexedOnly`: `maybe`")]
    [InlineData("enums?x=1", "`x` is unknown parameter")]
    [InlineData("search-areas?x=1", "`x` is unknown parameter")]
    public async Task Catalogue_BadParameter_IsRefused(string rest, string text)
    {
        var server = one.Server;

        using var answer = await server.GetAsync("/api/v2/studies/" + rest);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(text, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    // Member order means nothing in JSON, and the few descriptions are in our own words.
    private static string Normal(JsonNode? node) => node switch
    {
        JsonObject members => "{" + string.Join(',', members
            .Where(member => !OwnWords.Contains(member.Key))
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => member.Key + ":" + Normal(member.Value))) + "}",
        JsonArray items => "[" + string.Join(",\n", items.Select(Normal)) + "]",
        null => "null",
        _ => node.ToJsonString(),
    };
}
