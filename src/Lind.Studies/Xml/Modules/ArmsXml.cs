namespace Lind.Studies.Xml.Modules;

/// <summary>Arms, interventions and planned outcomes.</summary>
internal static class ArmsXml
{
    public static void Write(XmlNode study, JsonSink json)
    {
        json.Object("armsInterventionsModule");
        var interventions = study.Children("intervention").ToList();
        json.Array("armGroups");
        foreach (var arm in study.Children("arm_group"))
        {
            var label = arm.Text("arm_group_label");
            json.Object(null);
            json.Text("label", label);
            json.Code("type", arm.Text("arm_group_type"));
            json.Markup("description", arm.Text("description"));
            json.Items("interventionNames", interventions.Where(each => IsGivenIn(each, label)).Select(NameWithType));
            json.End();
        }

        json.End();
        json.Array("interventions");
        foreach (var intervention in interventions)
        {
            WriteIntervention(intervention, json);
        }

        json.End();
        json.End();
    }

    public static void WriteOutcomes(XmlNode study, JsonSink json)
    {
        json.Object("outcomesModule");
        WriteOutcomes("primaryOutcomes", study.Children("primary_outcome"), json);
        WriteOutcomes("secondaryOutcomes", study.Children("secondary_outcome"), json);
        WriteOutcomes("otherOutcomes", study.Children("other_outcome"), json);
        json.End();
    }

    private static void WriteIntervention(XmlNode intervention, JsonSink json)
    {
        json.Object(null);
        json.Code("type", intervention.Text("intervention_type"));
        json.Text("name", intervention.Text("intervention_name"));
        json.Markup("description", intervention.Text("description"));
        json.Items("armGroupLabels", intervention.Children("arm_group_label").Select(label => label.Text()));
        json.Items("otherNames", intervention.Children("other_name").Select(name => name.Text()));
        json.End();
    }

    private static bool IsGivenIn(XmlNode intervention, string? label) =>
        label is not null && intervention.Children("arm_group_label").Any(given => given.Text() == label);

    /// <summary>As arm groups name it: "Drug: Aspirin".</summary>
    private static string NameWithType(XmlNode intervention) =>
        $"{intervention.Text("intervention_type")}: {intervention.Text("intervention_name")}";

    private static void WriteOutcomes(string name, IEnumerable<XmlNode> outcomes, JsonSink json)
    {
        json.Array(name);
        foreach (var outcome in outcomes)
        {
            json.Object(null);
            json.Text("measure", outcome.Text("measure"));
            json.Markup("description", outcome.Text("description"));
            json.Text("timeFrame", outcome.Text("time_frame"));
            json.End();
        }

        json.End();
    }
}
