using System.Net;
using System.Text.Json;
using Lind.Web.Tests.Hosting;
using Lind.Web.Tests.Portal;

namespace Lind.Web.Tests.Api;

/// <summary><c>GET /api/lind/download</c>: a whole result as one file.</summary>
public sealed class ResultFileTests
{
    [Theory]
    [InlineData("csv", "text/csv", 5)]
    [InlineData("ndjson", "application/x-ndjson", 4)]
    public async Task LineFormats_HaveALineForEachStudy(string format, string type, int lines)
    {
        await using var server = await StartAsync();
        using var answer = await server.GetAsync($"/api/lind/download?format={format}");

        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"attachment; filename=\"studies.{format}\"", answer.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal(lines, Lines(await TextOf(answer)).Length);
    }

    [Fact]
    public async Task Json_IsAListOfWholeRecords()
    {
        await using var server = await StartAsync();
        using var document = JsonDocument.Parse(await server.GetTextAsync("/api/lind/download?format=json&query.cond=asthma"));
        Assert.Equal(2, document.RootElement.GetArrayLength());
    }

    [Fact]
    public async Task Ris_HasARecordForEachStudy()
    {
        await using var server = await StartAsync();
        var text = await server.GetTextAsync("/api/lind/download?format=ris&filter.ids=NCT00000001,NCT00000004");
        Assert.Equal(2, Lines(text).Count(line => line.StartsWith("ER  -", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Csv_HoldsTheColumnsChosen()
    {
        await using var server = await StartAsync();
        var lines = Lines(await server.GetTextAsync("/api/lind/download?fields=NCT+Number&fields=Study+Title&query.cond=gout"));
        Assert.Equal("NCT Number,Study Title", lines[0]);
        Assert.Equal(3, lines.Length);
    }

    [Theory]
    [InlineData("format=xml")]
    [InlineData("fields=Nonsense")]
    [InlineData("format=json&fields=Nonsense")]
    [InlineData("query.term=AREA%5BFoo%5Dx")]
    [InlineData("pageSize=10")]
    public async Task Mistakes_AreRefused(string query)
    {
        await using var server = await StartAsync();
        using var answer = await server.GetAsync("/api/lind/download?" + query);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static Task<WebServer> StartAsync() => WebServer.StartAsync(Enumerable.Range(1, 4).Select(number =>
        Records.Json(number, $$""" "conditionsModule":{"conditions":["{{(number <= 2 ? "Asthma" : "Gout")}}"]} """)));

    private static Task<string> TextOf(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
