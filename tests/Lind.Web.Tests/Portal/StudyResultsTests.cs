using Lind.Web.Tests.Hosting;

namespace Lind.Web.Tests.Portal;

/// <summary>Posted results as a page shows them.</summary>
public sealed class StudyResultsTests
{
    private const string Results = """
        "resultsSection":{
          "participantFlowModule":{"groups":[{"id":"FG0","title":"Active"}],"periods":[{"title":"Overall Study",
            "milestones":[{"type":"STARTED","achievements":[{"groupId":"FG0","numSubjects":"80"}]},{"type":"COMPLETED","achievements":[{"groupId":"FG0","numSubjects":"71"}]}]}]},
          "outcomeMeasuresModule":{"outcomeMeasures":[{"type":"PRIMARY","title":"Survival","paramType":"MEDIAN","dispersionType":"95% Confidence Interval","unitOfMeasure":"months",
            "groups":[{"id":"OG0","title":"Active"},{"id":"OG1","title":"Placebo"}],
            "classes":[{"categories":[{"measurements":[{"groupId":"OG0","value":"NA","lowerLimit":"18.10","upperLimit":"NA"},{"groupId":"OG1","value":"12.30","lowerLimit":"9.0","upperLimit":"15.5"}]}]}],
            "analyses":[{"groupIds":["OG0","OG1"],"paramType":"Hazard Ratio (HR)","paramValue":"0.70","ciPctValue":"95","ciNumSides":"TWO_SIDED","ciLowerLimit":"0.50","ciUpperLimit":"0.98","pValue":"0.037"}]}]},
          "adverseEventsModule":{"eventGroups":[{"id":"EG0","title":"Active","seriousNumAffected":3,"seriousNumAtRisk":80}],
            "seriousEvents":[{"term":"Stroke","organSystem":"Nervous system disorders","stats":[{"groupId":"EG0","numEvents":2,"numAffected":1,"numAtRisk":80}]},
              {"term":"Anaemia","organSystem":"Blood disorders","stats":[{"groupId":"EG0","numAffected":2,"numAtRisk":80}]}],
            "otherEvents":[{"term":"Headache","organSystem":"Nervous system disorders","stats":[{"groupId":"EG0","numAffected":40,"numAtRisk":80}]}]},
          "moreInfoModule":{"limitationsAndCaveats":{"description":"Few sites."}}}
        """;

    [Fact]
    public async Task Results_NumbersAsPosted_NotReachedInWords_EffectDrawnWithItsNumbers()
    {
        await using var server = await WebServer.StartAsync(Records.Json(3, "", Results));
        var page = await server.ReadAsync("/study/NCT00000003");
        var text = page.SectionText("Study Results");

        Assert.Contains("12.30", text, StringComparison.Ordinal);
        Assert.Contains("not reached or not estimable (recorded as NA)", text, StringComparison.Ordinal);
        Assert.Contains("0.50 to 0.98", text, StringComparison.Ordinal);
        Assert.Contains("0.037", text, StringComparison.Ordinal);
        Assert.Contains("Few sites.", text, StringComparison.Ordinal);
        Assert.Contains("0.70", page.QuerySelector("svg.forest")!.GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Contains("80 started, 71 completed", page.QuerySelector("svg.flow-chart")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_UsualView_StandsByOrganSystem_SharesSaidToBeComputed()
    {
        await using var server = await WebServer.StartAsync(Records.Json(3, "", Results));
        var page = await server.ReadAsync("/study/NCT00000003");

        Assert.Equal(["Blood disorders", "Nervous system disorders", "Nervous system disorders"],
            page.QuerySelectorAll("table.events th.organ").Select(one => one.TextContent));
        Assert.Contains("the percentages are computed", page.SectionText("Study Results"), StringComparison.Ordinal);
        Assert.Contains("40 of 80", page.SectionText("Study Results"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?events=serious&by=term", "Anaemia Stroke")]
    [InlineData("?events=serious&by=share", "Anaemia Stroke")]
    [InlineData("?by=share", "Anaemia Stroke Headache")]
    [InlineData("?events=other", "Headache")]
    [InlineData("?events=nonsense&by=nonsense", "Anaemia Stroke Headache")]
    public async Task Events_ChoiceInTheAddress_IsFollowed(string query, string terms)
    {
        await using var server = await WebServer.StartAsync(Records.Json(3, "", Results));
        var page = await server.ReadAsync("/study/NCT00000003" + query);

        Assert.Equal(terms, string.Join(' ', page.QuerySelectorAll("table.events tbody th[scope=row]").Select(one => one.TextContent)));
        Assert.EndsWith("/study/NCT00000003", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_ResultsPosted_ShowsEventsOfEachGroup()
    {
        await using var server = await WebServer.StartAsync(Records.Json(3, "", Results), Records.Json(4, ""));
        var page = await server.ReadAsync("/compare?ids=NCT00000003,NCT00000004");

        Assert.Contains("Active: 3 of 80", page.QuerySelector("table.compare")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Baseline_IsOneTable_WithABlockForEachMeasure()
    {
        const string Baseline = """
            "resultsSection":{"baselineCharacteristicsModule":{"groups":[{"id":"BG0","title":"Active"},{"id":"BG1","title":"Total"}],
              "denoms":[{"units":"Participants","counts":[{"groupId":"BG0","value":"40"},{"groupId":"BG1","value":"81"}]}],
              "measures":[
                {"title":"Age, Continuous","paramType":"MEAN","dispersionType":"STANDARD_DEVIATION","unitOfMeasure":"years",
                 "classes":[{"categories":[{"measurements":[{"groupId":"BG0","value":"54.2","spread":"9.1"},{"groupId":"BG1","value":"55.0","spread":"8.7"}]}]}]},
                {"title":"Sex: Female, Male","description":"As <b>told</b>.","paramType":"COUNT_OF_PARTICIPANTS","unitOfMeasure":"Participants",
                 "classes":[{"categories":[{"title":"Female","measurements":[{"groupId":"BG0","value":"17"}]},{"title":"Male","measurements":[{"groupId":"BG0","value":"23"}]}]}]}]}}
            """;
        await using var server = await WebServer.StartAsync(Records.Json(3, "", Baseline));
        var page = await server.ReadAsync("/study/NCT00000003");
        var table = Assert.Single(page.QuerySelectorAll("#study-results table.measures"));

        Assert.Equal(3, table.QuerySelectorAll("tbody").Length);
        Assert.Equal(["Age, Continuous Mean (standard deviation), years", "Sex: Female, Male Count of participants, ParticipantsAs <b>told</b>."],
            table.QuerySelectorAll("th[scope=rowgroup]").Select(one => string.Join(' ', one.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        Assert.Equal(["40", "81", "54.2", "55.0", "17", "23"], table.QuerySelectorAll(".result-number").Select(one => one.TextContent));
    }
}
