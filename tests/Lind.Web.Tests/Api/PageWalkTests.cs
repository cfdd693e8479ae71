using System.Text.Json.Nodes;
using Lind.Web.Tests.Hosting;

namespace Lind.Web.Tests.Api;

/// <summary>Walks over pages while the data changes underneath.</summary>
public sealed class PageWalkTests
{
    private const int PageSize = 7;

    // By relevance the order depends on how frequent words are: new records would reshuffle it.
    [Theory]
    [InlineData("query.titles=gout OR asthma OR rare"), InlineData("query.cond=asthma&sort=StartDate"), InlineData("")]
    public async Task Walk_WhileRecordsComeIn_MeetsEveryStudyOfItsBeginningOnce(string query)
    {
        await using var server = await WebServer.StartAsync(Enumerable.Range(1, 40).Select(Record));
        var all = SeededServer.IdsOf(await PageAsync(server, query + "&pageSize=1000"));

        var met = await WalkAsync(server, query, page => page % 2 == 1
            // New studies, and the old ones with other words, in between the old ones and behind them.
            ? server.AddAsync(Enumerable.Range(page * 3, 9).Select(number => Samples.Study(number, "Rare gout gout", startDate: "2025-01")))
            : Task.CompletedTask);

        Assert.Equal(40, all.Length);
        Assert.Equal(all, met);
    }

    [Fact]
    public async Task Walk_AcrossARestart_GoesOn()
    {
        await using var data = await TestRegistry.OpenAsync(Enumerable.Range(1, 40).Select(Record));
        await using var before = await WebServer.StartAsync(new LindWebOptions(), data);
        var all = SeededServer.IdsOf(await PageAsync(before, "query.titles=gout OR asthma&pageSize=1000"));
        var first = await PageAsync(before, $"query.titles=gout OR asthma&pageSize={PageSize}");

        await using var after = await WebServer.StartAsync(new LindWebOptions(), data);
        var met = await WalkAsync(after, "query.titles=gout OR asthma", _ => Task.CompletedTask, (string?)first["nextPageToken"]);

        Assert.Equal(all.Skip(PageSize), met);
    }

    [Fact]
    public async Task Walk_OfOurOwnSearch_KeepsItsState()
    {
        await using var server = await WebServer.StartAsync(Enumerable.Range(1, 20).Select(Record));
        const string Url = "/api/lind/search?query.titles=gout OR asthma&pageSize=10";
        var first = JsonNode.Parse(await server.GetTextAsync(Url))!;

        await server.AddAsync(Enumerable.Range(100, 30).Select(number => Samples.Study(number, "Gout gout asthma")));
        var second = JsonNode.Parse(await server.GetTextAsync(Url + "&pageToken=" + (string?)first["nextPageToken"]))!;

        Assert.Equal((int)first["totalCount"]!, (int)second["totalCount"]!);
        Assert.Equal((string?)first["snapshot"], (string?)second["snapshot"]);
        Assert.Null(second["nextPageToken"]);
    }

    private static string Record(int number) =>
        Samples.Study(number * 2, number % 3 == 0 ? "Gout in asthma" : "Asthma, asthma", startDate: $"20{number % 20 + 5:D2}");

    private static async Task<List<string>> WalkAsync(
        WebServer server, string query, Func<int, Task> between, string? token = null)
    {
        var met = new List<string>();
        var number = 0;
        do
        {
            var page = await PageAsync(server, $"{query}&pageSize={PageSize}&pageToken={token}");
            met.AddRange(SeededServer.IdsOf(page));
            token = (string?)page["nextPageToken"];
            await between(++number);
        }
        while (token is not null);

        return met;
    }

    private static async Task<JsonNode> PageAsync(WebServer server, string query) =>
        JsonNode.Parse(await server.GetTextAsync("/api/v2/studies?fields=NCTId&" + query.Replace(" ", "%20", StringComparison.Ordinal)))!;
}
