using Lind.Studies.Xml.Forms;

namespace Lind.Studies.Xml.Modules;

/// <summary>Study type, phases, design, samples and enrollment to designModule.</summary>
internal static class DesignXml
{
    private const string OpenLabel = "None (Open Label)";
    private static readonly string[] Levels = ["Single", "Double", "Triple", "Quadruple"];
    private static readonly string[] Parties =
        ["Participant", "Care Provider", "Investigator", "Outcomes Assessor", "Subject", "Caregiver"];

    private const string Registry = " [Patient Registry]";

    public static void Write(XmlNode study, JsonSink json)
    {
        var label = study.Text("study_type") ?? "";
        var type = label.Replace(Registry, "", StringComparison.Ordinal) is { Length: > 0 } and not "N/A" and var known
            ? Codes.Of(known) : null;
        json.Object("designModule");
        json.Text("studyType", type);
        WriteExpandedAccess(study.Child("expanded_access_info"), json);
        if (label.EndsWith(Registry, StringComparison.Ordinal))
        {
            json.Boolean("patientRegistry", true);
        }
        else if (type == "OBSERVATIONAL" && Era.Of(study).AsksForPatientRegistry)
        {
            json.Boolean("patientRegistry", false);
        }

        json.Text("targetDuration", study.Text("target_duration"));
        WritePhases(study.Text("phase"), type, json);
        WriteDesign(DesignOf(study), json);
        json.Object("bioSpec");
        json.Code("retention", study.Text("biospec_retention"));
        json.Block("description", study.Block("biospec_descr"));
        json.End();
        WriteEnrollment(study.Child("enrollment"), json);
        json.End();
    }

    private static void WriteExpandedAccess(XmlNode? info, JsonSink json)
    {
        json.Object("expandedAccessTypes");
        json.YesNo("individual", info?.Text("expanded_access_type_individual"));
        json.YesNo("intermediate", info?.Text("expanded_access_type_intermediate"));
        json.YesNo("treatment", info?.Text("expanded_access_type_treatment"));
        json.End();
    }

    /// <summary>"Phase 1/Phase 2" is two phases; "N/A" says something only of interventional studies.</summary>
    private static void WritePhases(string? phase, string? type, JsonSink json)
    {
        if (phase is not null && (phase != "N/A" || type == "INTERVENTIONAL"))
        {
            var parts = phase == "N/A" ? [phase] : phase.Split('/', StringSplitOptions.TrimEntries);
            json.Items("phases", parts.Select(Codes.Of));
        }
    }

    /// <summary>The design's elements, or the one text that older records pack them in.</summary>
    private static XmlNode? DesignOf(XmlNode study) =>
        study.Child("study_design_info") ?? (study.Text("study_design") is { } packed ? Unpack(packed) : null);

    /// <summary>"Allocation:  Randomized, Masking: Open Label, Primary Purpose: Treatment".</summary>
    private static XmlNode Unpack(string packed)
    {
        var design = new XmlNode("study_design_info");
        foreach (var part in packed.Split(", "))
        {
            var at = part.IndexOf(':', StringComparison.Ordinal);
            if (at > 0)
            {
                var name = part[..at].Trim().ToLowerInvariant().Replace(' ', '_');
                design.Add(new XmlNode(name) { Value = part[(at + 1)..].Trim() });
            }
        }

        return design;
    }

    private static void WriteDesign(XmlNode? design, JsonSink json)
    {
        json.Object("designInfo");
        json.Code("allocation", design?.Text("allocation"));
        json.Code("interventionModel", design?.Text("intervention_model"));
        json.Markup("interventionModelDescription", design?.Text("intervention_model_description"));
        json.Code("primaryPurpose", design?.Text("primary_purpose"));
        json.Code("observationalModel", design?.Text("observational_model"));
        json.Code("timePerspective", design?.Text("time_perspective"));
        json.Object("maskingInfo");
        WriteMasking(design, json);
        json.End();
        json.End();
    }

    /// <summary>"Double (Participant, Investigator)": the level and who does not know the assignment.</summary>
    /// <remarks>A few records name the parties alone; the level is by definition their number.</remarks>
    private static void WriteMasking(XmlNode? design, JsonSink json)
    {
        var masking = design?.Text("masking");
        var at = masking?.IndexOf(" (", StringComparison.Ordinal) ?? -1;
        var level = at < 0 || masking == OpenLabel ? masking : masking![..at];
        string[] who = at < 0 || masking == OpenLabel
            ? [] : masking![(at + 2)..].TrimEnd(')').Split(',', StringSplitOptions.TrimEntries);
        if (level is not null && who.Length == 0 && Parties.Contains(level.Split(", ")[0]))
        {
            who = level.Split(", ");
            level = Levels[Math.Min(who.Length, Levels.Length) - 1];
        }

        json.Code("masking", level);
        json.Markup("maskingDescription", design?.Text("masking_description"));
        json.Items("whoMasked", who.Select(Masked));
    }

    private static string Masked(string who) => who switch
    {
        "Subject" => "PARTICIPANT",
        "Caregiver" => "CARE_PROVIDER",
        _ => Codes.Of(who),
    };

    private static void WriteEnrollment(XmlNode? enrollment, JsonSink json)
    {
        json.Object("enrollmentInfo");
        json.Integer("count", enrollment?.Text());
        json.Code("type", enrollment?.Attribute("type"));
        json.End();
    }
}
