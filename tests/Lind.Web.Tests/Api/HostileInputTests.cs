using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Lind.Web.Tests.Api;

/// <summary>Whatever comes in, the server refuses or answers: never a 500, never silence.</summary>
public sealed class HostileInputTests(SeededServer seeded) : IClassFixture<SeededServer>
{
    private static readonly string[] Paths =
    [
        "/api/v2/studies", "/api/v2/studies/NCT00000001", "/api/v2/stats/field/values", "/api/v2/stats/field/sizes",
        "/api/v2/studies/metadata", "/api/v2/version", "/api/v2/studies/download", "/api/lind/search",
        "/api/lind/statistics", "/api/lind/suggest", "/api/lind/spelling", "/api/lind/studies", "/api/lind/stream",
        "/api/lind/related", "/api/lind/studies/NCT00000001/related", "/api/lind/studies/NCT00000001/sites",
        "/api/lind/studies/NCT00000001/explain",
    ];

    private static readonly string[] Names =
    [
        "query.cond", "query.term", "query.locn", "query.id", "filter.advanced", "filter.geo", "filter.ids",
        "filter.overallStatus", "filter.synonyms", "aggFilters", "geoDecay", "sort", "fields", "pageSize", "pageToken",
        "countTotal", "format", "markupFormat", "types", "ids", "limit", "prefix", "area", "facets", "histograms",
        "narrative", "highlights", "text", "lat", "lon", "phases", "sponsor",
    ];

    private static readonly string[] Pieces =
    [
        "AREA[", "]", "(", ")", "\"", "\\", "AND", "OR", "NOT", "RANGE[MIN,", "MAX]", "EXPANSION[None]", "COVERAGE[",
        "SEARCH[Location]", "MISSING", "ALL", "TILT[StartDate]", "DISTANCE[", "1e999", "-0", "NaN", "\0", "\uFFFF",
        "\uD800", "𝒳", "e\u0301", "%00", "'; DROP TABLE studies; --", "../../etc/passwd", "<script>", "NCT00000001", "|",
        ",", ":", "Phase", "StartDate", "gout", "9999999999999999999999", "distance(1,2,3mi)", "@query", "@relevance",
    ];

    private static readonly string[] Valid =
    [
        "gout AND asthma", "AREA[StartDate]RANGE[2010, MAX] OR NOT gout", "SEARCH[Location](AREA[LocationCity]Bonn AND gout)",
        "EXPANSION[Concept]\"gout study\"", "COVERAGE[StartsWith]gout", "TILT[StartDate]gout", "AREA[EnrollmentCount]RANGE[1e3,MAX]",
        "distance(39.0,-77.1,50mi)", "func:exp,scale:300mi,offset:0mi,decay:0.5", "NCT00000003,nct4", "RECRUITING|COMPLETED",
        "status:rec com,phase:1 2,results:with", "EnrollmentCount:desc,NumArmGroups", "StartDate|@relevance:asc",
        "NCTId,BriefTitle|ProtocolSection", "protocolSection.designModule", "@query", "true", "10", "0", "1000", "-1", "90", "12.5",
        "json", "csv", "fhir.json", "ris", "legacy", "ENUM,STRING", "Phase", "Condition|StdAge", "status,phase", "all",
        "StartDate:year,EnrollmentCount:100", "ConditionSearch:12345", "A woman of 60 with gout", "same", "PHASE2,NA",
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    // Parameters the endpoint knows, with values that are nearly right: these get past the first check.
    [Theory, MemberData(nameof(Seeds))]
    public async Task Api_KnownParametersOddValues_AreAnsweredOrRefused(int seed)
    {
        var random = new Random(seed * 1000);
        var operations = await OperationsAsync();
        for (var round = 0; round < 60; round++)
        {
            var (path, names) = operations[random.Next(operations.Length)];
            var url = path + "?" + string.Join('&', names.OrderBy(_ => random.Next()).Take(random.Next(1, 5))
                .Select(name => name + "=" + Uri.EscapeDataString(Mutated(random, Valid[random.Next(Valid.Length)]))));

            using var answer = await seeded.Server.GetAsync(url);

            Assert.True((int)answer.StatusCode is 200 or 301 or 400 or 404, $"{(int)answer.StatusCode} for {url}");
            var type = answer.Content.Headers.ContentType?.MediaType;
            Assert.True(answer.IsSuccessStatusCode
                || type == (path.StartsWith("/api/v2", StringComparison.Ordinal) ? "text/plain" : "application/problem+json"),
                $"{type} for {url}");
            await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public async Task Api_RandomParameters_AreAnsweredOrRefused(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 60; round++)
        {
            var url = Paths[random.Next(Paths.Length)] + "?" + string.Join('&', Enumerable.Range(0, random.Next(1, 4))
                .Select(_ => Names[random.Next(Names.Length)] + "=" + Uri.EscapeDataString(Text(random))));

            using var answer = await seeded.Server.GetAsync(url);

            Assert.True((int)answer.StatusCode is 200 or 400 or 404, $"{(int)answer.StatusCode} for {url}");
            await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        }
    }

    [Theory]
    [InlineData(32_769), InlineData(100_000)]
    public async Task Expression_TooLong_IsRefused(int length)
    {
        using var answer = await seeded.Server.GetAsync("/api/v2/studies?query.term=" + new string('a', length));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData(101, HttpStatusCode.BadRequest), InlineData(10_000, HttpStatusCode.BadRequest)]
    public async Task Expression_TooDeep_IsRefused(int depth, HttpStatusCode status)
    {
        var text = new string('(', depth) + "gout" + new string(')', depth);

        using var answer = await seeded.Server.GetAsync("/api/v2/studies?query.term=" + text);

        Assert.Equal(status, answer.StatusCode);
    }

    // Each limit by its own words.
    [Theory]
    [InlineData("length", "at most 32768 characters"), InlineData("depth", "at most 100 levels"), InlineData("terms", "at most 2048")]
    public async Task Expression_BeyondALimit_SaysWhichAndHowMuch(string limit, string words)
    {
        var text = limit switch
        {
            "length" => new string('a', 32_769),
            "depth" => new string('(', 101) + "gout" + new string(')', 101),
            _ => string.Join(" OR ", Enumerable.Range(0, 2_049).Select(number => string.Create(CultureInfo.InvariantCulture, $"g{number}"))),
        };

        using var answer = await seeded.Server.GetAsync("/api/v2/studies?query.cond=" + Uri.EscapeDataString(text));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var said = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("Error parsing query in Conditions or disease: Query ", said, StringComparison.Ordinal);
        Assert.EndsWith(words, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_TooLong_AreRefused()
    {
        var ids = string.Join(',', Enumerable.Range(1, 10_001).Select(number => number.ToString(CultureInfo.InvariantCulture)));

        using var answer = await seeded.Server.GetAsync("/api/v2/studies?filter.ids=" + ids);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("Parameter 'filter.ids' is too long: at most 10000 items",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task<(string Path, string[] Names)[]> OperationsAsync()
    {
        var operations = new List<(string, string[])>();
        foreach (var document in new[] { "/api/v2/openapi.json", "/api/lind/openapi.json" })
        {
            var api = JsonNode.Parse(await seeded.Server.GetTextAsync(document))!;
            var basis = (string)api["servers"]![0]!["url"]!;
            operations.AddRange(api["paths"]!.AsObject().Select(path => (
                basis + path.Key.Replace("{nctId}", "NCT00000001", StringComparison.Ordinal),
                path.Value!["get"]!["parameters"]!.AsArray().Where(one => (string)one!["in"]! == "query")
                    .Select(one => (string)one!["name"]!).ToArray())));
        }

        return [.. operations];
    }

    // Up to two characters lost, doubled or replaced, or another value behind it.
    private static string Mutated(Random random, string value)
    {
        var text = new StringBuilder(value);
        for (var change = random.Next(3); change > 0 && text.Length > 0; change--)
        {
            var at = random.Next(text.Length);
            _ = random.Next(4) switch
            {
                0 => text.Remove(at, 1),
                1 => text.Insert(at, text[at]),
                2 => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
                _ => text.Append(random.Next(2) == 0 ? ',' : '|').Append(Valid[random.Next(Valid.Length)]),
            };
        }

        return text.ToString();
    }

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 7))
        .Select(_ => Pieces[random.Next(Pieces.Length)] + (random.Next(2) == 0 ? " " : "")))
        .Replace("\uD800", random.Next(2) == 0 ? "\uD800" : "?", StringComparison.Ordinal);
}
