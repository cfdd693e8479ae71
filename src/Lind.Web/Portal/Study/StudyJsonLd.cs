using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lind.Studies;

namespace Lind.Web.Portal;

/// <summary>The study as schema.org <c>MedicalTrial</c> or <c>MedicalObservationalStudy</c>.</summary>
public static class StudyJsonLd
{
    private const int MostSites = 100;

    // The default encoder escapes <, >, & and quotes: the text cannot leave its <script> element.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Default };

    public static string Write(StudyView view, string address)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            json.WriteString("@type", view.IsObservational ? "MedicalObservationalStudy" : "MedicalTrial");
            json.WriteString("@id", address);
            json.WriteString("url", address);
            json.WriteString("name", view.Title);
            WriteText(json, "alternateName", view.Protocol.IdentificationModule?.OfficialTitle);
            json.WriteString("identifier", view.NctId);
            WriteText(json, "description", view.Protocol.DescriptionModule?.BriefSummary);
            WriteText(json, "status", SchemaStatus(view.Status.OverallStatus));
            WriteConditions(json, view);
            WriteSponsor(json, view);
            WriteText(json, "phase", view.Design.Phases is { Count: > 0 } phases ? string.Join('/', phases.Select(phase => phase.Code)) : null);
            WriteSites(json, view);
            WriteText(json, "sameAs", $"https://clinicaltrials.gov/study/{view.NctId}");
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            json.WriteString(name, text);
        }
    }

    private static void WriteConditions(Utf8JsonWriter json, StudyView view)
    {
        json.WriteStartArray("healthCondition");
        foreach (var condition in view.Protocol.ConditionsModule?.Conditions ?? [])
        {
            json.WriteStartObject();
            json.WriteString("@type", "MedicalCondition");
            json.WriteString("name", condition);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSponsor(Utf8JsonWriter json, StudyView view)
    {
        if (view.Protocol.SponsorCollaboratorsModule?.LeadSponsor?.Name is { } name)
        {
            json.WriteStartObject("sponsor");
            json.WriteString("@type", "Organization");
            json.WriteString("name", name);
            json.WriteEndObject();
        }
    }

    private static void WriteSites(Utf8JsonWriter json, StudyView view)
    {
        json.WriteStartArray("studyLocation");
        foreach (var site in view.Locations.Take(MostSites))
        {
            json.WriteStartObject();
            json.WriteString("@type", "AdministrativeArea");
            json.WriteString("name", string.Join(", ", new[] { site.City, site.State, site.Country }.OfType<string>()));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string? SchemaStatus(OverallStatus? status) => status?.Code switch
    {
        "RECRUITING" => "https://schema.org/Recruiting",
        "NOT_YET_RECRUITING" => "https://schema.org/NotYetRecruiting",
        "ACTIVE_NOT_RECRUITING" => "https://schema.org/ActiveNotRecruiting",
        "ENROLLING_BY_INVITATION" => "https://schema.org/EnrollingByInvitation",
        "COMPLETED" => "https://schema.org/Completed",
        "SUSPENDED" => "https://schema.org/Suspended",
        "TERMINATED" => "https://schema.org/Terminated",
        "WITHDRAWN" => "https://schema.org/Withdrawn",
        _ => null,
    };
}
