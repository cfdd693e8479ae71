using System.Text.RegularExpressions;

namespace Lind.Studies.Xml.Modules;

/// <summary><c>id_info</c>, titles and <c>source</c> to identificationModule.</summary>
internal static partial class IdentificationXml
{
    private const string GrantLink = "https://reporter.nih.gov/quickSearch/";

    public static void Write(XmlNode study, JsonSink json)
    {
        var ids = study.Child("id_info")!;
        json.Object("identificationModule");
        json.Text("nctId", ids.Text("nct_id"));
        json.Items("nctIdAliases", ids.Children("nct_alias").Select(alias => alias.Text()));
        json.Object("orgStudyIdInfo");
        WriteId(ids.Text("org_study_id"), json, isSecondary: false);
        json.End();
        json.Array("secondaryIdInfos");
        foreach (var id in ids.Children("secondary_id"))
        {
            json.Object(null);
            WriteId(id.Text(), json, isSecondary: true);
            json.End();
        }

        json.End();
        json.Object("organization");
        json.Text("fullName", study.Text("source"));
        json.Code("class", SponsorsXml.ClassOf(study, study.Text("source")));
        json.End();
        json.Text("briefTitle", study.Text("brief_title"));
        json.Text("officialTitle", study.Text("official_title"));
        json.Text("acronym", study.Text("acronym"));
        json.End();
    }

    /// <summary>The XML gives no type of an id; an NIH project number and an EudraCT number show theirs.</summary>
    private static void WriteId(string? id, JsonSink json, bool isSecondary)
    {
        if (id is null)
        {
            return;
        }

        json.Text("id", id);
        if (NihProject().IsMatch(id))
        {
            json.Text("type", "NIH");
            json.Text("link", GrantLink + id);
        }
        else if (isSecondary && EudraCt().IsMatch(id))
        {
            json.Text("type", "EUDRACT_NUMBER");
        }
    }

    /// <summary>Type of application, activity, institute, serial number, year and suffix: "5R01HL130591-02A1".</summary>
    [GeneratedRegex("^[1-9]?[A-Z][A-Z0-9][0-9][A-Z]{2}[0-9]{6}(-[0-9]{2}([A-Z][0-9]){0,2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex NihProject();

    [GeneratedRegex("^20[0-9]{2}-0[0-9]{5}-[0-9]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex EudraCt();
}
