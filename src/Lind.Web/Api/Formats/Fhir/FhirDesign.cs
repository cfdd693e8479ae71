using System.Globalization;
using System.Text.Json.Nodes;
using Lind.Studies;

namespace Lind.Web.Api.Formats.Fhir;

/// <summary>Design, dates, numbers, arms and outcomes of a ResearchStudy.</summary>
internal static class FhirDesign
{
    private const string Purposes = "http://terminology.hl7.org/CodeSystem/research-study-prim-purp-type";
    private const string Phases = "http://terminology.hl7.org/CodeSystem/research-study-phase";
    private const string States = "http://hl7.org/fhir/research-study-status";
    private const string Objectives = "http://terminology.hl7.org/CodeSystem/research-study-objective-type";

    // The registry counts "not known" as this many participants.
    private const long EnrollmentUnknown = 99_999_999;

    public static JsonObject? PrimaryPurpose(ProtocolSection protocol)
    {
        var purpose = protocol.DesignModule?.DesignInfo?.PrimaryPurpose;
        var code = purpose?.Code switch
        {
            "TREATMENT" => "treatment",
            "PREVENTION" => "prevention",
            "DIAGNOSTIC" => "diagnostic",
            "SUPPORTIVE_CARE" => "supportive-care",
            "SCREENING" => "screening",
            "HEALTH_SERVICES_RESEARCH" => "health-services-research",
            "BASIC_SCIENCE" => "basic-science",
            "DEVICE_FEASIBILITY" => "device-feasibility",
            _ => null,
        };
        return code is null
            ? FhirJson.Coded("DesignPrimaryPurpose", purpose)
            : FhirJson.Concept(Purposes, code, purpose?.Label);
    }

    public static JsonObject? Phase(ProtocolSection protocol)
    {
        var phases = protocol.DesignModule?.Phases;
        if (phases is not { Count: > 0 })
        {
            return null;
        }

        var code = string.Join('/', phases.Select(phase => phase.Code)) switch
        {
            "NA" => "n-a",
            "EARLY_PHASE1" => "early-phase-1",
            "PHASE1" => "phase-1",
            "PHASE1/PHASE2" => "phase-1-phase-2",
            "PHASE2" => "phase-2",
            "PHASE2/PHASE3" => "phase-2-phase-3",
            "PHASE3" => "phase-3",
            "PHASE4" => "phase-4",
            _ => null,
        };
        var text = string.Join('/', phases.Select(phase => phase.Label));
        return code is null ? FhirJson.Concept(text) : FhirJson.Concept(Phases, code, text);
    }

    public static JsonArray StudyDesign(ProtocolSection protocol)
    {
        var design = protocol.DesignModule;
        var info = design?.DesignInfo;
        JsonObject?[] all =
        [
            FhirJson.Coded("StudyType", design?.StudyType),
            FhirJson.Coded("DesignAllocation", info?.Allocation),
            FhirJson.Coded("DesignInterventionModel", info?.InterventionModel),
            FhirJson.Coded("DesignObservationalModel", info?.ObservationalModel),
            FhirJson.Coded("DesignTimePerspective", info?.TimePerspective),
            FhirJson.Coded("DesignMasking", info?.MaskingInfo?.Masking),
            .. (info?.MaskingInfo?.WhoMasked ?? []).Select(who => FhirJson.Coded<WhoMasked>("DesignWhoMasked", who)),
        ];
        return FhirJson.ListOf(all, item => item);
    }

    public static JsonObject Period(StatusModule status) => new JsonObject()
        .With("start", FhirJson.Date(status.StartDateStruct?.Date))
        .With("end", FhirJson.Date(status.CompletionDateStruct?.Date));

    public static JsonArray Progress(StatusModule status)
    {
        var progress = new JsonArray();
        if (status.OverallStatus is { Code.Length: > 0 } overall)
        {
            progress.Add(new JsonObject { ["state"] = StateOf(overall) }
                .With("period", new JsonObject().With("end", FhirJson.Date(status.StatusVerifiedDate))));
        }

        AddDate(progress, "overall-study", status.StartDateStruct, status.CompletionDateStruct);
        AddDate(progress, "primary-completion", null, status.PrimaryCompletionDateStruct);
        return progress;
    }

    public static JsonObject Recruitment(ProtocolSection protocol, string? groupUrn)
    {
        var enrollment = protocol.DesignModule?.EnrollmentInfo;
        var recruitment = new JsonObject();
        // FHIR numbers here are 32 bits; what is larger is kept in the registry's own form only.
        if (enrollment?.Count is >= 0 and <= int.MaxValue and not EnrollmentUnknown)
        {
            var isActual = enrollment.Type == EnrollmentType.Actual;
            recruitment[isActual ? "actualNumber" : "targetNumber"] = enrollment.Count;
        }

        return groupUrn is null ? recruitment
            : recruitment.With("eligibility", new JsonObject { ["reference"] = groupUrn });
    }

    public static JsonArray ComparisonGroups(ProtocolSection protocol)
    {
        var number = 0;
        return FhirJson.ListOf(protocol.ArmsInterventionsModule?.ArmGroups, arm => new JsonObject
        {
            ["linkId"] = string.Create(CultureInfo.InvariantCulture, $"arm-{++number}"),
        }
            .With("name", arm.Label)
            .With("type", FhirJson.Coded("ArmGroupType", arm.Type))
            .With("description", arm.Description));
    }

    public static JsonArray OutcomeMeasures(ProtocolSection protocol)
    {
        var outcomes = protocol.OutcomesModule;
        return
        [
            .. (outcomes?.PrimaryOutcomes ?? []).Select(outcome => OutcomeOf(outcome, "primary")),
            .. (outcomes?.SecondaryOutcomes ?? []).Select(outcome => OutcomeOf(outcome, "secondary")),
            .. (outcomes?.OtherOutcomes ?? []).Select(outcome => OutcomeOf(outcome, "exploratory")),
        ];
    }

    private static JsonObject OutcomeOf(Outcome outcome, string kind)
    {
        var frame = string.IsNullOrWhiteSpace(outcome.TimeFrame) ? null : "Time frame: " + outcome.TimeFrame;
        return new JsonObject()
            .With("name", outcome.Measure)
            .With("type", new JsonArray(FhirJson.Concept(Objectives, kind, null)))
            .With("description", string.Join("\n\n", new[] { outcome.Description, frame }.Where(text => text is not null)));
    }

    private static void AddDate(JsonArray progress, string state, PartialDateStruct? start, PartialDateStruct? end)
    {
        var period = new JsonObject().With("start", FhirJson.Date(start?.Date)).With("end", FhirJson.Date(end?.Date));
        if (period.Count > 0)
        {
            progress.Add(new JsonObject { ["state"] = FhirJson.Concept(States, state, null) }
                .With("actual", end?.Type is { Code.Length: > 0 } type ? JsonValue.Create(type == DateType.Actual) : null)
                .With("period", period));
        }
    }

    private static JsonObject StateOf(OverallStatus status)
    {
        var code = status.Code switch
        {
            "ACTIVE_NOT_RECRUITING" => "active-but-not-recruiting",
            "COMPLETED" => "completed",
            "ENROLLING_BY_INVITATION" => "enrolling-by-invitation",
            "NOT_YET_RECRUITING" => "not-yet-recruiting",
            "RECRUITING" => "recruiting",
            "TERMINATED" => "terminated",
            "WITHDRAWN" => "withdrawn",
            _ => null,
        };
        return code is null
            ? FhirJson.Concept(FhirJson.RegistryCodes + "OverallStatus", status.Code, status.Label)
            : FhirJson.Concept(States, code, status.Label);
    }
}
