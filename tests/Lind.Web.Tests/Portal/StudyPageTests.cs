using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Lind.TestKit;
using Lind.Web.Tests.Hosting;

namespace Lind.Web.Tests.Portal;

public sealed class StudyPageTests
{
    /// <summary>The section headings of the page that the product grew from, in its order and its words.</summary>
    private static readonly string[] SeedHeadings =
    [
        "Study Results", "Basic Information", "Brief Summary", "Related Clinical Trials", "Detailed Description", "Conditions",
        "Study Design", "Study Groups", "Interventions", "Eligibility Criteria", "Sponsors", "Responsible Party",
        "Principal Investigators", "Locations", "Countries", "Other Identifiers", "More Related Trials",
    ];

    [Fact]
    public async Task Study_HasEverySectionInOrder_EachExplainedInOneSentence()
    {
        await using var server = await Pages.SampleAsync();
        var page = await server.ReadAsync("/study/NCT04325594");

        Assert.Equal(SeedHeadings, page.Headings("section.panel > h2").Where(SeedHeadings.Contains));
        var explanations = page.QuerySelectorAll("section.panel > .explain").Select(one => one.TextContent).ToList();
        Assert.Equal(page.QuerySelectorAll("section.panel").Length, explanations.Count);
        Assert.All(explanations, text => Assert.EndsWith(".", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Study_EveryFactOfTheSeedPage_IsThere()
    {
        var record = Requires.SharedData("studies-v2.ndjson.gz");
        await using var server = await WebServer.StartAsync(SharedRecords.Lines(record, "NCT04325594"));
        var page = await server.ReadAsync("/study/NCT04325594");

        Assert.Equal("The Application of the Umbilical Cord Mesenchymal Stem Cells in the Complex Treatment of Non-ischemic Heart Failure",
            page.QuerySelector("h1")!.TextContent.Trim());
        AssertHolds("Study Results", "The study team has not posted results. The study was completed in April 2023.");
        AssertHolds("Basic Information", "Completed", "Phase 1/Phase 2", "30 participants", "Interventional", "1 March 2020", "1 April 2023", "COMPLETED", "PHASE1/PHASE2", "INTERVENTIONAL");
        AssertHolds("Study Design", "Not applicable", "Single group", "Treatment", "None (open label)", "SINGLE_GROUP", "NONE");
        AssertHolds("Conditions", "Chronic Heart Failure", "Non-ischemic Cardiomyopathy", "Non-ischemic Dilated Cardiomyopathy");
        AssertHolds("Study Groups", "Treatment Group", "Patients with chronic non-ischemic heart failure received", "Intracoronary administration of umbilical cord-derived MSCs");
        AssertHolds("Interventions", "Biological", "A suspension of 1×10⁷ umbilical cord-derived mesenchymal stromal cells in 20 ml of heparinized saline");
        AssertHolds("Eligibility Criteria", "Inclusion Criteria", "Exclusion Criteria", "18 Years", "All", "No",
            "Left ventricular ejection fraction (LVEF) ≤ 35% based on echocardiography or cardiac CT", "Uncontrolled epileptic seizures");
        AssertHolds("Sponsors", "State-Financed Health Facility \"Samara Regional Medical Center Dinasty\"", "The Research-Clinical Center for Cardiac Surgery and Transplantology LLP");
        AssertHolds("Responsible Party", "Azkhojayev Aziz, MD", "Cardiac surgeon");
        AssertHolds("Principal Investigators", "Aziz Azkhojayev, MD", "Principal investigator");
        AssertHolds("Locations", "Taraz, Zhambyl Oblysy, Kazakhstan");
        AssertHolds("Countries", "Kazakhstan");
        AssertHolds("Other Identifiers", "RCCCT 02-02-2020", "org_study_id");
        Assert.Contains("20 April 2025", page.QuerySelector("header.study-head")!.TextContent, StringComparison.Ordinal);

        void AssertHolds(string heading, params string[] facts)
        {
            var text = page.SectionText(heading);
            Assert.All(facts, fact => Assert.Contains(fact, text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Study_RecordText_StaysInOnePiece()
    {
        await using var server = await WebServer.StartAsync(Records.Json(7, """
            "descriptionModule":{"briefSummary":"Dose \\> 5 mg & <less> than 9. ~Second sentence about placebo and randomized groups."}
            """));
        var page = await server.ReadAsync("/study/NCT00000007");

        var paragraph = page.QuerySelector("#brief-summary .record-text p")!;
        Assert.Equal("Dose > 5 mg & <less> than 9. ~Second sentence about placebo and randomized groups.", paragraph.TextContent);
        Assert.Empty(paragraph.Children);
    }

    [Fact]
    public async Task Study_AlmostEmptyRecord_SaysTrueSentences()
    {
        await using var server = await WebServer.StartAsync(Records.Json(8, ""));
        var page = await server.ReadAsync("/study/NCT00000008");

        Assert.Equal(SeedHeadings, page.Headings("section.panel > h2").Where(SeedHeadings.Contains));
        Assert.Contains("The record lists no sites.", page.SectionText("Locations"), StringComparison.Ordinal);
        Assert.Contains("The record gives no criteria.", page.SectionText("Eligibility Criteria"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Study_CriteriaUnderTopics_KeepTheRecordsHeadings()
    {
        await using var server = await WebServer.StartAsync(Records.Json(10, """
            "eligibilityModule":{"eligibilityCriteria":"DISEASE CHARACTERISTICS:\n\n* Proven tumour\n\nPATIENT CHARACTERISTICS:\n\n* Able to walk"}
            """));
        var text = (await server.ReadAsync("/study/NCT00000010")).SectionText("Eligibility Criteria");

        string[] parts = ["The record sorts its rules by topic", "DISEASE CHARACTERISTICS", "Proven tumour", "PATIENT CHARACTERISTICS", "Able to walk"];
        Assert.All(parts, part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Study_HostileRecord_IsInert()
    {
        const string Attack = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\\\" onmouseover=\\\"alert(1)";
        await using var server = await WebServer.StartAsync(Records.Json(9, $$"""
            "conditionsModule":{"conditions":["{{Attack}}"],"keywords":["{{Attack}}"]},
            "descriptionModule":{"briefSummary":"{{Attack}} [x](javascript:alert(1))","detailedDescription":"<iframe src=//x>"},
            "sponsorCollaboratorsModule":{"leadSponsor":{"name":"{{Attack}}" } },
            "eligibilityModule":{"eligibilityCriteria":"Inclusion Criteria:\n\n* {{Attack}}\n\nExclusion Criteria:\n\n* {{Attack}}" },
            "referencesModule":{"references":[{"pmid":"\" onclick=alert(1)","citation":"{{Attack}}" }],"seeAlsoLinks":[{"label":"{{Attack}}","url":"javascript:alert(1)"}]},
            "armsInterventionsModule":{"armGroups":[{"label":"{{Attack}}" }],"interventions":[{"type":"DRUG","name":"{{Attack}}","armGroupLabels":["{{Attack}}"]}]},
            "contactsLocationsModule":{"locations":[{"facility":"{{Attack}}","city":"{{Attack}}","geoPoint":{"lat":1.5,"lon":2.5 } }]}
            """, """
            "resultsSection":{"adverseEventsModule":{"eventGroups":[{"id":"E0","title":"<b onclick=x>"}],"seriousEvents":[{"term":"<script>x</script>","organSystem":"<i>","stats":[{"groupId":"E0","numAffected":1,"numAtRisk":2}]}]}}
            """, title: Attack));
        var page = await server.ReadAsync("/study/NCT00000009");

        var scripts = page.QuerySelectorAll("script");
        Assert.All(scripts, script => Assert.True(script.GetAttribute("src")?.StartsWith("/assets/", StringComparison.Ordinal) == true
            || script.GetAttribute("type") == "application/ld+json"));
        Assert.Empty(page.QuerySelectorAll("img, iframe, object, embed"));
        Assert.DoesNotContain(page.All, element => element.Attributes.Any(attribute =>
            attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name == "style"
            || attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Study_JsonLd_IsAMedicalTrial()
    {
        await using var server = await Pages.SampleAsync();
        var page = await server.ReadAsync("/study/NCT04325594");

        using var data = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent);
        Assert.Equal("MedicalTrial", data.RootElement.GetProperty("@type").GetString());
        Assert.Equal("NCT04325594", data.RootElement.GetProperty("identifier").GetString());
        Assert.EndsWith("/study/NCT04325594", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/study/NCT99999999", HttpStatusCode.NotFound, null)]
    [InlineData("/study/nonsense", HttpStatusCode.NotFound, null)]
    [InlineData("/study/nct00000010", HttpStatusCode.MovedPermanently, "/study/NCT00000010")]
    [InlineData("/study/NCT00000077", HttpStatusCode.MovedPermanently, "/study/NCT00000010")]
    [InlineData("/study/NCT00000077/landscape", HttpStatusCode.MovedPermanently, "/study/NCT00000010/landscape")]
    public async Task Study_OtherAddresses(string path, HttpStatusCode status, string? target)
    {
        await using var server = await WebServer.StartAsync(
            """{"protocolSection":{"identificationModule":{"nctId":"NCT00000010","nctIdAliases":["NCT00000077"],"briefTitle":"x"}}}""");
        var answer = await server.GetAsync(path);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(target, answer.Headers.Location?.ToString());
        if (status == HttpStatusCode.NotFound)
        {
            var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.NotNull(page.QuerySelector("form[action='/search']"));
        }
    }

    [Fact]
    public async Task Study_SiteLine_TownRegionAndCountryTogether_EachWithItsOwnStatus()
    {
        await using var server = await WebServer.StartAsync(Records.Json(11, """
            "statusModule":{"overallStatus":"RECRUITING","statusVerifiedDate":"2099-01"},
            "contactsLocationsModule":{"locations":[
              {"facility":"One","city":"Graz","state":"Styria","country":"Austria","status":"RECRUITING"},
              {"facility":"Two","city":"Bern","country":"Switzerland","status":"COMPLETED"}]}
            """));
        var rows = (await server.ReadAsync("/study/NCT00000011")).QuerySelectorAll("#locations tbody tr").Select(row => row.TextContent).ToList();

        Assert.Contains(rows, row => row.Contains("Graz, Styria, Austria", StringComparison.Ordinal) && row.Contains("Recruiting", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("Bern, Switzerland", StringComparison.Ordinal) && row.Contains("Completed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Criteria_KeepTheRecordsOwnNumbers_ButNotItsBullets()
    {
        await using var server = await WebServer.StartAsync(Records.Json(6, """
            "eligibilityModule":{"eligibilityCriteria":"Inclusion Criteria:\n\n1. Asthma\n2. Older than 12\n\nExclusion Criteria:\n\n* Smoking\n* Gout"}
            """));
        var page = await server.ReadAsync("/study/NCT00000006");

        Assert.Equal(["1. Asthma", "2. Older than 12"], page.QuerySelectorAll(".criteria .in li").Select(Line));
        Assert.Equal(["Smoking", "Gout"], page.QuerySelectorAll(".criteria .out li").Select(Line));

        static string Line(AngleSharp.Dom.IElement item) => string.Join(' ', item.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Study_WithoutAPhase_DoesNotCallItNotApplicable()
    {
        await using var server = await WebServer.StartAsync(Records.Json(6, "\"designModule\":{\"studyType\":\"OBSERVATIONAL\"}"));

        Assert.Contains("Phase None given", (await server.ReadAsync("/study/NCT00000006")).SectionText("Basic Information"), StringComparison.Ordinal);
    }
}
