using Lind.Studies.Xml.Forms;

namespace Lind.Studies.Xml.Modules;

/// <summary><c>eligibility</c> to eligibilityModule.</summary>
internal static class EligibilityXml
{
    public static void Write(XmlNode study, JsonSink json)
    {
        if (study.Child("eligibility") is not { } eligibility)
        {
            return;
        }

        var minimum = Ages.Limit(eligibility.Text("minimum_age"));
        var maximum = Ages.Limit(eligibility.Text("maximum_age"));
        json.Object("eligibilityModule");
        json.Block("eligibilityCriteria", eligibility.Block("criteria"));
        WriteVolunteers(eligibility.Text("healthy_volunteers"), json);
        json.Code("sex", eligibility.Text("gender"));
        json.YesNo("genderBased", eligibility.Text("gender_based"));
        json.Markup("genderDescription", eligibility.Text("gender_description"));
        json.Text("minimumAge", minimum);
        json.Text("maximumAge", maximum);
        json.Items("stdAges", Ages.Groups(minimum, maximum));
        json.Block("studyPopulation", eligibility.Block("study_pop"));
        json.Code("samplingMethod", eligibility.Text("sampling_method"));
        json.End();
    }

    private static void WriteVolunteers(string? text, JsonSink json) =>
        json.YesNo("healthyVolunteers", text == "Accepts Healthy Volunteers" ? "Yes" : text);
}
