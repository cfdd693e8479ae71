using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Lind.Studies.Fields;
using Lind.TestKit;
using Lind.Web.Tests.Hosting;

namespace Lind.Web.Tests.Api;

public sealed class StatsEndpointTests(OneStudyServer one) : IClassFixture<OneStudyServer>
{
    private static readonly string[] Three =
    [
        Samples.Study(1, "Same", phase: "PHASE1", enrollment: 10, startDate: "2019"),
        Samples.Study(2, "Same", phase: "PHASE2", enrollment: 20, startDate: "2020-05"),
        Samples.Study(3, "A longer title", phase: null, enrollment: null, startDate: null),
    ];

    [Fact]
    public async Task Size_Registry_MeasuresCompactJson()
    {
        await using var server = await WebServer.StartAsync(Three);
        var sizes = Three.Select(study => Encoding.UTF8.GetByteCount(study)).ToArray();

        var stats = JsonNode.Parse(await server.GetTextAsync("/api/v2/stats/size"))!;

        Assert.Equal(3, (int)stats["totalStudies"]!);
        Assert.Equal((int)Math.Round(sizes.Average()), (int)stats["averageSizeBytes"]!);
        Assert.Equal(3, stats["ranges"]!.AsArray().Sum(range => (int)range!["studiesCount"]!));
        Assert.Equal(sizes.Max(), (int)stats["largestStudies"]![0]!["sizeBytes"]!);
        Assert.Equal(sizes.Order().ElementAt(1), (int)stats["percentiles"]!["50"]!);
    }

    [Fact]
    public async Task FieldValues_Enum_CountsStudiesPerValue()
    {
        var field = await FieldAsync("Phase");

        Assert.Equal("""
            {"type":"ENUM","piece":"Phase","field":"protocolSection.designModule.phases","missingStudiesCount":1,"uniqueValuesCount":2,"topValues":[{"value":"PHASE1","studiesCount":1},{"value":"PHASE2","studiesCount":1}]}
            """, field.ToJsonString());
    }

    [Fact]
    public async Task FieldValues_String_NamesTheLongest()
    {
        var field = await FieldAsync("BriefTitle");

        Assert.Equal(2, (int)field["uniqueValuesCount"]!);
        Assert.Equal("Same", (string?)field["topValues"]![0]!["value"]);
        Assert.Equal(2, (int)field["topValues"]![0]!["studiesCount"]!);
        Assert.Equal("NCT00000003", (string?)field["longest"]!["nctId"]);
        Assert.Equal(14, (int)field["longest"]!["length"]!);
    }

    [Fact]
    public async Task FieldValues_DatesNumbersBooleans_HaveTheirOwnFigures()
    {
        var date = await FieldAsync("StartDate");
        var number = await FieldAsync("EnrollmentCount");
        var flag = await FieldAsync("HasResults");

        Assert.Equal("2019", (string?)date["min"]);
        Assert.Equal("2020-05", (string?)date["max"]);
        Assert.Equal("""["yyyy","yyyy-MM"]""", date["formats"]!.ToJsonString());
        Assert.Equal(10, (int)number["min"]!);
        Assert.Equal(20, (int)number["max"]!);
        Assert.Equal(15, (double)number["avg"]!);
        Assert.Equal(1, (int)number["missingStudiesCount"]!);
        Assert.Equal(3, (int)flag["falseCount"]!);
        Assert.Equal(0, (int)flag["trueCount"]!);
    }

    [Fact]
    public async Task FieldValues_Types_ChooseFields()
    {
        await using var server = await WebServer.StartAsync(Three);

        var fields = JsonNode.Parse(await server.GetTextAsync("/api/v2/stats/field/values?types=BOOLEAN|INTEGER"))!.AsArray();

        Assert.All(fields, field => Assert.Contains((string?)field!["type"], new[] { "BOOLEAN", "INTEGER" }));
        Assert.True(fields.Count > 10);
    }

    [Fact]
    public async Task FieldSizes_Lists_CountSizes()
    {
        await using var server = await WebServer.StartAsync(Three);

        var text = await server.GetTextAsync("/api/v2/stats/field/sizes?fields=StdAge");

        Assert.Equal("""
            [{"piece":"StdAge","field":"protocolSection.eligibilityModule.stdAges","uniqueSizesCount":1,"minSize":2,"maxSize":2,"topSizes":[{"size":2,"studiesCount":3}]}]
            """, text);
    }

    [Fact]
    public async Task Statistics_CountTakesLong_AsksToComeBack()
    {
        await using var server = await WebServer.StartAsync(new LindWebOptions { Clock = new HastyClock() }, Three);

        // The count may win the race against even such a clock: then there is nothing to come back for.
        var refusals = new List<TimeSpan?>();
        HttpStatusCode status;
        do
        {
            using var answer = await server.GetAsync("/api/v2/stats/field/values?fields=BriefTitle");
            status = answer.StatusCode;
            if (status == HttpStatusCode.ServiceUnavailable)
            {
                refusals.Add(answer.Headers.RetryAfter?.Delta);
                Assert.Null(answer.Headers.ETag);
            }
        }
        while (status == HttpStatusCode.ServiceUnavailable);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.All(refusals, wait => Assert.Equal(TimeSpan.FromSeconds(10), wait));
    }

    // Codes, truth values, single numbers and lengths of lists are told by the index until everything is counted.
    [Fact]
    public async Task Statistics_ToldByTheIndex_AreThoseOfTheCount()
    {
        var data = await TestRegistry.ImportAsync(Requires.SharedData("csv-export/ctg-studies.json.zip"));
        await using var server = await WebServer.StartAsync(new LindWebOptions(), data);
        string[] urls =
        [
            .. FieldCatalogue.All
                .Where(field => field.Kind is FieldKind.Enum or FieldKind.Boolean
                    || (field.Kind is FieldKind.Integer or FieldKind.Number && field.EnclosingLists.Count == 0))
                .Select(field => "/api/v2/stats/field/values?fields=" + field.Piece),
            .. FieldCatalogue.All.Where(field => field.IsList && field.EnclosingLists.Count == 1)
                .Select(field => "/api/v2/stats/field/sizes?fields=" + field.Piece),
        ];

        var told = new List<string>();
        foreach (var url in urls)
        {
            told.Add(await server.GetTextAsync(url));
        }

        await server.GetTextAsync("/api/v2/stats/field/values?fields=BriefTitle");
        var counted = new List<string>();
        foreach (var url in urls)
        {
            counted.Add(await server.GetTextAsync(url));
        }

        Assert.True(urls.Length > 80);
        Assert.Equal(counted, told);
    }

    [Fact]
    public async Task Statistics_Counted_OutliveTheServer()
    {
        await using var data = await TestRegistry.OpenAsync(Three);
        const string Url = "/api/v2/stats/field/values?fields=BriefTitle";
        await using var first = await WebServer.StartAsync(new LindWebOptions(), data);
        var counted = await first.GetTextAsync(Url);

        // Under this clock a count would be waited for in vain.
        await using var second = await WebServer.StartAsync(new LindWebOptions { Clock = new HastyClock() }, data);

        Assert.Equal(counted, await second.GetTextAsync(Url));
    }

    [Theory]
    [InlineData(""), InlineData("lind-statistics 1 00 x\n[]"), InlineData("lind-statistics 9 00 x\n")]
    public async Task Statistics_FileDamaged_AreCountedAnew(string content)
    {
        await using var server = await WebServer.StartAsync(Three);
        await File.WriteAllTextAsync(
            Path.Combine(server.Registry.Folder.Path, "statistics.lind"), content, TestContext.Current.CancellationToken);

        var text = await server.GetTextAsync("/api/v2/stats/field/values?fields=BriefTitle");

        Assert.Contains("\"studiesCount\":2", text, StringComparison.Ordinal);
    }

    // Whichever state answers, its tag goes with it.
    [Fact]
    public async Task Statistics_WhileCountingAnew_AreThoseOfTheStateBefore()
    {
        await using var data = await TestRegistry.OpenAsync(Three);
        const string Url = "/api/v2/stats/field/values?fields=BriefTitle";
        await using var patient = await WebServer.StartAsync(new LindWebOptions(), data);
        using var before = await patient.GetAsync(Url);
        await using var hasty = await WebServer.StartAsync(new LindWebOptions { Clock = new HastyClock() }, data);
        await hasty.AddAsync(Samples.Study(4, "Another"));

        using var meanwhile = await hasty.GetAsync(Url);
        using var after = await patient.GetAsync(Url);

        var (old, now) = (await TextOf(before), await TextOf(after));
        Assert.NotEqual(old, now);
        Assert.Equal(meanwhile.Headers.ETag!.Equals(before.Headers.ETag) ? old : now, await TextOf(meanwhile));
    }

    [Fact]
    public async Task Statistics_DataChanges_AreCountedAnew()
    {
        await using var server = await WebServer.StartAsync(Three);
        await server.GetTextAsync("/api/v2/stats/field/values?fields=Phase");

        await server.AddAsync(Samples.Study(4, phase: "PHASE3"));
        var text = await server.GetTextAsync("/api/v2/stats/field/values?fields=Phase");

        Assert.Contains("PHASE3", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("field/values?query.cond=x", "Invalid prefix in parameter name: query.cond")]
    [InlineData("field/values?filter.ids=NCT1", "Invalid prefix in parameter name: filter.ids")]
    [InlineData("field/values?sort=x", "`sort` is unknown parameter")]
    [InlineData("field/values?fields=", "Parameter 'fields' must not be empty")]
    [InlineData("field/values?types=TEXT", "Invalid value in parameter `types`: `TEXT`")]
    [InlineData("field/sizes?query.term=x", "Invalid prefix in parameter name: query.term")]
    [InlineData("size?fields=NCTId", "`fields` is unknown parameter")]
    [InlineData("size?query.cond=x", "Invalid prefix in parameter name: query.cond")]
    public async Task Stats_BadParameter_IsRefused(string rest, string text)
    {
        var server = one.Server;

        using var answer = await server.GetAsync("/api/v2/stats/" + rest);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(text, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("field/values?fields=Nope", "Nope"), InlineData("field/values?fields=Phase|Nope|Nope2", "Nope")]
    [InlineData("field/values?fields=ProtocolSection", "ProtocolSection")]
    [InlineData("field/sizes?fields=BriefTitle", "BriefTitle")]
    public async Task Stats_UnknownField_IsNotFoundByName(string rest, string name)
    {
        using var answer = await one.Server.GetAsync("/api/v2/stats/" + rest);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("Unknown piece name of field path: " + name,
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static Task<string> TextOf(HttpResponseMessage answer) =>
        answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private static async Task<JsonNode> FieldAsync(string piece)
    {
        await using var server = await WebServer.StartAsync(Three);
        var fields = JsonNode.Parse(await server.GetTextAsync("/api/v2/stats/field/values?fields=" + piece))!.AsArray();
        return Assert.Single(fields)!;
    }

    // No wait lasts: a timer has fired before it is handed out.
    private sealed class HastyClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            callback(state);
            return base.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
