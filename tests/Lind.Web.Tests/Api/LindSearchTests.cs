using System.Net;
using System.Text.Json.Nodes;

namespace Lind.Web.Tests.Api;

/// <summary>What our own API tells of a search beside its hits.</summary>
public sealed class LindSearchTests(SeededServer seeded) : IClassFixture<SeededServer>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Search_Facets_CountOverAllMatches()
    {
        var answer = await seeded.GetAsync("/api/lind/search?query.titles=gout&facets=status|phase&pageSize=1");

        var matching = SeededServer.Records.Where(one => one.Condition == "gout" || one.Second == "gout").ToArray();
        Assert.Equal(matching.Length, (int)answer["totalCount"]!);
        Assert.Equal(
            matching.GroupBy(one => one.Status).ToDictionary(group => group.Key, group => group.Count()),
            CountsOf(answer["facets"]!["status"]!));
        Assert.Equal(
            matching.Where(one => one.Phase is not null).GroupBy(one => one.Phase!)
                .ToDictionary(group => group.Key, group => group.Count()),
            CountsOf(answer["facets"]!["phase"]!));
        Assert.Equal(matching.Count(one => one.Phase is null), (int)answer["facets"]!["phase"]!["missingStudiesCount"]!);
    }

    [Fact]
    public async Task Search_AllFacets_AreNamedAsDescribed()
    {
        var answer = await seeded.GetAsync("/api/lind/search?facets=all&pageSize=0");

        Assert.Equal(18, answer["facets"]!.AsObject().Count);
        Assert.Empty(answer["studies"]!.AsArray());
    }

    [Fact]
    public async Task Search_HighlightsAndFields_ComeWithEachHit()
    {
        var answer = await seeded.GetAsync("/api/lind/search?query.titles=gout&highlights=1&fields=NCTId|BriefTitle&pageSize=3");

        Assert.All(answer["studies"]!.AsArray(), hit =>
        {
            var highlight = Assert.Single(hit!["highlights"]!.AsArray())!;
            var span = highlight["spans"]![0]!;
            var marked = ((string)highlight["text"]!).Substring((int)span["start"]!, (int)span["length"]!);
            Assert.Equal("gout", marked, ignoreCase: true);
            Assert.Equal((string)hit["nctId"]!, (string)hit["study"]!["protocolSection"]!["identificationModule"]!["nctId"]!);
        });
    }

    [Fact]
    public async Task Search_Histogram_CountsYears()
    {
        var answer = await seeded.GetAsync("/api/lind/search?histograms=StartDate:year&pageSize=0");

        var histogram = Assert.Single(answer["histograms"]!.AsArray())!;
        Assert.Equal(
            SeededServer.Records.Where(one => one.Start is not null).GroupBy(one => one.Start![..4])
                .OrderBy(group => group.Key).Select(group => $"{group.Key} {group.Count()}"),
            histogram["bars"]!.AsArray().Select(bar => $"{(string)bar!["from"]!} {(int)bar["studiesCount"]!}"));
    }

    [Fact]
    public async Task Statistics_OverAQuery_CountOnlyItsMatches()
    {
        var answer = (await seeded.GetAsync(
            "/api/lind/statistics?filter.overallStatus=COMPLETED&fields=Phase|EnrollmentCount")).AsArray();

        var completed = SeededServer.Records.Where(one => one.Status == "COMPLETED").ToArray();
        Assert.Equal(completed.Length, (int)answer[0]!["studiesCount"]!);
        Assert.Equal(completed.Count(one => one.Phase is null), (int)answer[0]!["missingStudiesCount"]!);
        Assert.Equal(completed.Max(one => one.Enrollment), (int)answer[1]!["max"]!);
        Assert.Equal((double)completed.Average(one => one.Enrollment)!, (double)answer[1]!["avg"]!, 6);
    }

    [Fact]
    public async Task Statistics_OfATextNotCounted_AreReadFromTheRecords()
    {
        var answer = (await seeded.GetAsync("/api/lind/statistics?query.titles=gout&fields=BriefTitle|BriefSummary")).AsArray();

        var titles = SeededServer.Records.Where(one => one.Condition == "gout" || one.Second == "gout").ToArray();
        Assert.Equal(titles.Length, (int)answer[0]!["uniqueValuesCount"]!);
        Assert.Equal(titles.Length, answer[0]!["topValues"]!.AsArray().Count);
        Assert.Equal(1, (int)answer[1]!["uniqueValuesCount"]!);
        Assert.Equal(titles.Length, (int)answer[1]!["topValues"]![0]!["studiesCount"]!);
        Assert.Equal("Dose \\> 5 mg & more.".Length, (int)answer[1]!["longest"]!);
    }

    [Fact]
    public async Task Search_FacetsOfYearsBandsResults_CountOverAllMatches()
    {
        var facets = (await seeded.GetAsync(
            "/api/lind/search?filter.overallStatus=COMPLETED&facets=startYear|enrollment|results|sponsorClass|ageGroup&facetLimit=50&pageSize=0"))["facets"]!;

        var completed = SeededServer.Records.Where(one => one.Status == "COMPLETED").ToArray();
        Assert.Equal(
            completed.Where(one => one.Start is not null).GroupBy(one => one.Start![..4]).ToDictionary(year => year.Key, year => year.Count()),
            CountsOf(facets["startYear"]!));
        Assert.Equal(completed.Count(one => one.Enrollment is >= 100 and < 500), CountsOf(facets["enrollment"]!)["100-499"]);
        Assert.Equal(completed.Count(one => one.Enrollment is null), (int)facets["enrollment"]!["missingStudiesCount"]!);
        Assert.Equal(completed.Length, CountsOf(facets["results"]!)["without"]);
        Assert.Equal(completed.Length, CountsOf(facets["sponsorClass"]!)["OTHER"]);
        Assert.Equal(completed.Length, CountsOf(facets["ageGroup"]!)["ADULT"]);
    }

    [Fact]
    public async Task Stream_OfAQuery_IsOneLinePerStudyInIdOrder()
    {
        using var answer = await seeded.Server.GetAsync("/api/lind/stream?query.titles=stroke&fields=NCTId");

        var lines = (await answer.Content.ReadAsStringAsync(Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var ids = lines.Select(line => (string)JsonNode.Parse(line)!["protocolSection"]!["identificationModule"]!["nctId"]!);
        Assert.Equal("application/x-ndjson", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(SeededServer.Records.Where(one => one.Condition == "stroke" || one.Second == "stroke")
            .Select(one => one.NctId), ids);
    }

    [Fact]
    public async Task Problem_OfAnExpression_PointsAtTheFault()
    {
        using var answer = await seeded.Server.GetAsync("/api/lind/search?filter.advanced=AREA[LeadSponsrName]x");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!;
        Assert.Equal("filter.advanced", (string)problem["parameter"]!);
        Assert.Equal(5, (int)problem["position"]!);
        Assert.Equal(14, (int)problem["length"]!);
        Assert.Equal("AREA[LeadSponsorName]", (string)problem["suggestion"]!);
    }

    [Fact]
    public async Task Suggest_Prefix_CompletesConditions()
    {
        var answer = await seeded.GetAsync("/api/lind/suggest?area=query.cond&prefix=mig");

        var suggestion = answer["suggestions"]![0]!;
        Assert.Equal("migraine", (string)suggestion["value"]!, ignoreCase: true);
        Assert.Equal(SeededServer.Records.Count(one => one.Condition == "migraine"), (int)suggestion["studiesCount"]!);
    }

    [Fact]
    public async Task Spelling_MisspeltWord_IsCorrected()
    {
        var answer = await seeded.GetAsync("/api/lind/spelling?query.cond=migrane");

        Assert.Equal("query.cond", (string?)answer["parameter"]);
        Assert.Equal("migraine", (string?)answer["text"]);
    }

    [Fact]
    public async Task Explain_Hit_MatchesItsScore()
    {
        var hit = (await seeded.GetAsync("/api/lind/search?query.titles=gout&pageSize=1"))["studies"]![0]!;

        var explanation = await seeded.GetAsync($"/api/lind/studies/{(string)hit["nctId"]!}/explain?query.titles=gout");

        Assert.True((bool)explanation["matches"]!);
        Assert.Equal((double)hit["score"]!, (double)explanation["score"]!, 3);
    }

    private static Dictionary<string, int> CountsOf(JsonNode facet) => facet["values"]!.AsArray()
        .ToDictionary(value => (string)value!["value"]!, value => (int)value!["studiesCount"]!);
}
