using System.Net;
using Lind.Web.Tests.Hosting;

namespace Lind.Web.Tests.Portal;

/// <summary>What the one box makes of what people type, over a few records of every kind.</summary>
public sealed class FindTests(FindTests.Registry registry) : IClassFixture<FindTests.Registry>
{
    private readonly WebServer _server = registry.Server!;


    [Theory]
    [InlineData("breast cancer", "cond=breast%20cancer")]
    [InlineData("Pembrolizumab", "intr=Pembrolizumab")]
    [InlineData("pfizer", "spons=pfizer")]
    [InlineData("Dana-Farber", "locn=Dana-Farber")]
    [InlineData("breast cancer in Boston", "cond=breast%20cancer&locn=Boston%2C%20Massachusetts%2C%20United%20States&distance=50")]
    [InlineData("Breast cancer near Boston, MA", "cond=Breast%20cancer&locn=Boston%2C%20Massachusetts%2C%20United%20States&distance=50")]
    [InlineData("breast cancer berlin", "cond=breast%20cancer&locn=Berlin%2C%20Germany&distance=50")]
    [InlineData("asthma in France", "cond=asthma&country=France")]
    [InlineData("heart failure Texas", "cond=heart%20failure&country=United%20States&state=Texas")]
    [InlineData("heart failure at MD Anderson", "cond=heart%20failure&locn=MD%20Anderson")]
    [InlineData("aspirin for heart failure", "cond=heart%20failure&intr=aspirin")]
    [InlineData("breast cancer tamoxifen", "cond=breast%20cancer&intr=tamoxifen")]
    [InlineData("recruiting asthma trials in children", "cond=asthma&aggFilters=status%3Arec%2Cages%3Achild")]
    [InlineData("women with breast cancer phase 3", "cond=breast%20cancer&aggFilters=sex%3Af%2Cphase%3A3")]
    [InlineData("women over 65 with heart failure in Texas", "cond=heart%20failure&country=United%20States&state=Texas&ageRange=65_&aggFilters=sex%3Af")]
    [InlineData("asthma under 18", "cond=asthma&ageRange=_17")]
    [InlineData("Asthma 65+", "cond=Asthma&ageRange=65_")]
    [InlineData("asthma aged 6 to 12 years", "cond=asthma&ageRange=6_12")]
    [InlineData("asthma age 9", "cond=asthma&ageRange=9_9")]
    [InlineData("aspirin over 100 mg", "term=aspirin%20over%20100%20mg")]
    [InlineData("pfizer heart failure", "cond=heart%20failure&spons=pfizer")]
    [InlineData("nothing of the kind", "term=nothing%20of%20kind")]
    [InlineData("AREA[Phase]PHASE3 AND heart", "term=AREA%5BPhase%5DPHASE3%20AND%20heart")]
    [InlineData("a 58-year-old man with asthma", "narrative=a%2058-year-old%20man%20with%20asthma")]
    [InlineData("our mother has had asthma for years and lately it got worse at night", "narrative=our%20mother%20has%20had%20asthma%20for%20years%20and%20lately%20it%20got%20worse%20at%20night")]
    public async Task Question_IsReadAsFields_AndKeptBesideThem(string question, string fields) =>
        Assert.Equal($"/search?{fields}&q={Uri.EscapeDataString(question)}", await AskAsync(question));

    [Theory]
    [InlineData("NCT00000003", "/study/NCT00000003")]
    [InlineData(" nct00000003 ", "/study/NCT00000003")]
    public async Task Number_LeadsToTheStudy(string question, string address) =>
        Assert.Equal(address, await AskAsync(question));

    [Fact]
    public async Task FieldsBesideTheBox_CountAsTheyAre()
    {
        using var answer = await _server.GetAsync("/search?ask=asthma+recruiting&cond=&term=inhaler&locn=Graz&aggFilters=phase:2");
        Assert.Equal("/search?cond=asthma&term=inhaler&locn=Graz&aggFilters=phase%3A2%2Cstatus%3Arec&q=asthma%20recruiting", answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("/search?q=asthma", "/search?cond=asthma&q=asthma")]
    [InlineData("/search?q=NCT00000003", "/study/NCT00000003")]
    [InlineData("/search?cond=asthma&q=asthma", null)]
    [InlineData("/search?q=in+in+in", null)]
    public async Task LoneQuestion_IsReadLikeTheBox(string address, string? target)
    {
        using var answer = await _server.GetAsync(address);
        Assert.Equal(target, answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("\"unclosed")]
    [InlineData("((((")]
    [InlineData("\\ in \\")]
    [InlineData("in in in in")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("asthma over ٦٥")]
    [InlineData("asthma ٦٥ years old")]
    [InlineData("asthma between 999 and 1")]
    [InlineData("over over {0} 65+ +")]
    public async Task Hostile_IsStillAnswered(string question)
    {
        using var answer = await _server.GetAsync(await AskAsync(question));
        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.BadRequest });
        Assert.DoesNotContain("<script>alert", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_IsSaid_WithWhatElseItCouldMean()
    {
        var page = await _server.ReadAsync(await AskAsync("breast cancer in Boston"));
        var said = page.QuerySelector(".understood")!;

        Assert.Contains("“breast cancer in Boston” was read as: condition breast cancer, within 50 miles of Boston", said.TextContent, StringComparison.Ordinal);
        Assert.Contains(said.QuerySelectorAll("a"), link => link.GetAttribute("href") == "/search?term=breast%20cancer%20in%20Boston&q=breast%20cancer%20in%20Boston");
        Assert.Equal("breast cancer", page.QuerySelector("#f-cond")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Suggestions_AreConditionsTreatmentsSponsorsAndPlaces()
    {
        Assert.Contains("\"Boston, Massachusetts, United States\"", await _server.GetTextAsync("/suggest?q=bos"), StringComparison.Ordinal);
        Assert.Contains("\"Pfizer\"", await _server.GetTextAsync("/suggest?q=pf"), StringComparison.Ordinal);
        Assert.Contains("\"Budesonide\"", await _server.GetTextAsync("/suggest?q=bud"), StringComparison.Ordinal);
        Assert.DoesNotContain("value", await _server.GetTextAsync("/suggest?q=b"), StringComparison.Ordinal);
    }

    private async Task<string> AskAsync(string question)
    {
        using var answer = await _server.GetAsync("/search?ask=" + Uri.EscapeDataString(question));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    /// <summary>One server for all of these tests: they only read.</summary>
    public sealed class Registry : IAsyncLifetime
    {
        public WebServer? Server { get; private set; }

        public async ValueTask InitializeAsync() => Server = await WebServer.StartAsync(
            Study(1, "Breast Cancer", "Pembrolizumab", "Pfizer", "Boston", "Massachusetts", "United States", "Dana-Farber Cancer Institute"),
            Study(2, "Breast Cancer", "Tamoxifen", "Charité", "Berlin", null, "Germany", "Charité"),
            Study(3, "Heart Failure", "Aspirin", "Pfizer", "Houston", "Texas", "United States", "MD Anderson"),
            Study(4, "Asthma", "Budesonide", "Novartis", "Paris", null, "France", "Hôpital Bichat"));

        public ValueTask DisposeAsync() => Server?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    internal static string Study(
        int number, string condition, string treatment, string sponsor, string city, string? state, string country, string facility,
        string status = "RECRUITING", string siteStatus = "RECRUITING", string verified = "2019-01")
    {
        var (latitude, longitude) = city switch { "Boston" => (42.36, -71.06), "Berlin" => (52.52, 13.41), "Houston" => (29.76, -95.37), _ => (48.85, 2.35) };
        var region = state is null ? "" : $"\"state\":\"{state}\",";
        var site = string.Create(System.Globalization.CultureInfo.InvariantCulture, $$$"""
            {"facility":"{{{facility}}}","status":"{{{siteStatus}}}","city":"{{{city}}}",{{{region}}}"country":"{{{country}}}",
             "geoPoint":{"lat":{{{latitude}}},"lon":{{{longitude}}}}}
            """);
        return Records.Json(number, $$$"""
            "statusModule":{"overallStatus":"{{{status}}}","statusVerifiedDate":"{{{verified}}}"},
            "conditionsModule":{"conditions":["{{{condition}}}"]},
            "armsInterventionsModule":{"interventions":[{"type":"DRUG","name":"{{{treatment}}}"}]},
            "sponsorCollaboratorsModule":{"leadSponsor":{"name":"{{{sponsor}}}","class":"OTHER"}},
            "eligibilityModule":{"sex":"{{{(number % 2 == 0 ? "FEMALE" : "ALL")}}}"},
            "contactsLocationsModule":{"locations":[{{{site}}}]}
            """, title: $"{treatment} for {condition}");
    }
}
