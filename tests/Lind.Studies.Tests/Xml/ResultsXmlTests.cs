using System.Text;
using System.Text.Json.Nodes;
using Lind.Studies.Xml;

namespace Lind.Studies.Tests.Xml;

public sealed class ResultsXmlTests
{
    [Theory]
    [InlineData("<participant_flow><group_list><group group_id=\"P2\"><title>T</title></group></group_list>"
        + "<period_list><period><milestone_list><milestone><title>STARTED</title><participants_list>"
        + "<participants group_id=\"P2\" count=\"5\">why</participants></participants_list></milestone></milestone_list>"
        + "</period></period_list></participant_flow>", "participantFlowModule",
        """{"groups":[{"id":"FG001","title":"T"}],"periods":[{"milestones":[{"type":"STARTED","achievements":[{"groupId":"FG001","comment":"why","numSubjects":"5"}]}]}]}""")]
    [InlineData("<baseline><measure_list><measure><title>Age</title><param>Mean</param></measure>"
        + "<measure><title>Age</title><param>Number</param></measure></measure_list></baseline>",
        "baselineCharacteristicsModule",
        """{"measures":[{"title":"Age, Continuous","paramType":"MEAN"},{"title":"Age, Customized","paramType":"NUMBER"}]}""")]
    [InlineData("<outcome_list><outcome><type>Secondary</type><posting_date>12/2020</posting_date></outcome></outcome_list>",
        "outcomeMeasuresModule",
        """{"outcomeMeasures":[{"type":"SECONDARY","reportingStatus":"NOT_POSTED","anticipatedPostingDate":"2020-12"}]}""")]
    [InlineData("<outcome_list><outcome><measure><units>mm</units><dispersion>Standard Deviation</dispersion><class_list>"
        + "<class><category_list><category><measurement_list><measurement group_id=\"O1\" value=\"2\" spread=\"1\"/>"
        + "</measurement_list></category></category_list></class></class_list></measure></outcome></outcome_list>",
        "outcomeMeasuresModule",
        """{"outcomeMeasures":[{"reportingStatus":"POSTED","dispersionType":"Standard Deviation","unitOfMeasure":"mm","classes":[{"categories":[{"measurements":[{"groupId":"OG000","value":"2","spread":"1"}]}]}]}]}""")]
    [InlineData("<reported_events><group_list><group group_id=\"E1\"><title>G</title></group></group_list><serious_events>"
        + "<default_vocab>MedDRA</default_vocab><category_list><category><title>Total</title><event_list><event>"
        + "<sub_title>Total, serious adverse events</sub_title>"
        + "<counts group_id=\"E1\" subjects_affected=\"3\" subjects_at_risk=\"9\"/></event></event_list></category>"
        + "<category><title>Eye disorders</title><event_list><event><sub_title>Cataract</sub_title>"
        + "<counts group_id=\"E1\" events=\"2\" subjects_affected=\"1\" subjects_at_risk=\"9\"/></event></event_list>"
        + "</category></category_list></serious_events></reported_events>", "adverseEventsModule",
        """{"eventGroups":[{"id":"EG000","title":"G","seriousNumAffected":3,"seriousNumAtRisk":9}],"seriousEvents":[{"term":"Cataract","organSystem":"Eye disorders","sourceVocabulary":"MedDRA","stats":[{"groupId":"EG000","numEvents":2,"numAffected":1,"numAtRisk":9}]}]}""")]
    [InlineData("<certain_agreements><pi_employee>All Principal Investigators ARE employed</pi_employee></certain_agreements>",
        "moreInfoModule", """{"certainAgreement":{"piSponsorEmployee":true}}""")]
    [InlineData("<certain_agreements><restrictive_agreement>Our own words.</restrictive_agreement></certain_agreements>",
        "moreInfoModule",
        """{"certainAgreement":{"restrictionType":"OTHER","restrictiveAgreement":true,"otherDetails":"Our own words."}}""")]
    [InlineData("<certain_agreements><restrictive_agreement>There is NOT an agreement between</restrictive_agreement></certain_agreements>",
        "moreInfoModule", """{"certainAgreement":{"restrictiveAgreement":false}}""")]
    public void Convert_APieceOfResults_IsTheModule(string xml, string module, string expected)
    {
        var study = "<clinical_study><id_info><nct_id>NCT00000001</nct_id></id_info><clinical_results>"
            + xml + "</clinical_results></clinical_study>";
        var json = JsonNode.Parse(StudyXml.Convert(Encoding.UTF8.GetBytes(study)).Json.Span)!;
        Assert.True((bool)json["hasResults"]!);
        Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), json["resultsSection"]![module]!.ToJsonString());
    }

    [Theory]
    [InlineData("November 30, 2013", "Age Continuous")]
    [InlineData("December 1, 2013", "Age, Continuous")]
    public void Convert_TheMeanAge_IsCalledAsInTheDaysOfTheRecord(string updated, string title) => Assert.Equal(title,
        (string?)Results(updated, "<baseline><measure_list><measure><title>Age</title><param>Mean</param></measure>"
            + "</measure_list></baseline>")["baselineCharacteristicsModule"]!["measures"]![0]!["title"]);

    [Theory]
    [InlineData("January 17, 2017", "Superiority or Other", false)]
    [InlineData("January 17, 2017", "Non-Inferiority or Equivalence", true)]
    [InlineData("January 18, 2017", "Superiority or Other", null)]
    [InlineData("January 17, 2017", "Superiority or Other (legacy)", null)]
    public void Convert_AnOldAnalysis_SaysWhetherNonInferiorityWasTested(string updated, string type, bool? expected) =>
        Assert.Equal(expected, (bool?)Results(updated, "<outcome_list><outcome><analysis_list><analysis>"
            + $"<non_inferiority_type>{type}</non_inferiority_type></analysis></analysis_list></outcome></outcome_list>")
            ["outcomeMeasuresModule"]!["outcomeMeasures"]![0]!["analyses"]![0]!["testedNonInferiority"]);

    private static JsonNode Results(string updated, string xml) => JsonNode.Parse(StudyXml.Convert(Encoding.UTF8.GetBytes(
        "<clinical_study><id_info><nct_id>NCT00000001</nct_id></id_info><clinical_results>" + xml + "</clinical_results>"
        + $"<last_update_submitted>{updated}</last_update_submitted></clinical_study>")).Json.Span)!["resultsSection"]!;
}
