using System.Text.Json.Nodes;
using Lind.TestKit;
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

    // What is described is taken, and what is not is refused: the description cannot drift from the code.
    [Theory, MemberData(nameof(Documents))]
    public async Task OpenApi_EveryParameter_IsKnownToItsEndpoint(string path, string file)
    {
        var server = one.Server;
        var document = JsonNode.Parse(await server.GetTextAsync(path))!;
        var basis = (string)document["servers"]![0]!["url"]!;

        foreach (var (route, item) in document["paths"]!.AsObject())
        {
            var url = basis + route.Replace("{nctId}", "NCT00000001", StringComparison.Ordinal);
            var names = item!["get"]!["parameters"]!.AsArray()
                .Where(parameter => (string)parameter!["in"]! == "query")
                .Select(parameter => (string)parameter!["name"]!)
                .ToArray();
            foreach (var name in names)
            {
                using var known = await server.GetAsync($"{url}?{name}=");
                Assert.DoesNotContain("is unknown parameter",
                    await known.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            }

            using var unknown = await server.GetAsync(url + "?somethingElse=1");
            Assert.Contains("`somethingElse` is unknown parameter",
                await unknown.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
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

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member =>
            member.Key == "$ref" ? [(string)member.Value!] : References(member.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };
}
