using System.Text.Json.Nodes;
using Lind.TestKit;
using Lind.Web.Tests.Hosting;

namespace Lind.Web.Tests.Api.Conformance;

/// <summary>Our answers against the registry's own published description of its API.</summary>
public sealed class ConformanceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Description_EveryPathAndParameter_IsOursToo()
    {
        var theirs = (await ReadTheirsAsync())["paths"]!.AsObject();
        await using var server = await WebServer.StartAsync();
        var ours = JsonNode.Parse(await server.GetTextAsync("/api/v2/openapi.json"))!["paths"]!;

        Assert.Equal(9, theirs.Count);
        Assert.All(theirs, path => Assert.Equal(
            path.Value!["params"]!.AsArray().Select(name => (string)name!).Order(),
            ours[path.Key]!["get"]!["parameters"]!.AsArray().Select(parameter => (string)parameter!["name"]!).Order()));
    }

    [Theory]
    [InlineData("studies?pageSize=50&countTotal=true", "PagedStudies")]
    [InlineData("studies?fields=NCTId", "PagedStudies")]
    [InlineData("studies/NCT00000001", "Study")]
    [InlineData("studies/metadata", "FieldNodeList")]
    [InlineData("studies/search-areas", "SearchDocumentList")]
    [InlineData("studies/enums", "EnumInfoList")]
    [InlineData("stats/size", "GzipStats")]
    [InlineData("stats/field/values", "FieldValuesStatsList")]
    [InlineData("stats/field/sizes", "ListSizesList")]
    [InlineData("version", "Version")]
    public async Task Answer_OfEveryEndpoint_FitsTheirSchema(string path, string schema)
    {
        await using var server = await WebServer.StartAsync(Samples.Many(20));

        var answer = JsonNode.Parse(await server.GetTextAsync("/api/v2/" + path));

        Assert.Empty((await ReadSchemasAsync()).Faults(answer, schema));
    }

    // Every enum type and code that the registry publishes is in our list.
    [Fact]
    public async Task Enums_EveryPublishedCode_IsListed()
    {
        var schemas = await ReadSchemasJsonAsync();
        await using var server = await WebServer.StartAsync();
        var ours = JsonNode.Parse(await server.GetTextAsync("/api/v2/studies/enums"))!.AsArray()
            .ToDictionary(one => (string)one!["type"]!, one => one!["values"]!.AsArray()
                .Select(value => (string)value!["value"]!).ToHashSet());

        var missing = schemas
            .Where(schema => schema.Value?["enum"] is JsonArray && ours.ContainsKey(schema.Key))
            .SelectMany(schema => schema.Value!["enum"]!.AsArray()
                .Where(code => !ours[schema.Key].Contains((string)code!))
                .Select(code => $"{schema.Key} {code}"));

        Assert.Empty(missing);
    }

    private static async Task<SchemaCheck> ReadSchemasAsync() => new(await ReadSchemasJsonAsync());

    private static async Task<JsonObject> ReadSchemasJsonAsync() => (await ReadTheirsAsync())["schemas"]!.AsObject();

    private static async Task<JsonObject> ReadTheirsAsync() => JsonNode.Parse(await File.ReadAllTextAsync(
        Requires.SharedReference("ctg-oas-v2.schemas.json"), Cancellation))!.AsObject();
}
