using System.Globalization;
using System.Text.Json.Nodes;
using Lind.Studies;

namespace Lind.Web.Api.Formats.Fhir;

/// <summary>The people, organizations and places of a ResearchStudy.</summary>
internal static class FhirParties
{
    private const string Roles = "http://hl7.org/fhir/research-study-party-role";

    public static JsonArray Of(ProtocolSection protocol)
    {
        var parties = new JsonArray();
        var sponsors = protocol.SponsorCollaboratorsModule;
        AddSponsor(parties, "lead-sponsor", "LeadSponsorClass", sponsors?.LeadSponsor);
        foreach (var collaborator in sponsors?.Collaborators ?? [])
        {
            AddSponsor(parties, "collaborator", "CollaboratorClass", collaborator);
        }

        if (sponsors?.ResponsibleParty is { InvestigatorFullName.Length: > 0 } party)
        {
            var role = party.Type == ResponsiblePartyType.SponsorInvestigator
                ? "sponsor-investigator" : "primary-investigator";
            Add(parties, role, party.InvestigatorFullName, FhirJson.Coded("ResponsiblePartyType", party.Type));
        }

        foreach (var official in protocol.ContactsLocationsModule?.OverallOfficials ?? [])
        {
            Add(parties, RoleOf(official.Role), official.Name, FhirJson.Coded("OverallOfficialRole", official.Role),
                official.Affiliation);
        }

        foreach (var contact in protocol.ContactsLocationsModule?.CentralContacts ?? [])
        {
            Add(parties, "general-contact", contact.Name, FhirJson.Coded("CentralContactRole", contact.Role));
        }

        return parties;
    }

    public static JsonArray Sites(ProtocolSection protocol)
    {
        var number = 0;
        return FhirJson.ListOf(protocol.ContactsLocationsModule?.Locations, location => SiteOf(location, ++number));
    }

    private static JsonObject SiteOf(Location location, int number) => new JsonObject
    {
        ["resourceType"] = "Location",
        ["id"] = string.Create(CultureInfo.InvariantCulture, $"site-{number}"),
    }
        .With("name", location.Facility ?? location.City)
        .With("description", location.Status is { Code.Length: > 0 } status ? status.Label : null)
        .With("address", new JsonObject()
            .With("city", location.City)
            .With("state", location.State)
            .With("postalCode", location.Zip)
            .With("country", location.Country))
        .With("position", location.GeoPoint is { IsOnEarth: true } point
            ? new JsonObject { ["longitude"] = point.Lon, ["latitude"] = point.Lat } : null);

    private static void AddSponsor(JsonArray parties, string role, string piece, Sponsor? sponsor) =>
        Add(parties, role, sponsor?.Name, FhirJson.Coded(piece, sponsor?.Class));

    private static void Add(
        JsonArray parties, string role, string? name, JsonObject? classifier, string? affiliation = null)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return;
        }

        var display = string.IsNullOrWhiteSpace(affiliation) ? name : $"{name}, {affiliation}";
        parties.Add(new JsonObject
        {
            ["name"] = name,
            ["role"] = FhirJson.Concept(Roles, role, null),
            ["party"] = new JsonObject { ["display"] = display },
        }.With("classifier", classifier is null ? null : new JsonArray(classifier)));
    }

    private static string RoleOf(OfficialRole? role) => role?.Code switch
    {
        "STUDY_CHAIR" => "study-chair",
        "STUDY_DIRECTOR" => "study-director",
        "SUB_INVESTIGATOR" => "sub-investigator",
        _ => "primary-investigator",
    };
}
