using System.Net;
using System.Text.Json.Nodes;

namespace Lind.Web.Tests.Api;

/// <summary>Queries, filters, sorts and pages of <c>GET /studies</c>, against naive counts over known records.</summary>
public sealed class StudiesQueryTests(SeededServer seeded) : IClassFixture<SeededServer>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static IReadOnlyList<SeededServer.Made> Records => SeededServer.Records;

    public static TheoryData<string, string[]> Chosen => new()
    {
        { "", Ids(_ => true) },
        { "query.titles=gout", Ids(one => one.Condition == "gout" || one.Second == "gout") },
        { "filter.advanced=AREA[Condition]gout", Ids(one => one.Condition == "gout") },
        { "filter.overallStatus=RECRUITING", Ids(one => one.Status == "RECRUITING") },
        { "filter.overallStatus=RECRUITING,COMPLETED", Ids(one => one.Status is "RECRUITING" or "COMPLETED") },
        { "filter.overallStatus=RECRUITING|COMPLETED", Ids(one => one.Status is "RECRUITING" or "COMPLETED") },
        { "filter.overallStatus=RECRUITING&filter.overallStatus=COMPLETED", Ids(one => one.Status is "RECRUITING" or "COMPLETED") },
        { "filter.overallStatus=Active, not recruiting|Withdrawn", Ids(one => one.Status is "ACTIVE_NOT_RECRUITING" or "WITHDRAWN") },
        { "postFilter.overallStatus=COMPLETED", Ids(one => one.Status == "COMPLETED") },
        { "filter.overallStatus=COMPLETED,RECRUITING&postFilter.overallStatus=COMPLETED", Ids(one => one.Status == "COMPLETED") },
        { "filter.ids=NCT00000003,nct7|NCT00000011", ["NCT00000003", "NCT00000007", "NCT00000011"] },
        { "filter.ids=NCT00000003&filter.overallStatus=SUSPENDED", [] },
        { "filter.advanced=AREA[Phase]PHASE2", Ids(one => one.Phase == "PHASE2") },
        { "filter.advanced=AREA[Phase]MISSING", Ids(one => one.Phase is null) },
        { "filter.advanced=AREA[EnrollmentCount]RANGE[100, 200]", Ids(one => one.Enrollment is >= 100 and <= 200) },
        { "aggFilters=phase:1 2,status:rec", Ids(one => one.Phase is "PHASE1" or "PHASE2" && one.Status == "RECRUITING") },
        { "aggFilters=phase:na", [] },
        { "aggFilters=results:with", [] },
        { "aggFilters=status:act com", Ids(one => one.Status is "ACTIVE_NOT_RECRUITING" or "COMPLETED") },
        // Only NCT ids in a query: any of them, and filters are ignored.
        { "query.cond=NCT00000003&filter.overallStatus=SUSPENDED&aggFilters=results:with", ["NCT00000003"] },
        { "query.term=NCT00000003, NCT00000004 nct5&filter.ids=NCT00000009", ["NCT00000003", "NCT00000004", "NCT00000005"] },
    };

    public static TheoryData<string, int> Walks => new()
    {
        { "", 7 }, { "", 89 }, { "sort=EnrollmentCount", 10 }, { "sort=StartDate:asc,EnrollmentCount:desc", 13 },
        { "query.titles=gout", 4 }, { "query.titles=gout OR stroke&sort=@relevance", 5 },
        { "filter.overallStatus=COMPLETED&sort=StartDate", 3 },
    };

    [Theory, MemberData(nameof(Chosen))]
    public async Task Studies_Parameters_ChooseExactlyTheseStudies(string query, string[] expected)
    {
        var page = await seeded.GetAsync("/api/v2/studies?countTotal=true&pageSize=1000&fields=NCTId&" + Escaped(query));

        Assert.Equal(expected, SeededServer.IdsOf(page).Order());
        Assert.Equal(expected.Length, (int)page["totalCount"]!);
    }

    [Theory, MemberData(nameof(Walks))]
    public async Task Walk_OverAllPages_MeetsEveryStudyOnceInTheSameOrder(string query, int pageSize)
    {
        var parameters = "/api/v2/studies?fields=NCTId&" + Escaped(query);
        var all = SeededServer.IdsOf(await seeded.GetAsync(parameters + "&pageSize=1000"));

        var met = new List<string>();
        for (string? token = ""; token is not null;)
        {
            var page = await seeded.GetAsync($"{parameters}&pageSize={pageSize}&pageToken={token}");
            met.AddRange(SeededServer.IdsOf(page));
            token = (string?)page["nextPageToken"];
        }

        Assert.Equal(all, met);
    }

    [Theory]
    [InlineData("EnrollmentCount", false), InlineData("EnrollmentCount:desc", true)]
    public async Task Sort_ByNumber_PutsMissingLast(string sort, bool falling)
    {
        var ids = SeededServer.IdsOf(await seeded.GetAsync("/api/v2/studies?fields=NCTId&pageSize=1000&sort=" + sort));

        var values = ids.Select(id => Records.First(one => one.NctId == id).Enrollment).ToArray();
        var present = values.TakeWhile(value => value is not null).Select(value => value!.Value).ToArray();
        Assert.All(values.Skip(present.Length), Assert.Null);
        Assert.Equal(falling ? present.OrderDescending() : present.Order(), present);
    }

    [Fact]
    public async Task Sort_ByDate_FallsByDefaultWithMissingLast()
    {
        var ids = SeededServer.IdsOf(await seeded.GetAsync("/api/v2/studies?fields=NCTId&pageSize=1000&sort=StartDate"));

        var values = ids.Select(id => Records.First(one => one.NctId == id).Start).ToArray();
        var present = values.TakeWhile(value => value is not null).ToArray();
        Assert.All(values.Skip(present.Length), Assert.Null);
        Assert.Equal(present.OrderDescending(StringComparer.Ordinal), present);
    }

    [Theory]
    [InlineData("query.titles=gout"), InlineData("sort=StartDate"), InlineData("filter.overallStatus=COMPLETED")]
    [InlineData("filter.ids=NCT00000001"), InlineData("aggFilters=phase:1")]
    public async Task PageToken_OfAnotherQuery_IsRefused(string other)
    {
        var token = (string)(await seeded.GetAsync("/api/v2/studies?query.titles=study&pageSize=2"))["nextPageToken"]!;

        using var answer = await seeded.Server.GetAsync($"/api/v2/studies?{other}&pageSize=2&pageToken={token}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("filter.overallStatus=BOGUS", "Invalid value in parameter `overallStatus`: `BOGUS`")]
    [InlineData("filter.ids=NCT00000001,abc", "Item 2 in parameter `filter.ids` has incorrect format")]
    [InlineData("filter.geo=near(1,2)", "Parameter `filter.geo` has incorrect format")]
    [InlineData("geoDecay=quick", "Parameter `geoDecay` has incorrect format")]
    [InlineData("geoDecay=func:exp,scale:٣mi,offset:0mi,decay:0.5", "Parameter `geoDecay` has incorrect format")]
    [InlineData("sort=BriefTitle", "Unsupported sort field type: text")]
    [InlineData("aggFilters=bogus:x", "Unknown aggregation filter: 'bogus'")]
    [InlineData("filter.advanced=AREA[X]a", "Error parsing query in advanced filter: Unknown area name: 'X'")]
    [InlineData("sort=StartDate:asc,EnrollmentCount:down", "Item 2 in parameter `sort` has incorrect format")]
    [InlineData("filter.advanced=AREA[Phase]PHASE5", "Error parsing query in advanced filter: Allowed values for enum field "
        + "`protocolSection.designModule.phases` are `NA`, `EARLY_PHASE1`, `PHASE1`, `PHASE2`, `PHASE3`, `PHASE4`")]
    [InlineData("query.term=AREA[Sex]both", "Error parsing query in Other terms: Allowed values for enum field "
        + "`protocolSection.eligibilityModule.sex` are `FEMALE`, `MALE`, `ALL`")]
    [InlineData("filter.advanced=COVERAGE[FullMatc]a", "Error parsing query in advanced filter: Invalid coverage: FullMatc")]
    public async Task Studies_WrongValue_SaysWhyInPlainText(string query, string text)
    {
        using var answer = await seeded.Server.GetAsync("/api/v2/studies?" + Escaped(query));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(text, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Theory]
    [InlineData("query.cond=(a", "Conditions or disease"), InlineData("query.term=AREA[X]a", "Other terms")]
    [InlineData("query.locn=(a", "Location terms"), InlineData("query.titles=(a", "Title / acronym")]
    [InlineData("query.intr=(a", "Intervention / treatment"), InlineData("query.outc=(a", "Outcome measure")]
    [InlineData("query.spons=(a", "Sponsor / collaborator"), InlineData("query.lead=(a", "LeadSponsorName")]
    [InlineData("query.id=(a", "Study IDs"), InlineData("query.patient=(a", "PatientSearch")]
    [InlineData("filter.advanced=(a", "advanced filter")]
    public async Task Studies_FaultInAnExpression_NamesItsBox(string query, string label)
    {
        using var answer = await seeded.Server.GetAsync("/api/v2/studies?" + Escaped(query));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.StartsWith($"Error parsing query in {label}: ",
            await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sort=Nope"), InlineData("sort=StartDate:up"), InlineData("query.cond=\"open"), InlineData("query.cond=(a")]
    [InlineData("query.cond=a AND"), InlineData("query.cond=COV[FullMatch]a"), InlineData("query.cond=AREA[a"), InlineData("query.term=DISTANCE[1,2,501mi]")]
    [InlineData("query.term=EXPANSION[Lossy]COVERAGE[FullMatch]a")]
    public async Task Studies_BrokenExpression_Is400(string query)
    {
        using var answer = await seeded.Server.GetAsync("/api/v2/studies?" + Escaped(query));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Fields_AtQuery_AreWhatTheQueriesSearch()
    {
        var page = await seeded.GetAsync("/api/v2/studies?query.titles=gout&pageSize=1&fields=@query");

        var study = Assert.Single(page["studies"]!.AsArray())!;
        Assert.NotNull(study["protocolSection"]!["identificationModule"]!["briefTitle"]);
        Assert.Null(study["protocolSection"]!["statusModule"]);
        Assert.Null(study["derivedSection"]);
    }

    [Fact]
    public async Task Csv_Pages_CarryTotalAndTokenInHeadersAndTitlesOnce()
    {
        const string Query = "/api/v2/studies?format=csv&countTotal=true&pageSize=50&fields=NCT Number";
        using var first = await seeded.Server.GetAsync(Query);
        var token = Assert.Single(first.Headers.GetValues("x-next-page-token"));
        using var second = await seeded.Server.GetAsync(Query + "&pageToken=" + token);

        var lines = (await first.Content.ReadAsStringAsync(Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var more = (await second.Content.ReadAsStringAsync(Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("90", Assert.Single(first.Headers.GetValues("x-total-count")));
        Assert.Equal("NCT Number", lines[0]);
        Assert.Equal(51, lines.Length);
        Assert.Equal(40, more.Length);
        Assert.StartsWith("NCT0", more[0], StringComparison.Ordinal);
        Assert.False(second.Headers.Contains("x-next-page-token"));
        Assert.False(second.Headers.Contains("x-total-count"));
    }

    private static string[] Ids(Func<SeededServer.Made, bool> matches) => [.. Records.Where(matches).Select(one => one.NctId)];

    // The tests write parameters as people do; only what a URL needs is escaped.
    private static string Escaped(string query) => string.Join('&', query.Split('&').Select(pair =>
        pair.IndexOf('=', StringComparison.Ordinal) is > 0 and var at
            ? pair[..(at + 1)] + Uri.EscapeDataString(pair[(at + 1)..]) : pair));
}
