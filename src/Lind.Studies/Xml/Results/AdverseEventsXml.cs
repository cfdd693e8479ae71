namespace Lind.Studies.Xml.Results;

/// <summary><c>reported_events</c> to adverseEventsModule.</summary>
/// <remarks>The XML hides the totals among the events, as a category "Total"; API v2 puts them on the groups.</remarks>
internal static class AdverseEventsXml
{
    private const string Deaths = "Total, all-cause mortality";

    public static void Write(XmlNode results, JsonSink json)
    {
        if (results.Child("reported_events") is not { } events)
        {
            return;
        }

        json.Object("adverseEventsModule");
        json.Text("frequencyThreshold", events.Text("other_events", "frequency_threshold"));
        json.Text("timeFrame", events.Text("time_frame"));
        json.Markup("description", events.Text("desc"));
        json.Array("eventGroups");
        foreach (var group in events.Child("group_list")?.Children("group") ?? [])
        {
            WriteGroup(group, events, json);
        }

        json.End();
        WriteEvents("seriousEvents", events.Child("serious_events"), json);
        WriteEvents("otherEvents", events.Child("other_events"), json);
        json.End();
    }

    private static void WriteGroup(XmlNode group, XmlNode events, JsonSink json)
    {
        json.Object(null);
        Groups.WriteGroup(group, json);
        var id = group.Attribute("group_id");
        WriteTotal("deaths", Total(events, Deaths, id), json);
        WriteTotal("serious", Total(events, "Total, serious adverse events", id), json);
        WriteTotal("other", Total(events, "Total, other adverse events", id), json);
        json.End();
    }

    private static void WriteTotal(string kind, XmlNode? counts, JsonSink json)
    {
        json.Integer(kind + "NumAffected", counts?.Attribute("subjects_affected"));
        json.Integer(kind + "NumAtRisk", counts?.Attribute("subjects_at_risk"));
    }

    private static XmlNode? Total(XmlNode events, string title, string? group)
    {
        for (var table = events.FirstChild; table is not null; table = table.Next)
        {
            var total = table.Child("category_list")?.Children("category").Where(IsTotal).SelectMany(EventsOf)
                .FirstOrDefault(each => each.Text("sub_title") == title);
            if (total is not null)
            {
                return total.Children("counts").FirstOrDefault(counts => counts.Attribute("group_id") == group);
            }
        }

        return null;
    }

    private static bool IsTotal(XmlNode category) => category.Text("title") == "Total";

    private static IEnumerable<XmlNode> EventsOf(XmlNode category) =>
        category.Child("event_list")?.Children("event") ?? [];

    private static void WriteEvents(string name, XmlNode? table, JsonSink json)
    {
        var vocabulary = table?.Text("default_vocab");
        var assessment = table?.Text("default_assessment");
        json.Array(name);
        foreach (var category in table?.Child("category_list")?.Children("category").Where(each => !IsTotal(each)) ?? [])
        {
            foreach (var each in EventsOf(category))
            {
                json.Object(null);
                json.Text("term", each.Text("sub_title"));
                json.Text("organSystem", category.Text("title"));
                json.Text("sourceVocabulary", each.Child("sub_title")?.Attribute("vocab") ?? vocabulary);
                json.Code("assessmentType", each.Text("assessment") ?? assessment);
                json.Markup("notes", each.Text("description"));
                WriteStats(each, json);
                json.End();
            }
        }

        json.End();
    }

    private static void WriteStats(XmlNode each, JsonSink json)
    {
        json.Array("stats");
        foreach (var counts in each.Children("counts"))
        {
            json.Object(null);
            json.Text("groupId", Groups.Id(counts.Attribute("group_id")));
            json.Integer("numEvents", counts.Attribute("events"));
            json.Integer("numAffected", counts.Attribute("subjects_affected"));
            json.Integer("numAtRisk", counts.Attribute("subjects_at_risk"));
            json.End();
        }

        json.End();
    }
}
