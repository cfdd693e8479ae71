namespace Lind.Studies.Xml.Results;

/// <summary><c>participant_flow</c> to participantFlowModule.</summary>
internal static class FlowXml
{
    public static void Write(XmlNode results, JsonSink json)
    {
        var flow = results.Child("participant_flow");
        json.Object("participantFlowModule");
        json.Markup("preAssignmentDetails", flow?.Text("pre_assignment_details"));
        json.Markup("recruitmentDetails", flow?.Text("recruitment_details"));
        json.Text("typeUnitsAnalyzed", flow?.Text("units_analyzed"));
        Groups.Write(flow, json);
        json.Array("periods");
        foreach (var period in flow?.Child("period_list")?.Children("period") ?? [])
        {
            WritePeriod(period, json);
        }

        json.End();
        json.End();
    }

    private static void WritePeriod(XmlNode period, JsonSink json)
    {
        json.Object(null);
        json.Text("title", period.Text("title"));
        WriteSteps("milestones", "achievements", period.Child("milestone_list")?.Children("milestone"), json);
        WriteSteps("dropWithdraws", "reasons",
            period.Child("drop_withdraw_reason_list")?.Children("drop_withdraw_reason"), json);
        json.End();
    }

    private static void WriteSteps(string name, string counts, IEnumerable<XmlNode>? steps, JsonSink json)
    {
        json.Array(name);
        foreach (var step in steps ?? [])
        {
            json.Object(null);
            json.Text("type", step.Text("title"));
            json.Markup("comment", step.Text("comment"));
            json.Array(counts);
            foreach (var group in step.Child("participants_list")?.Children("participants") ?? [])
            {
                json.Object(null);
                json.Text("groupId", Groups.Id(group.Attribute("group_id")));
                json.Markup("comment", group.Text());
                json.Text("numSubjects", group.Attribute("count"));
                json.End();
            }

            json.End();
            json.End();
        }

        json.End();
    }
}
