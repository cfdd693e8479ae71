namespace Lind.Studies.Xml.Modules;

/// <summary>References, links, data sets and the data sharing statement.</summary>
internal static class ReferencesXml
{
    public static void Write(XmlNode study, JsonSink json)
    {
        json.Object("referencesModule");
        json.Array("references");
        WriteReferences(study.Children("reference"), "BACKGROUND", json);
        WriteReferences(study.Children("results_reference"), "RESULT", json);
        json.End();
        json.Array("seeAlsoLinks");
        foreach (var link in study.Children("link"))
        {
            json.Object(null);
            json.Markup("label", link.Text("description"));
            json.Text("url", link.Text("url"));
            json.End();
        }

        json.End();
        json.Array("availIpds");
        foreach (var document in study.Child("study_docs")?.Children("study_doc") ?? [])
        {
            json.Object(null);
            json.Text("id", document.Text("doc_id"));
            json.Text("type", document.Text("doc_type"));
            json.Text("url", document.Text("doc_url"));
            json.Markup("comment", document.Text("doc_comment"));
            json.End();
        }

        json.End();
        json.End();
    }

    public static void WriteIpdSharing(XmlNode study, JsonSink json)
    {
        if (study.Child("patient_data") is not { } data)
        {
            return;
        }

        json.Object("ipdSharingStatementModule");
        json.Code("ipdSharing", data.Text("sharing_ipd"));
        json.Markup("description", data.Text("ipd_description"));
        json.Items("infoTypes", data.Children("ipd_info_type").Select(type => type.Text())
            .Select(type => type is null ? null : Forms.Codes.Of(type)));
        json.Markup("timeFrame", data.Text("ipd_time_frame"));
        json.Markup("accessCriteria", data.Text("ipd_access_criteria"));
        json.Text("url", data.Text("ipd_url"));
        json.End();
    }

    private static void WriteReferences(IEnumerable<XmlNode> references, string type, JsonSink json)
    {
        foreach (var reference in references)
        {
            json.Object(null);
            json.Text("pmid", reference.Text("PMID"));
            json.Text("type", type);
            json.Text("citation", reference.Text("citation"));
            json.End();
        }
    }
}
