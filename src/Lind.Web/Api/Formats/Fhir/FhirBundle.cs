using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lind.Studies;

namespace Lind.Web.Api.Formats.Fhir;

/// <summary>A study as FHIR: a collection of a ResearchStudy with the EBM registry-record profile and a Group that says
/// who may take part.</summary>
internal static class FhirBundle
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Study study, string nctId, IBufferWriter<byte> output)
    {
        using var writer = new Utf8JsonWriter(output, Plain);
        Of(study, nctId).WriteTo(writer);
    }

    public static JsonObject Of(Study study, string nctId)
    {
        var group = FhirEligibilityGroup.Of(study, nctId);
        var groupUrn = FhirJson.UrnOf("Group/" + nctId);
        var entries = new JsonArray(new JsonObject
        {
            ["fullUrl"] = FhirJson.UrnOf("ResearchStudy/" + nctId),
            ["resource"] = FhirResearchStudy.Of(study, nctId, group is null ? null : groupUrn),
        });
        if (group is not null)
        {
            entries.Add(new JsonObject { ["fullUrl"] = groupUrn, ["resource"] = group });
        }

        return new()
        {
            ["resourceType"] = "Bundle",
            ["id"] = nctId,
            ["type"] = "collection",
            ["entry"] = entries,
        };
    }
}
