using Lind.Web.Portal;
using Lind.Web.Tests.Hosting;

namespace Lind.Web.Tests.Portal;

public sealed class StudyPlacesTests
{
    private const string Sites = """
        "statusModule":{"overallStatus":"RECRUITING","statusVerifiedDate":"2099-01"},
        "contactsLocationsModule":{"locations":[
          {"facility":"Near","city":"Vienna","country":"Austria","status":"COMPLETED","geoPoint":{"lat":48.2082,"lon":16.3738}},
          {"facility":"Far","city":"Graz","state":"Styria","country":"Austria","status":"RECRUITING","geoPoint":{"lat":47.0707,"lon":15.4395}},
          {"facility":"Nowhere","city":"Linz","country":"Austria","status":"RECRUITING"}]}
        """;

    [Fact]
    public void Nearest_PrefersASiteThatRecruits() => Assert.Equal(
        "Nearest recruiting site: Graz, Styria, Austria, 145 km (90 miles) in a straight line from Vienna.",
        StudySentences.Nearest(Records.English, Near(Sites, new("vienna", "Vienna", 48.2082, 16.3738))));

    [Fact]
    public void Nearest_InThePlaceItself_IsNotMeasured() => Assert.Equal(
        "Nearest recruiting site: Graz, Styria, Austria, in the place itself.",
        StudySentences.Nearest(Records.English, Near(Sites, new("graz", "Graz", 47.0707, 15.4395))));

    [Fact]
    public void Nearest_NoneRecruits_SaysSo() => Assert.StartsWith("No site is recruiting now",
        StudySentences.Nearest(Records.English, Near(Sites.Replace("RECRUITING", "COMPLETED", StringComparison.Ordinal), new("vienna", "Vienna", 48.2082, 16.3738))), StringComparison.Ordinal);

    [Fact]
    public void Nearest_UnknownPlace_SaysSo() => Assert.Contains("“Atlantis”",
        StudySentences.Nearest(Records.English, Near(Sites, new("Atlantis", null, null, null))), StringComparison.Ordinal);

    [Fact]
    public async Task Study_RecruitingButLongUnconfirmed_IsNotShownAsOpen()
    {
        await using var server = await WebServer.StartAsync(Records.Json(6, """
            "statusModule":{"overallStatus":"RECRUITING","statusVerifiedDate":"2015-03"}
            """));
        var page = await server.ReadAsync("/study/NCT00000006");

        Assert.Empty(page.QuerySelectorAll(".glance .status.open"));
        Assert.Contains("not confirmed lately", page.QuerySelector(".glance")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2004-000446-20", "https://www.clinicaltrialsregister.eu/")]
    [InlineData("2022-500024-30-00", "https://euclinicaltrials.eu/")]
    [InlineData("ISRCTN12345678", "https://www.isrctn.com/ISRCTN12345678")]
    [InlineData("UMIN000012345", "https://trialsearch.who.int/Trial2.aspx?TrialID=JPRN-UMIN000012345")]
    [InlineData("jRCTs031200123", "https://trialsearch.who.int/Trial2.aspx?TrialID=JPRN-jRCTs031200123")]
    [InlineData("ChiCTR2000029308", "https://trialsearch.who.int/Trial2.aspx?TrialID=ChiCTR2000029308")]
    [InlineData("CTRI/2020/01/022840", "https://trialsearch.who.int/Trial2.aspx?TrialID=CTRI%2F2020%2F01%2F022840")]
    [InlineData("NCT00000001", "/study/NCT00000001")]
    [InlineData("R01HL123456", null)]
    [InlineData("PROTOCOL-7", null)]
    [InlineData("KCT", null)]
    public void Identifier_OfAKnownForm_LeadsToItsHome(string id, string? home)
    {
        var found = StudyIdentifier.Home(id);
        if (home is null)
        {
            Assert.Null(found);
        }
        else
        {
            Assert.StartsWith(home, found, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Identifier_NihGrantWithoutLink_LeadsToItsReport()
    {
        var rows = StudyIdentifier.Of(Records.English, new StudyView
        {
            Today = Records.Today,
            Study = Lind.Studies.Json.StudyJson.Read("""{"protocolSection":{"identificationModule":{"secondaryIdInfos":[{"id":"R01 HL123456","type":"NIH"}]}}}"""u8),
        });
        Assert.Equal("https://reporter.nih.gov/quickSearch/R01HL123456", Assert.Single(rows).Url);
    }

    [Theory]
    [InlineData("RECRUITING", true)]
    [InlineData("COMPLETED", false)]
    public async Task TakingPart_NamesWhomToAsk_OnlyWhereTheStudyIsOpen(string status, bool named)
    {
        await using var server = await WebServer.StartAsync(Records.Json(12, $$"""
            "statusModule":{"overallStatus":"{{status}}","statusVerifiedDate":"2099-01"},
            "contactsLocationsModule":{"locations":[{"facility":"Clinic","city":"Graz","country":"Austria","status":"{{status}}",
              "contacts":[{"name":"Study desk","phone":"+43 1 234","email":"desk@example.org" }] }] }
            """));
        var text = (await server.ReadAsync("/study/NCT00000012")).SectionText("Taking Part");

        Assert.Equal(named, text.Contains("Clinic, Graz, Austria", StringComparison.Ordinal));
        Assert.Equal(named, text.Contains("+43 1 234", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Landscape_MarksEveryPlacedStudy_AndListsAll()
    {
        await using var server = await Pages.SampleAsync();
        var page = await server.ReadAsync("/study/NCT04325594/landscape");

        var rows = page.QuerySelectorAll(".landscape-table tbody tr").Length;
        var marks = page.QuerySelectorAll("svg.landscape a").Length;
        Assert.True(rows > 3);
        Assert.InRange(marks, 2, rows);
        Assert.Contains("Single group", page.QuerySelector(".landscape-table tr.own")!.TextContent, StringComparison.Ordinal);
    }

    private static StudyView Near(string modules, NearPlace place) => new()
    {
        Study = Records.View(modules).Study,
        Today = Records.Today,
        Near = place,
    };
}
