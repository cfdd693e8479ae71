namespace Lind.Studies.Xml.Modules;

/// <summary>Oversight, summary and description, conditions and keywords.</summary>
internal static class DescriptionXml
{
    public static void WriteOversight(XmlNode study, JsonSink json)
    {
        var oversight = study.Child("oversight_info");
        json.Object("oversightModule");
        json.YesNo("oversightHasDmc", oversight?.Text("has_dmc"));
        json.YesNo("isFdaRegulatedDrug", oversight?.Text("is_fda_regulated_drug"));
        json.YesNo("isFdaRegulatedDevice", oversight?.Text("is_fda_regulated_device"));
        json.YesNo("isUnapprovedDevice", oversight?.Text("is_unapproved_device"));
        json.YesNo("isPpsd", oversight?.Text("is_ppsd"));
        json.YesNo("isUsExport", oversight?.Text("is_us_export"));
        json.End();
    }

    public static void Write(XmlNode study, JsonSink json)
    {
        json.Object("descriptionModule");
        json.Block("briefSummary", study.Block("brief_summary"));
        json.Block("detailedDescription", study.Block("detailed_description"));
        json.End();
    }

    public static void WriteConditions(XmlNode study, JsonSink json)
    {
        json.Object("conditionsModule");
        json.Items("conditions", study.Children("condition").Select(condition => condition.Text()));
        json.Items("keywords", study.Children("keyword").Select(keyword => keyword.Text()));
        json.End();
    }
}
