using System.Text.Json.Nodes;
using Lind.TestKit;
using Lind.Web.Tests.Hosting;

namespace Lind.Web.Tests.Api;

public sealed class FhirTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fhir_Study_IsACollectionOfResearchStudyAndGroup()
    {
        await using var server = await WebServer.StartAsync(Samples.Study(1));

        using var answer = await server.GetAsync("/api/v2/studies/NCT1?format=fhir.json");

        Assert.Equal("application/fhir+json", answer.Content.Headers.ContentType?.MediaType);
        var bundle = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!;
        Assert.Equal("Bundle", (string?)bundle["resourceType"]);
        Assert.Equal("collection", (string?)bundle["type"]);
        var study = bundle["entry"]![0]!["resource"]!;
        var group = bundle["entry"]![1]!["resource"]!;
        Assert.Equal("ResearchStudy", (string?)study["resourceType"]);
        Assert.Equal("http://hl7.org/fhir/uv/ebm/StructureDefinition/study-registry-record",
            (string?)study["meta"]!["profile"]![0]);
        Assert.Equal("Group", (string?)group["resourceType"]);
        Assert.Equal((string?)bundle["entry"]![1]!["fullUrl"],
            (string?)study["recruitment"]!["eligibility"]!["reference"]);
        Assert.Equal(18, (int)group["characteristic"]![1]!["valueRange"]!["low"]!["value"]!);
    }

    [Fact]
    public async Task Fhir_SampleStudy_StaysAsItIs()
    {
        await using var server = await WebServer.StartAsync(Samples.Study(1, "Breath", change: study =>
        {
            study["protocolSection"]!["armsInterventionsModule"] = JsonNode.Parse("""
                {"armGroups":[{"label":"A","type":"EXPERIMENTAL","interventionNames":["Drug: X"]}],
                 "interventions":[{"type":"DRUG","name":"X"}]}
                """);
            study["protocolSection"]!["outcomesModule"] = JsonNode.Parse("""
                {"primaryOutcomes":[{"measure":"FEV1","timeFrame":"12 weeks"}],"otherOutcomes":[{"measure":"Sleep"}]}
                """);
            study["derivedSection"]!["conditionBrowseModule"] = JsonNode.Parse("""
                {"meshes":[{"id":"D001249","term":"Asthma"}]}
                """);
        }));

        var text = await server.GetTextAsync("/api/v2/studies/NCT1?format=fhir.json");

        Golden.Matches(JsonNode.Parse(text)!.ToJsonString(new() { WriteIndented = true }) + "\n",
            "tests", "Lind.Web.Tests", "Api", "Goldens", "fhir.json");
    }

    [Fact]
    public async Task Fhir_EveryResource_HoldsNoEmptyValue()
    {
        await using var server = await WebServer.StartAsync(Samples.Study(1, change: study =>
        {
            study["protocolSection"]!["identificationModule"]!["acronym"] = "";
            study["protocolSection"]!["eligibilityModule"]!["eligibilityCriteria"] = " ";
        }));

        var bundle = JsonNode.Parse(await server.GetTextAsync("/api/v2/studies/NCT1?format=fhir.json"))!;

        Assert.Empty(EmptyPaths(bundle));
    }

    private static IEnumerable<string> EmptyPaths(JsonNode? node) => node switch
    {
        null => ["null"],
        JsonObject { Count: 0 } or JsonArray { Count: 0 } => [node.GetPath()],
        JsonObject members => members.SelectMany(member => EmptyPaths(member.Value)),
        JsonArray items => items.SelectMany(EmptyPaths),
        _ => node.GetValueKind() == System.Text.Json.JsonValueKind.String && string.IsNullOrWhiteSpace((string?)node)
            ? [node.GetPath()] : [],
    };
}
