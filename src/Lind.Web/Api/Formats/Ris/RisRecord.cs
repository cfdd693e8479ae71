using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Lind.Studies;

namespace Lind.Web.Api.Formats.Ris;

/// <summary>A study as a RIS record, the exchange form of reference managers: one tag a line, <c>TY</c> first,
/// <c>ER</c> last.</summary>
internal static class RisRecord
{
    public const string ContentType = "application/x-research-info-systems";

    /// <summary>The tags that may be asked for; <c>TY</c> and <c>ER</c> are always there.</summary>
    public static FrozenSet<string> Tags { get; } = new[]
    {
        "TY", "DP", "ID", "AN", "TI", "T2", "ST", "AU", "A2", "PB", "PY", "DA", "Y2", "AB", "N1", "KW", "CY", "UR",
        "LK", "DB", "ER",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static string Of(Study study, string nctId, IReadOnlyCollection<string>? only)
    {
        var text = new StringBuilder();
        foreach (var (tag, value) in Lines(study, nctId))
        {
            if (!string.IsNullOrWhiteSpace(value) && (tag == "TY" || only is null || only.Contains(tag)))
            {
                text.Append(tag).Append("  - ").Append(OneLine(value)).Append("\r\n");
            }
        }

        return text.Append("ER  - \r\n").ToString();
    }

    private static IEnumerable<(string Tag, string? Value)> Lines(Study study, string nctId)
    {
        var protocol = study.ProtocolSection ?? new();
        var identification = protocol.IdentificationModule ?? new();
        var status = protocol.StatusModule ?? new();
        var url = "https://clinicaltrials.gov/study/" + nctId;
        yield return ("TY", "DBASE");
        yield return ("DP", "National Library of Medicine (US)");
        yield return ("ID", nctId);
        yield return ("AN", nctId);
        yield return ("TI", identification.BriefTitle ?? identification.OfficialTitle);
        yield return ("T2", identification.OfficialTitle);
        yield return ("ST", identification.Acronym);
        foreach (var author in Authors(protocol))
        {
            yield return ("AU", author);
        }

        foreach (var collaborator in protocol.SponsorCollaboratorsModule?.Collaborators ?? [])
        {
            yield return ("A2", collaborator.Name);
        }

        yield return ("PB", protocol.SponsorCollaboratorsModule?.LeadSponsor?.Name);
        yield return ("PY", Year(status.StartDateStruct?.Date ?? status.StudyFirstPostDateStruct?.Date));
        yield return ("DA", Date(status.StudyFirstPostDateStruct?.Date));
        yield return ("Y2", Date(status.LastUpdatePostDateStruct?.Date));
        yield return ("AB", protocol.DescriptionModule?.BriefSummary);
        yield return ("N1", status.OverallStatus is { Code.Length: > 0 } given ? "Status: " + given.Label : null);
        foreach (var keyword in Keywords(protocol))
        {
            yield return ("KW", keyword);
        }

        foreach (var country in (protocol.ContactsLocationsModule?.Locations ?? []).Select(l => l.Country).Distinct())
        {
            yield return ("CY", country);
        }

        yield return ("UR", url);
        yield return ("LK", url);
        yield return ("DB", "ClinicalTrials.gov");
    }

    private static string?[] Authors(ProtocolSection protocol)
    {
        var officials = (protocol.ContactsLocationsModule?.OverallOfficials ?? []).Select(official => official.Name);
        var responsible = protocol.SponsorCollaboratorsModule?.ResponsibleParty?.InvestigatorFullName;
        var people = officials.Append(responsible).Where(name => !string.IsNullOrWhiteSpace(name)).Distinct().ToArray();
        return people.Length > 0 ? people : [protocol.SponsorCollaboratorsModule?.LeadSponsor?.Name];
    }

    private static IEnumerable<string> Keywords(ProtocolSection protocol) =>
        (protocol.ConditionsModule?.Conditions ?? [])
            .Concat(protocol.ConditionsModule?.Keywords ?? [])
            .Concat((protocol.ArmsInterventionsModule?.Interventions ?? []).Select(one => one.Name ?? ""))
            .Distinct(StringComparer.OrdinalIgnoreCase);

    private static string? Year(PartialDate? date) =>
        date is { IsDate: true } given ? given.Year.ToString("D4", CultureInfo.InvariantCulture) : null;

    // RIS dates are YYYY/MM/DD with what is not known left empty.
    private static string? Date(PartialDate? date) => date is not { IsDate: true } given ? null
        : string.Create(CultureInfo.InvariantCulture,
            $"{given.Year:D4}/{(given.Month > 0 ? given.Month.ToString("D2", CultureInfo.InvariantCulture) : "")}/{(given.Day > 0 ? given.Day.ToString("D2", CultureInfo.InvariantCulture) : "")}");

    private static string OneLine(string value) =>
        string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
