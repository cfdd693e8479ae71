using System.Globalization;
using Lind.Studies.Fields;
using static Lind.Studies.Fields.StudyFields;

namespace Lind.Studies.Csv;

/// <summary>The registry's 30 columns and how each is made.</summary>
internal static class CsvColumns
{
    public static readonly CsvColumn[] All =
    [
        new("NCT Number", [NCTId], study => Identification(study)?.NctId),
        new("Study Title", [BriefTitle], study => Identification(study)?.BriefTitle),
        new("Study URL", [NCTId], study => $"https://clinicaltrials.gov/study/{Identification(study)?.NctId}"),
        new("Acronym", [Acronym], study => Identification(study)?.Acronym),
        new("Study Status", [StudyFields.OverallStatus], study => Status(study)?.OverallStatus?.Code),
        new("Brief Summary", [BriefSummary], study => study.ProtocolSection?.DescriptionModule?.BriefSummary),
        new("Study Results", [HasResults], study => study.HasResults == true ? "YES" : "NO"),
        new("Conditions", [Condition], study => Join(study.ProtocolSection?.ConditionsModule?.Conditions)),
        new("Interventions", [StudyFields.InterventionType, InterventionName], study => Join(
            study.ProtocolSection?.ArmsInterventionsModule?.Interventions?.Select(one => $"{one.Type}: {one.Name}"))),
        new("Primary Outcome Measures", [PrimaryOutcomeMeasure, PrimaryOutcomeDescription, PrimaryOutcomeTimeFrame],
            study => Outcomes(study.ProtocolSection?.OutcomesModule?.PrimaryOutcomes)),
        new("Secondary Outcome Measures",
            [SecondaryOutcomeMeasure, SecondaryOutcomeDescription, SecondaryOutcomeTimeFrame],
            study => Outcomes(study.ProtocolSection?.OutcomesModule?.SecondaryOutcomes)),
        new("Other Outcome Measures", [OtherOutcomeMeasure, OtherOutcomeDescription, OtherOutcomeTimeFrame],
            study => Outcomes(study.ProtocolSection?.OutcomesModule?.OtherOutcomes)),
        new("Sponsor", [LeadSponsorName], study => Sponsors(study)?.LeadSponsor?.Name),
        new("Collaborators", [CollaboratorName],
            study => Join(Sponsors(study)?.Collaborators?.Select(one => one.Name))),
        new("Sex", [StudyFields.Sex], study => Eligibility(study)?.Sex?.Code),
        new("Age", [StdAge], study => Listed(Eligibility(study)?.StdAges?.Select(age => age.Code))),
        new("Phases", [StudyFields.Phase], study => Join(Design(study)?.Phases?.Select(phase => phase.Code))),
        new("Enrollment", [EnrollmentCount],
            study => Design(study)?.EnrollmentInfo?.Count?.ToString(CultureInfo.InvariantCulture)),
        new("Funder Type", [LeadSponsorClass], study => Sponsors(study)?.LeadSponsor?.Class?.Code),
        new("Study Type", [StudyFields.StudyType], study => Design(study)?.StudyType?.Code),
        new("Study Design",
            [StudyFields.StudyType, StudyFields.DesignAllocation, DesignInterventionModel, StudyFields.DesignMasking,
                DesignWhoMasked, DesignPrimaryPurpose],
            StudyDesign),
        new("Other IDs", [OrgStudyId, SecondaryId], OtherIds),
        new("Start Date", [StartDate], study => Status(study)?.StartDateStruct?.Date?.ToString()),
        new("Primary Completion Date", [PrimaryCompletionDate],
            study => Status(study)?.PrimaryCompletionDateStruct?.Date?.ToString()),
        new("Completion Date", [CompletionDate], study => Status(study)?.CompletionDateStruct?.Date?.ToString()),
        new("First Posted", [StudyFirstPostDate],
            study => Status(study)?.StudyFirstPostDateStruct?.Date?.ToString()),
        new("Results First Posted", [ResultsFirstPostDate],
            study => Status(study)?.ResultsFirstPostDateStruct?.Date?.ToString()),
        new("Last Update Posted", [LastUpdatePostDate],
            study => Status(study)?.LastUpdatePostDateStruct?.Date?.ToString()),
        new("Locations", [LocationFacility, LocationCity, LocationState, LocationZip, LocationCountry],
            study => Join(study.ProtocolSection?.ContactsLocationsModule?.Locations?.Select(site =>
                Listed([site.Facility, site.City, site.State, site.Zip, site.Country])))),
        new("Study Documents", [NCTId, LargeDocLabel, LargeDocFilename], Documents),
    ];

    private static IdentificationModule? Identification(Study study) => study.ProtocolSection?.IdentificationModule;

    private static StatusModule? Status(Study study) => study.ProtocolSection?.StatusModule;

    private static DesignModule? Design(Study study) => study.ProtocolSection?.DesignModule;

    private static EligibilityModule? Eligibility(Study study) => study.ProtocolSection?.EligibilityModule;

    private static SponsorCollaboratorsModule? Sponsors(Study study) =>
        study.ProtocolSection?.SponsorCollaboratorsModule;

    private static string Join(IEnumerable<string?>? values) => string.Join('|', values ?? []);

    private static string Listed(IEnumerable<string?>? values) =>
        string.Join(", ", values?.Where(value => !string.IsNullOrEmpty(value)) ?? []);

    private static string Outcomes(IEnumerable<Outcome>? outcomes) =>
        Join(outcomes?.Select(one => Listed([one.Measure, one.Description, one.TimeFrame])));

    private static string OtherIds(Study study)
    {
        var identification = Identification(study);
        return Join(identification?.SecondaryIdInfos.OrEmpty().Select(one => one.Id)
            .Prepend(identification.OrgStudyIdInfo?.Id));
    }

    // The registry writes the same words for every observational study, whatever its model and perspective.
    private static string StudyDesign(Study study) => Design(study) switch
    {
        { StudyType: var type } design when type == Studies.StudyType.Interventional => Interventional(design),
        { StudyType: var type } when type == Studies.StudyType.Observational =>
            "Observational Model: |Time Perspective: p",
        _ => "",
    };

    private static string Interventional(DesignModule design)
    {
        var info = design.DesignInfo;
        var roles = Listed(info?.MaskingInfo?.WhoMasked?.Select(role => role.Code));
        var masking = info?.MaskingInfo?.Masking + (roles.Length == 0 ? "" : $" ({roles})");
        return $"Allocation: {info?.Allocation}|Intervention Model: {info?.InterventionModel}|Masking: {masking}"
            + $"|Primary Purpose: {info?.PrimaryPurpose}";
    }

    private static string Documents(Study study)
    {
        var id = Identification(study)?.NctId ?? "";
        var folder = id.Length < 2 ? id : id[^2..];
        return Join(study.DocumentSection?.LargeDocumentModule?.LargeDocs?.Select(document =>
            $"{document.Label}, https://cdn.clinicaltrials.gov/large-docs/{folder}/{id}/{document.Filename}"));
    }
}
