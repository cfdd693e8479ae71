using System.Globalization;
using System.Net;

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

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

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

    [Fact]
    public async Task Lists_TooLong_AreRefused()
    {
        var ids = string.Join(',', Enumerable.Range(1, 10_001).Select(number => number.ToString(CultureInfo.InvariantCulture)));

        using var answer = await seeded.Server.GetAsync("/api/v2/studies?filter.ids=" + ids);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("Parameter 'filter.ids' is too long: at most 10000 items",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 7))
        .Select(_ => Pieces[random.Next(Pieces.Length)] + (random.Next(2) == 0 ? " " : "")))
        .Replace("\uD800", random.Next(2) == 0 ? "\uD800" : "?", StringComparison.Ordinal);
}
