using System.Text;
using Lind.Search;
using Lind.Search.Similarity;
using Lind.Studies;
using Lind.Studies.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Lind.Web.Portal;

/// <summary>What the page of components is filled with: James Lind's trial of 1747 as a record would tell it, with made-up
/// figures where one part needs them.</summary>
internal sealed class ComponentSample
{
    private static readonly DateOnly Day = new(2026, 1, 1);

    private const string Record = """
        {"protocolSection":{
          "identificationModule":{"nctId":"NCT00000000","briefTitle":"Six Treatments for Scurvy","acronym":"LIND"},
          "statusModule":{"overallStatus":"RECRUITING","statusVerifiedDate":"2019-05",
            "startDateStruct":{"date":"2018-05-20","type":"ACTUAL"},"primaryCompletionDateStruct":{"date":"2018-06-03","type":"ACTUAL"},
            "completionDateStruct":{"date":"2027-06","type":"ESTIMATED"},"resultsFirstPostDateStruct":{"date":"2019-05-01"}},
          "conditionsModule":{"conditions":["Scurvy"]},
          "designModule":{"studyType":"INTERVENTIONAL","phases":["PHASE2","PHASE3"],"enrollmentInfo":{"count":12,"type":"ACTUAL"},
            "designInfo":{"allocation":"NON_RANDOMIZED","interventionModel":"PARALLEL","primaryPurpose":"TREATMENT","maskingInfo":{"masking":"NONE"}}},
          "armsInterventionsModule":{"armGroups":[{"label":"Oranges and lemons","type":"EXPERIMENTAL","description":"Two oranges and one lemon a day."}],
            "interventions":[{"name":"Lemon","type":"DIETARY_SUPPLEMENT","armGroupLabels":["Oranges and lemons"]}]},
          "eligibilityModule":{"sex":"MALE","minimumAge":"18 Years","eligibilityCriteria":"Inclusion Criteria:\n\n* Scurvy with weak knees\n\nExclusion Criteria:\n\n* Unable to eat fruit"},
          "contactsLocationsModule":{"locations":[
            {"facility":"H.M.S. Salisbury","city":"Plymouth","country":"United Kingdom","status":"RECRUITING","geoPoint":{"lat":50.37,"lon":-4.14}},
            {"facility":"Haslar Hospital","city":"Gosport","country":"United Kingdom","status":"COMPLETED","geoPoint":{"lat":50.79,"lon":-1.12}}]},
          "referencesModule":{"references":[{"type":"RESULT","citation":"A paper that was withdrawn.","retractions":[{"source":"A journal, 2020"}]}]}},
        "annotationSection":{"annotationModule":{"unpostedAnnotation":{"unpostedEvents":[{"type":"RELEASE","date":"2024-03-01"},{"type":"RESET","date":"2024-04-02"}]}}},
        "resultsSection":{
          "participantFlowModule":{"groups":[{"id":"F1","title":"Oranges and lemons"},{"id":"F2","title":"Sea water"}],
            "periods":[{"title":"Fourteen days","milestones":[
              {"type":"STARTED","achievements":[{"groupId":"F1","numSubjects":"2"},{"groupId":"F2","numSubjects":"2"}]},
              {"type":"COMPLETED","achievements":[{"groupId":"F1","numSubjects":"2"},{"groupId":"F2","numSubjects":"1"}]}]}]},
          "baselineCharacteristicsModule":{"groups":[{"id":"B1","title":"Everybody"}],
            "measures":[{"title":"Age","paramType":"MEAN","dispersionType":"STANDARD_DEVIATION","unitOfMeasure":"years",
              "classes":[{"categories":[{"measurements":[{"groupId":"B1","value":"27","spread":"4.1"}]}]}]}]},
          "outcomeMeasuresModule":{"outcomeMeasures":[{"type":"PRIMARY","title":"Fit for duty","timeFrame":"6 days","paramType":"COUNT_OF_PARTICIPANTS",
            "unitOfMeasure":"participants","groups":[{"id":"O1","title":"Oranges and lemons"},{"id":"O2","title":"Sea water"}],
            "classes":[{"categories":[{"measurements":[{"groupId":"O1","value":"1"},{"groupId":"O2","value":"0"}]}]}],
            "analyses":[{"groupIds":["O1","O2"],"paramType":"Hazard Ratio (HR)","paramValue":"0.62","ciPctValue":"95","ciNumSides":"TWO_SIDED",
              "ciLowerLimit":"0.4","ciUpperLimit":"0.95","pValue":"0.03"}]}]},
          "adverseEventsModule":{"eventGroups":[{"id":"E1","title":"Oranges and lemons","seriousNumAffected":0,"seriousNumAtRisk":2,"otherNumAffected":1,"otherNumAtRisk":2}],
            "otherEvents":[{"term":"Sour taste","organSystem":"Gastrointestinal disorders","stats":[{"groupId":"E1","numAffected":1,"numAtRisk":2}]}]}},
        "hasResults":true}
        """;

    private ComponentSample(StudyView view) => View = view;

    public StudyView View { get; }

    /// <summary>The same study before its results were posted.</summary>
    public StudyView Unposted => new() { Study = View.Study with { ResultsSection = null }, Today = Day };

    public SearchHitView Hit { get; private init; } = null!;

    public SearchQuery Query { get; } = SearchQuery.Parse(new QueryCollection(new Dictionary<string, StringValues> { ["cond"] = "scurvy" }));

    public IReadOnlyList<Facet> Facets { get; } =
        [new(FacetKind.Status, [new("RECRUITING", 12), new("COMPLETED", 30)], 0), new(FacetKind.Phase, [new("PHASE2", 9)], 3)];

    public IReadOnlyList<RelatedStudyView> Related => [new(View.NctId, new(View.Title, "COMPLETED", ["PHASE2"], "2019-01", "2020-01", 24, true),
        [new(StatementKind.Conditions, new StatementValue.Names("Scurvy"))],
        [new(StatementKind.Larger, new StatementValue.Number(2), new StatementValue.Number(24), new StatementValue.Number(12))])];

    /// <summary>The sample under the number of a study that this registry holds, so that its links lead somewhere.</summary>
    public static ComponentSample Of(NctId id)
    {
        var record = Encoding.UTF8.GetBytes(Record.Replace("NCT00000000", id.ToString(), StringComparison.Ordinal));
        return new(new() { Study = StudyJson.Read(record), Today = Day })
        {
            Hit = new(new StudyHit(id, 1) { NearestRecruitingSite = new(0, 12, "H.M.S. Salisbury", "Plymouth", "RECRUITING") },
                StudySummary.Read(record, Day), []),
        };
    }
}
