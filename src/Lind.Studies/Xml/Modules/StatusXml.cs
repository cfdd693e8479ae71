using Lind.Studies.Xml.Forms;

namespace Lind.Studies.Xml.Modules;

/// <summary>Status and dates to statusModule.</summary>
internal static class StatusXml
{
    public static void Write(XmlNode study, JsonSink json)
    {
        json.Object("statusModule");
        json.Text("statusVerifiedDate", Dates.Iso(study.Text("verification_date")));
        json.Code("overallStatus", study.Text("overall_status"));
        json.Code("lastKnownStatus", study.Text("last_known_status"));
        json.YesNo("delayedPosting", study.Text("delayed_posting"));
        json.Markup("whyStopped", study.Text("why_stopped"));
        json.Object("expandedAccessInfo");
        json.YesNo("hasExpandedAccess", study.Text("has_expanded_access"));
        json.Text("nctId", study.Text("expanded_access_nctid"));
        json.Code("statusForNctId", study.Text("expanded_access_status_for_nctid"));
        json.End();
        Struct("startDateStruct", study.Child("start_date"), json);
        Struct("primaryCompletionDateStruct", study.Child("primary_completion_date"), json);
        Struct("completionDateStruct", study.Child("completion_date"), json);
        WriteSubmissions(study, json);
        json.End();
    }

    /// <summary>Records of before 2017 carry the first and last date under older names and no posting dates.</summary>
    private static void WriteSubmissions(XmlNode study, JsonSink json)
    {
        Day("studyFirstSubmitDate", study.Text("study_first_submitted") ?? study.Text("firstreceived_date"), json);
        Day("studyFirstSubmitQcDate", study.Text("study_first_submitted_qc"), json);
        Struct("studyFirstPostDateStruct", study.Child("study_first_posted"), json);
        Day("resultsFirstSubmitDate",
            study.Text("results_first_submitted") ?? study.Text("firstreceived_results_date"), json);
        Day("resultsFirstSubmitQcDate", study.Text("results_first_submitted_qc"), json);
        Struct("resultsFirstPostDateStruct", study.Child("results_first_posted"), json);
        Day("dispFirstSubmitDate",
            study.Text("disposition_first_submitted") ?? study.Text("firstreceived_results_disposition_date"), json);
        Day("dispFirstSubmitQcDate", study.Text("disposition_first_submitted_qc"), json);
        Struct("dispFirstPostDateStruct", study.Child("disposition_first_posted"), json);
        Day("lastUpdateSubmitDate", study.Text("last_update_submitted") ?? study.Text("lastchanged_date"), json);
        Struct("lastUpdatePostDateStruct", study.Child("last_update_posted"), json);
    }

    private static void Day(string name, string? text, JsonSink json) => json.Text(name, Dates.Iso(text));

    private static void Struct(string name, XmlNode? date, JsonSink json)
    {
        if (Dates.Iso(date?.Text()) is not { } iso)
        {
            return;
        }

        json.Object(name);
        json.Text("date", iso);
        json.Code("type", date!.Attribute("type"));
        json.End();
    }
}
