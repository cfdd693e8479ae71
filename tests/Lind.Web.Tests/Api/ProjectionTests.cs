using System.IO.Compression;
using System.Text.Json.Nodes;
using Lind.Studies.Fields;
using Lind.TestKit;
using Lind.Web.Tests.Hosting;

namespace Lind.Web.Tests.Api;

/// <summary><c>fields=</c> for every field of the catalogue over real records, against a projection that knows nothing of
/// ours: it cuts the tree of the whole answer along the path.</summary>
public sealed class ProjectionTests
{
    // Enough to hold nearly every kind of member, few enough to ask 1,300 times.
    private const int Studies = 6;

    [Fact]
    public async Task Fields_EveryPiecePathAndOlderName_AreCutFromTheWholeRecord()
    {
        await using var server = await StartAsync();
        var whole = await PageAsync(server, "");

        var wrong = new List<string>();
        foreach (var field in FieldCatalogue.All)
        {
            var expected = new JsonArray([.. whole.Select(study => Cut(study, [field.Path.Split('.')]) ?? new JsonObject())]).ToJsonString();
            foreach (var name in field.AltPieceNames.Append(field.Piece).Append(field.Path))
            {
                var given = (await PageAsync(server, "&fields=" + name)).ToJsonString();
                if (given != expected)
                {
                    wrong.Add(name);
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Fields_EveryArea_IsCutToItsPieces()
    {
        await using var server = await StartAsync();
        var whole = await PageAsync(server, "");

        foreach (var area in SearchAreas.All)
        {
            string[][] paths = [.. area.Fields.Select(part => part.Field.Path.Split('.'))];
            var expected = new JsonArray([.. whole.Select(study => Cut(study, paths) ?? new JsonObject())]);

            Assert.Equal(expected.ToJsonString(), (await PageAsync(server, "&fields=" + area.Name)).ToJsonString());
        }
    }

    [Fact]
    public async Task Csv_EveryColumnAlone_IsThatOfTheWholeTable()
    {
        await using var server = await StartAsync();
        var whole = CsvTests.ReadTable(await server.GetTextAsync("/api/v2/studies?format=csv&pageSize=1000"));

        for (var column = 0; column < whole[0].Count; column++)
        {
            var alone = CsvTests.ReadTable(await server.GetTextAsync(
                "/api/v2/studies?format=csv&pageSize=1000&fields=" + Uri.EscapeDataString(whole[0][column])));

            Assert.Equal(whole.Select(row => row[column]), alone.Select(row => Assert.Single(row)));
        }

        Assert.Equal(30, whole[0].Count);
    }

    private static async Task<WebServer> StartAsync()
    {
        await using var file = new GZipStream(
            File.OpenRead(Requires.SharedData("studies-v2.ndjson.gz")), CompressionMode.Decompress);
        using var reader = new StreamReader(file);
        var records = new List<(string Json, int Names)>();
        while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            // Neither the small ones nor the giants; those with the most different members hold most fields.
            if (line.Length is > 30_000 and < 60_000)
            {
                records.Add((line, NamesIn(JsonNode.Parse(line)).ToHashSet().Count));
            }
        }

        return await WebServer.StartAsync(
            records.OrderByDescending(record => record.Names).Take(Studies).Select(record => record.Json));
    }

    private static async Task<JsonArray> PageAsync(WebServer server, string query) =>
        JsonNode.Parse(await server.GetTextAsync("/api/v2/studies?pageSize=1000" + query))!["studies"]!.AsArray();

    private static JsonNode? Cut(JsonNode? node, IReadOnlyList<string[]> paths, int depth = 0)
    {
        switch (node)
        {
            case JsonArray items:
                var kept = items.Select(item => Cut(item, paths, depth)).Where(item => item is not null).ToArray();
                return kept.Length > 0 ? new JsonArray(kept) : null;
            case JsonObject members:
                var left = new JsonObject();
                foreach (var (name, value) in members)
                {
                    var along = paths.Where(path => path[depth] == name).ToArray();
                    var part = along.Any(path => path.Length == depth + 1) ? value?.DeepClone()
                        : along.Length > 0 ? Cut(value, along, depth + 1) : null;
                    if (part is not null)
                    {
                        left.Add(name, part);
                    }
                }

                return left.Count > 0 ? left : null;
            default:
                return null;
        }
    }

    private static IEnumerable<string> NamesIn(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => NamesIn(member.Value).Append(member.Key)),
        JsonArray items => items.SelectMany(NamesIn),
        _ => [],
    };
}
