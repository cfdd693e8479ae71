using System.Text.Json.Nodes;
using Lind.Studies;

namespace Lind.Web.Api.Formats.Fhir;

/// <summary>A study as a ResearchStudy: what it is. Who takes part in running it: <see cref="FhirParties"/>; when and
/// how it is designed: <see cref="FhirDesign"/>.</summary>
internal static class FhirResearchStudy
{
    public const string Profile = "http://hl7.org/fhir/uv/ebm/StructureDefinition/study-registry-record";

    private const string TitleTypes = "http://hl7.org/fhir/title-type";

    public static JsonObject Of(Study study, string nctId, string? groupUrn)
    {
        var protocol = study.ProtocolSection ?? new();
        var identification = protocol.IdentificationModule ?? new();
        var status = protocol.StatusModule ?? new();
        var resource = new JsonObject
        {
            ["resourceType"] = "ResearchStudy",
            ["id"] = nctId,
            ["meta"] = new JsonObject { ["profile"] = new JsonArray(Profile) },
        };
        var sites = FhirParties.Sites(protocol);
        return resource
            .With("contained", sites)
            .With("url", "https://clinicaltrials.gov/study/" + nctId)
            .With("identifier", Identifiers(identification, nctId))
            .With("name", identification.Acronym)
            .With("title", identification.BriefTitle ?? identification.OfficialTitle)
            .With("label", Labels(identification))
            .With("relatedArtifact", RelatedArtifacts(protocol.ReferencesModule))
            .With("date", FhirJson.Date(status.LastUpdateSubmitDate))
            .With("status", "active")
            .With("primaryPurposeType", FhirDesign.PrimaryPurpose(protocol))
            .With("phase", FhirDesign.Phase(protocol))
            .With("studyDesign", FhirDesign.StudyDesign(protocol))
            .With("focus", Focuses(study))
            .With("condition", Conditions(study))
            .With("keyword", FhirJson.ListOf(protocol.ConditionsModule?.Keywords, FhirJson.Concept))
            .With("region", Regions(protocol))
            .With("descriptionSummary", protocol.DescriptionModule?.BriefSummary)
            .With("description", protocol.DescriptionModule?.DetailedDescription)
            .With("period", FhirDesign.Period(status))
            .With("site", SiteReferences(sites))
            .With("associatedParty", FhirParties.Of(protocol))
            .With("progressStatus", FhirDesign.Progress(status))
            .With("whyStopped", FhirJson.Concept(status.WhyStopped))
            .With("recruitment", FhirDesign.Recruitment(protocol, groupUrn))
            .With("comparisonGroup", FhirDesign.ComparisonGroups(protocol))
            .With("outcomeMeasure", FhirDesign.OutcomeMeasures(protocol));
    }

    private static JsonArray Identifiers(IdentificationModule identification, string nctId)
    {
        var identifiers = new JsonArray(new JsonObject
        {
            ["use"] = "official",
            ["type"] = FhirJson.Concept("ClinicalTrials.gov Identifier"),
            ["system"] = "https://clinicaltrials.gov",
            ["value"] = nctId,
        });
        foreach (var alias in identification.NctIdAliases ?? [])
        {
            identifiers.Add(new JsonObject { ["use"] = "old", ["system"] = "https://clinicaltrials.gov", ["value"] = alias });
        }

        if (identification.OrgStudyIdInfo is { Id.Length: > 0 } own)
        {
            identifiers.Add(new JsonObject { ["type"] = FhirJson.Concept("Organization Study Identifier") }
                .With("value", own.Id)
                .With("assigner", new JsonObject().With("display", identification.Organization?.FullName)));
        }

        foreach (var second in identification.SecondaryIdInfos ?? [])
        {
            identifiers.Add(new JsonObject()
                .With("type", FhirJson.Coded("SecondaryIdType", second.Type))
                .With("value", second.Id)
                .With("assigner", new JsonObject().With("display", second.Domain)));
        }

        return identifiers;
    }

    private static JsonArray Labels(IdentificationModule identification)
    {
        var labels = new JsonArray();
        Add("primary", identification.BriefTitle);
        Add("official", identification.OfficialTitle);
        Add("acronym", identification.Acronym);
        return labels;

        void Add(string type, string? text)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                labels.Add(new JsonObject { ["type"] = FhirJson.Concept(TitleTypes, type, null), ["value"] = text });
            }
        }
    }

    private static JsonArray RelatedArtifacts(ReferencesModule? references)
    {
        var artifacts = FhirJson.ListOf(references?.References, reference =>
            string.IsNullOrWhiteSpace(reference.Citation) ? null : new JsonObject
            {
                ["type"] = reference.Type == ReferenceType.Background ? "justification" : "citation",
                ["citation"] = reference.Citation,
            }
            .With("document", string.IsNullOrWhiteSpace(reference.Pmid) ? null
                : new JsonObject { ["url"] = "https://pubmed.ncbi.nlm.nih.gov/" + reference.Pmid }));
        foreach (var link in references?.SeeAlsoLinks ?? [])
        {
            artifacts.Add(new JsonObject { ["type"] = "documentation" }
                .With("label", link.Label)
                .With("document", new JsonObject().With("url", link.Url)));
        }

        return artifacts;
    }

    private static JsonArray Focuses(Study study)
    {
        var focuses = FhirJson.ListOf(study.ProtocolSection?.ArmsInterventionsModule?.Interventions, intervention =>
            FhirJson.Concept(intervention.Name) is not { } concept ? null : new JsonObject
            {
                ["concept"] = concept.With("coding", FhirJson.Coded("InterventionType", intervention.Type)?["coding"]
                    ?.DeepClone()),
            });
        foreach (var mesh in study.DerivedSection?.InterventionBrowseModule?.Meshes ?? [])
        {
            focuses.Add(new JsonObject().With("concept", MeshConcept(mesh)));
        }

        return focuses;
    }

    private static JsonArray Conditions(Study study)
    {
        var conditions = FhirJson.ListOf(study.ProtocolSection?.ConditionsModule?.Conditions, FhirJson.Concept);
        foreach (var mesh in study.DerivedSection?.ConditionBrowseModule?.Meshes ?? [])
        {
            conditions.Add(MeshConcept(mesh));
        }

        return conditions;
    }

    private static JsonObject? MeshConcept(Mesh mesh) =>
        string.IsNullOrWhiteSpace(mesh.Id) ? FhirJson.Concept(mesh.Term)
            : FhirJson.Concept(FhirJson.Mesh, mesh.Id, mesh.Term);

    private static JsonArray Regions(ProtocolSection protocol) =>
        FhirJson.ListOf((protocol.ContactsLocationsModule?.Locations ?? [])
            .Select(location => location.Country).Distinct(), FhirJson.Concept);

    private static JsonArray SiteReferences(JsonArray sites) =>
        FhirJson.ListOf(sites, site => new JsonObject { ["reference"] = "#" + (string?)site!["id"] }
            .With("display", (string?)site["name"]));
}
