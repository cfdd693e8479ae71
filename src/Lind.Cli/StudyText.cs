using System.Globalization;
using Lind.Store;
using Lind.Studies;
using Lind.Studies.Json;

namespace Lind.Cli;

/// <summary>A study in a few lines for a terminal.</summary>
internal static class StudyText
{
    public static string Line(StoredStudy study)
    {
        var head = StudyHead.Read(study.Json.Span);
        return head.TryGet(out var found)
            ? $"{found.NctId}  {found.OverallStatus?.Label ?? "Status unknown"}  {JsonOutput.OneLine(found.BriefTitle ?? "")}"
            : study.NctId.ToString();
    }

    public static void Write(StoredStudy stored, TextWriter output)
    {
        var study = StudyJson.Read(stored.Json.Span);
        var protocol = study.ProtocolSection;
        Row(output, "Study", stored.NctId.ToString());
        Row(output, "Title", protocol?.IdentificationModule?.BriefTitle);
        Row(output, "Official title", protocol?.IdentificationModule?.OfficialTitle);
        Row(output, "Status", protocol?.StatusModule?.OverallStatus?.Label);
        Row(output, "Type", protocol?.DesignModule?.StudyType?.Label);
        Row(output, "Phases", Join(protocol?.DesignModule?.Phases.OrEmpty().Select(phase => phase.Label)));
        Row(output, "Conditions", Join(protocol?.ConditionsModule?.Conditions.OrEmpty()));
        Row(output, "Interventions", Join(protocol?.ArmsInterventionsModule?.Interventions.OrEmpty()
            .Select(intervention => intervention.Name ?? "")));
        Row(output, "Sponsor", protocol?.SponsorCollaboratorsModule?.LeadSponsor?.Name);
        Row(output, "Sites", Count(protocol?.ContactsLocationsModule?.Locations?.Count));
        Row(output, "Last update posted",
            protocol?.StatusModule?.LastUpdatePostDateStruct?.Date.ToString());
        Row(output, "Results", study.HasResults == true ? "posted" : "not posted");
    }

    private static string? Count(int? count) => count?.ToString(CultureInfo.InvariantCulture);

    private static string? Join(IEnumerable<string>? values) => values is null ? null : string.Join(", ", values);

    private static void Row(TextWriter output, string label, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            output.WriteLine($"{label,-20}{JsonOutput.OneLine(value)}");
        }
    }
}
