using System.Globalization;

namespace Lind.Studies.Xml.Results;

/// <summary>What all result tables share: groups, their ids, counts of those analyzed.</summary>
internal static class Groups
{
    /// <summary>"P1" of the participant flow is "FG000" in API v2: a prefix for each table, counted from 0.</summary>
    public static string? Id(string? id)
    {
        if (id is not { Length: >= 2 }
            || !int.TryParse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return id;
        }

        var prefix = id[0] switch
        {
            'P' => "FG",
            'B' => "BG",
            'O' => "OG",
            'E' => "EG",
            _ => null,
        };
        return prefix is null || number == 0
            ? id : string.Create(CultureInfo.InvariantCulture, $"{prefix}{number - 1:D3}");
    }

    public static void Write(XmlNode? table, JsonSink json)
    {
        json.Array("groups");
        foreach (var group in table?.Child("group_list")?.Children("group") ?? [])
        {
            json.Object(null);
            WriteGroup(group, json);
            json.End();
        }

        json.End();
    }

    public static void WriteGroup(XmlNode group, JsonSink json)
    {
        json.Text("id", Id(group.Attribute("group_id")));
        json.Text("title", group.Text("title"));
        json.Markup("description", group.Text("description"));
    }

    /// <summary><c>analyzed_list</c> to denoms.</summary>
    public static void WriteDenoms(XmlNode? holder, JsonSink json)
    {
        json.Array("denoms");
        foreach (var analyzed in holder?.Child("analyzed_list")?.Children("analyzed") ?? [])
        {
            json.Object(null);
            json.Text("units", analyzed.Text("units"));
            WriteCounts(analyzed.Child("count_list")?.Children("count") ?? [], json);
            json.End();
        }

        json.End();
    }

    public static void WriteCounts(IEnumerable<XmlNode> counts, JsonSink json)
    {
        json.Array("counts");
        foreach (var count in counts)
        {
            json.Object(null);
            json.Text("groupId", Id(count.Attribute("group_id")));
            json.Text("value", count.Attribute("value"));
            json.End();
        }

        json.End();
    }
}
