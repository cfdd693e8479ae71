using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lind.Studies.Json;
using Lind.Studies.Xml;

namespace Lind.Studies.Tests.Xml;

public sealed class StudyXmlTests
{
    [Fact]
    public void Convert_TheLeastRecord_HasNoEmptyParts() => Assert.Equal(
        """{"protocolSection":{"identificationModule":{"nctId":"NCT00000001"}},"hasResults":false}""",
        Encoding.UTF8.GetString(Convert(Study("")).Json.Span));

    [Theory]
    [InlineData("<phase>Phase 1/Phase 2</phase>", "designModule", """{"phases":["PHASE1","PHASE2"]}""")]
    [InlineData("<phase>N/A</phase><study_type>Interventional</study_type>", "designModule",
        """{"studyType":"INTERVENTIONAL","phases":["NA"]}""")]
    [InlineData("<phase>N/A</phase><study_type>Observational [Patient Registry]</study_type>", "designModule",
        """{"studyType":"OBSERVATIONAL","patientRegistry":true}""")]
    [InlineData("<study_design_info><masking>Double (Participant, Outcomes Assessor)</masking></study_design_info>",
        "designModule",
        """{"designInfo":{"maskingInfo":{"masking":"DOUBLE","whoMasked":["PARTICIPANT","OUTCOMES_ASSESSOR"]}}}""")]
    [InlineData("<study_design_info><masking>None (Open Label)</masking></study_design_info>", "designModule",
        """{"designInfo":{"maskingInfo":{"masking":"NONE"}}}""")]
    [InlineData("<study_design_info><masking>Participant, Investigator</masking></study_design_info>", "designModule",
        """{"designInfo":{"maskingInfo":{"masking":"DOUBLE","whoMasked":["PARTICIPANT","INVESTIGATOR"]}}}""")]
    [InlineData("<study_design>Allocation:  Randomized, Masking: Open Label, Primary Purpose: Treatment</study_design>",
        "designModule",
        """{"designInfo":{"allocation":"RANDOMIZED","primaryPurpose":"TREATMENT","maskingInfo":{"masking":"NONE"}}}""")]
    [InlineData("<enrollment type=\"Anticipated\">30</enrollment>", "designModule",
        """{"enrollmentInfo":{"count":30,"type":"ESTIMATED"}}""")]
    [InlineData("<enrollment>about 30</enrollment>", "designModule", null)]
    [InlineData("<overall_status>Active, not recruiting</overall_status><why_stopped>a &lt; b</why_stopped>",
        "statusModule", """{"overallStatus":"ACTIVE_NOT_RECRUITING","whyStopped":"a \\< b"}""")]
    [InlineData("<start_date type=\"Actual\">March 1, 2020</start_date><lastchanged_date>July 13, 2007</lastchanged_date>",
        "statusModule",
        """{"startDateStruct":{"date":"2020-03-01","type":"ACTUAL"},"lastUpdateSubmitDate":"2007-07-13"}""")]
    [InlineData("<arm_group><arm_group_label>A</arm_group_label></arm_group><intervention><intervention_type>Drug"
        + "</intervention_type><intervention_name>X</intervention_name><arm_group_label>A</arm_group_label></intervention>",
        "armsInterventionsModule",
        """{"armGroups":[{"label":"A","interventionNames":["Drug: X"]}],"interventions":[{"type":"DRUG","name":"X","armGroupLabels":["A"]}]}""")]
    [InlineData("<eligibility><gender>Both</gender><minimum_age>N/A</minimum_age><maximum_age>17 Years</maximum_age>"
        + "<healthy_volunteers>Accepts Healthy Volunteers</healthy_volunteers></eligibility>", "eligibilityModule",
        """{"healthyVolunteers":true,"sex":"ALL","maximumAge":"17 Years","stdAges":["CHILD"]}""")]
    [InlineData("<location><facility><name>F</name><address><city>C</city><country>X</country></address></facility>"
        + "<status>Recruiting</status><contact><first_name>A</first_name><last_name>B</last_name></contact></location>",
        "contactsLocationsModule",
        """{"locations":[{"facility":"F","status":"RECRUITING","city":"C","country":"X","contacts":[{"name":"A B","role":"CONTACT"}]}]}""")]
    [InlineData("<results_reference><citation>c</citation><PMID>1</PMID></results_reference>", "referencesModule",
        """{"references":[{"pmid":"1","type":"RESULT","citation":"c"}]}""")]
    public void Convert_APieceOfXml_IsTheModule(string xml, string module, string? expected)
    {
        var json = JsonNode.Parse(Convert(Study(xml)).Json.Span)!;
        Assert.Equal(expected is null ? null : JsonNode.Parse(expected)!.ToJsonString(),
            json["protocolSection"]![module]?.ToJsonString());
    }

    [Fact]
    public void Convert_PendingResults_AreUnpostedEventsAndRounds()
    {
        var json = Convert(Study("<sponsors><lead_sponsor><agency>S</agency></lead_sponsor></sponsors><responsible_party>"
            + "<responsible_party_type>Sponsor</responsible_party_type></responsible_party><pending_results>"
            + "<submitted>February 1, 2016</submitted><returned>March 1, 2016</returned><submitted>April 1, 2016</submitted>"
            + "<submission_canceled>Unknown</submission_canceled></pending_results>"));
        Assert.Equal(
            """{"annotationModule":{"unpostedAnnotation":{"unpostedResponsibleParty":"S","unpostedEvents":[{"type":"RELEASE","date":"2016-02-01"},{"type":"RESET","date":"2016-03-01"},{"type":"RELEASE","date":"2016-04-01"},{"type":"UNRELEASE","dateUnknown":true}]}}}""",
            JsonNode.Parse(json.Json.Span)!["annotationSection"]!.ToJsonString());
        Assert.Equal(
            """{"submissionTracking":{"estimatedResultsFirstSubmitDate":"2016-02-01","submissionInfos":[{"releaseDate":"2016-02-01","resetDate":"2016-03-01"},{"releaseDate":"2016-04-01","unreleaseDateUnknown":true}]}}""",
            JsonNode.Parse(json.Json.Span)!["derivedSection"]!["miscInfoModule"]!.ToJsonString());
    }

    [Fact]
    public void Convert_ReturnedWithoutASubmission_IsARoundOfItsOwn() => Assert.Equal(
        """{"submissionTracking":{"submissionInfos":[{"resetDate":"2016-03-01"}]}}""",
        JsonNode.Parse(Convert(Study("<pending_results><returned>March 1, 2016</returned></pending_results>")).Json.Span)!
            ["derivedSection"]!["miscInfoModule"]!.ToJsonString());

    [Fact]
    public void Convert_RenamedCountries_CarryTodaysNameInTodaysOrder()
    {
        var json = JsonNode.Parse(Convert(Study(
            Site("A", "Korea, Republic of") + Site("B", "Mexico") + Site("C", "United States") + Site("D", "Former Yugoslavia")
            + Site("E", "Mexico") + "<removed_countries><country>Former Serbia and Montenegro</country>"
            + "<country>Israel</country></removed_countries>")).Json.Span)!;
        Assert.Equal(["United States", "Former Yugoslavia", "Mexico", "Mexico", "South Korea"],
            Sites(json).Select(site => (string?)site!["country"]));
        Assert.Equal(["C", "D", "B", "E", "A"], Sites(json).Select(site => (string?)site!["city"]));
        Assert.Equal("""["Israel","Serbia and Montenegro"]""",
            json["derivedSection"]!["miscInfoModule"]!["removedCountries"]!.ToJsonString());
    }

    [Theory]
    [InlineData("Institute", "Other", "OTHER")]
    [InlineData("National Cancer Institute (NCI)", "Other", "NIH")]
    [InlineData("Partner", "Other", "INDUSTRY")]
    [InlineData("Institute", null, null)]
    public void Convert_AnOrganisation_HasTheClassThatTheRecordTells(string source, string? lead, string? expected)
    {
        var json = JsonNode.Parse(Convert(Study($"<source>{source}</source><sponsors><lead_sponsor><agency>Lead</agency>"
            + (lead is null ? "" : $"<agency_class>{lead}</agency_class>") + "</lead_sponsor><collaborator><agency>Partner"
            + "</agency><agency_class>Industry</agency_class></collaborator></sponsors>")).Json.Span)!;
        Assert.Equal(expected, (string?)json["protocolSection"]!["identificationModule"]!["organization"]!["class"]);
    }

    [Theory]
    [InlineData("R01HL109293", "NIH")]
    [InlineData("5R01HL130591-02", "NIH")]
    [InlineData("1R01HL096784-01A2", "NIH")]
    [InlineData("2006-005186-18", "EUDRACT_NUMBER")]
    [InlineData("R01 HL109293", null)]
    [InlineData("0R01HL109293", null)]
    [InlineData("R01HL1092930", null)]
    [InlineData("CDR0000064522", null)]
    public void Convert_ASecondaryId_HasATypeWhereItsFormProvesOne(string id, string? type)
    {
        var json = JsonNode.Parse(StudyXml.Convert(Encoding.UTF8.GetBytes("<clinical_study><id_info><nct_id>NCT00000001</nct_id>"
            + $"<secondary_id>{id}</secondary_id></id_info></clinical_study>")).Json.Span)!;
        Assert.Equal(type,
            (string?)json["protocolSection"]!["identificationModule"]!["secondaryIdInfos"]![0]!["type"]);
    }

    [Theory]
    [InlineData("December 31, 2012", "Observational", null)]
    [InlineData("January 1, 2013", "Observational", false)]
    [InlineData("January 1, 2013", "Interventional", null)]
    [InlineData("January 1, 2010", "Observational [Patient Registry]", true)]
    public void Convert_SilenceOnAPatientRegistry_MeansNoSinceItIsAsked(string submitted, string type, bool? expected)
    {
        var json = JsonNode.Parse(Convert(Study(
            $"<study_type>{type}</study_type><study_first_submitted>{submitted}</study_first_submitted>")).Json.Span)!;
        Assert.Equal(expected, (bool?)json["protocolSection"]!["designModule"]!["patientRegistry"]);
    }

    [Fact]
    public void Convert_Entities_AreNotExpanded()
    {
        var inside = Refused("""<!DOCTYPE a [<!ENTITY e "NCT00000002">]>""" + Study("<acronym>&e;</acronym>"));
        Assert.Contains("cannot be read", inside, StringComparison.Ordinal);
        using var folder = new TestKit.TempFolder();
        File.WriteAllText(folder.File("secret"), "do not read");
        var outside = $"""<!DOCTYPE a [<!ENTITY e SYSTEM "file://{folder.File("secret")}">]>""" + Study("<acronym>&e;</acronym>");
        Assert.DoesNotContain("do not read", Refused(outside), StringComparison.Ordinal);
    }

    [Fact]
    public void Convert_ADocumentTypeThatIsNotUsed_DoesNoHarm() =>
        Assert.True(Convert("<!DOCTYPE clinical_study SYSTEM \"http://127.0.0.1:9/x.dtd\">" + Study("")).Succeeded);

    [Theory]
    [InlineData("")]
    [InlineData("not xml")]
    [InlineData("<clinical_study>")]
    [InlineData("<clinical_study/>")]
    [InlineData("<other/>")]
    [InlineData("<clinical_study><id_info><nct_id>NCT123</nct_id></id_info></clinical_study>")]
    [InlineData("<clinical_study><id_info><nct_id>nct00000001</nct_id></id_info></clinical_study>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"no-such\"?><clinical_study/>")]
    public void Convert_NoStudy_IsRefusedWithAReason(string xml) => Assert.NotEmpty(Refused(xml));

    [Fact]
    public void Convert_NestedTenThousandDeep_IsRefused() => Refused(Study(
        string.Concat(Enumerable.Repeat("<a>", 10_000)) + string.Concat(Enumerable.Repeat("</a>", 10_000))));

    [Fact]
    public void Convert_InvalidUtf8_IsRefused()
    {
        var xml = Encoding.UTF8.GetBytes(Study("<acronym>ab</acronym>"));
        xml[Array.IndexOf(xml, (byte)'b', 30)] = 0xFF;
        Assert.False(StudyXml.Convert(xml).Succeeded);
    }

    [Fact]
    public void Convert_Utf16WithItsMark_IsRead() => Assert.True(StudyXml.Convert(
        new ReadOnlyMemory<byte>([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Study(""))])).Succeeded);

    [Fact]
    public void Convert_AStream_IsReadToTheEndAndLeftOpen()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Study("")));
        Assert.True(StudyXml.Convert(stream).Succeeded);
        Assert.True(stream.CanRead);
    }

    [Fact]
    public void Convert_TextWithQuotesAndControls_IsValidJson()
    {
        var json = Convert(Study("<brief_title>\"a\\ &#9; 𝒳 \u2028</brief_title>")).Json;
        using var document = JsonDocument.Parse(json);
        Assert.True(StudyHead.Read(json.Span).Success);
    }

    private static string Study(string inner) =>
        $"<clinical_study><id_info><nct_id>NCT00000001</nct_id></id_info>{inner}</clinical_study>";

    private static string Site(string city, string country) =>
        $"<location><facility><address><city>{city}</city><country>{country}</country></address></facility></location>";

    private static JsonArray Sites(JsonNode json) =>
        json["protocolSection"]!["contactsLocationsModule"]!["locations"]!.AsArray();

    private static XmlConversion Convert(string xml) => StudyXml.Convert(Encoding.UTF8.GetBytes(xml));

    private static string Refused(string xml)
    {
        var conversion = Convert(xml);
        Assert.False(conversion.Succeeded);
        Assert.True(conversion.Json.IsEmpty);
        return conversion.Failure!;
    }
}
