using Lind.Studies.Xml.Forms;

namespace Lind.Studies.Xml.Modules;

/// <summary>Posted documents, MeSH terms and removed countries.</summary>
internal static class DerivedXml
{
    public static void WriteDocuments(XmlNode study, JsonSink json)
    {
        json.Object("documentSection");
        json.Object("largeDocumentModule");
        json.Array("largeDocs");
        foreach (var document in study.Child("provided_document_section")?.Children("provided_document") ?? [])
        {
            WriteDocument(document, json);
        }

        json.End();
        json.End();
        json.End();
    }

    public static void Write(XmlNode study, JsonSink json)
    {
        json.Object("derivedSection");
        json.Object("miscInfoModule");
        json.Text("versionHolder", Dates.Stamp(study.Text("required_header", "download_date")));
        var removed = study.Child("removed_countries")?.Children("country") ?? [];
        json.Items("removedCountries",
            removed.Select(country => Countries.Current(country.Text())).Order(StringComparer.OrdinalIgnoreCase));
        PendingResultsXml.WriteTracking(study, json);
        json.End();
        WriteMesh("conditionBrowseModule", study.Child("condition_browse"), json);
        WriteMesh("interventionBrowseModule", study.Child("intervention_browse"), json);
        json.End();
    }

    private static void WriteDocument(XmlNode document, JsonSink json)
    {
        var url = document.Text("document_url") ?? "";
        var file = url[(url.LastIndexOf('/') + 1)..];
        var number = file.LastIndexOf('_');
        json.Object(null);
        json.Text("typeAbbrev", number > 0 ? file[..number] : null);
        json.YesNo("hasProtocol", document.Text("document_has_protocol"));
        json.YesNo("hasSap", document.Text("document_has_sap"));
        json.YesNo("hasIcf", document.Text("document_has_icf"));
        json.Text("label", document.Text("document_type"));
        json.Text("date", Dates.Iso(document.Text("document_date")));
        json.Text("filename", file.Length > 0 ? file : null);
        json.End();
    }

    /// <summary>The XML names the terms without their MeSH ids.</summary>
    private static void WriteMesh(string name, XmlNode? browse, JsonSink json)
    {
        json.Object(name);
        json.Array("meshes");
        foreach (var term in browse?.Children("mesh_term") ?? [])
        {
            json.Object(null);
            json.Text("term", term.Text());
            json.End();
        }

        json.End();
        json.End();
    }
}
