using Lind.Studies.Xml.Forms;

namespace Lind.Studies.Xml.Results;

/// <summary><c>outcome_list</c> to outcomeMeasuresModule.</summary>
internal static class OutcomeMeasuresXml
{
    public static void Write(XmlNode results, Era era, JsonSink json)
    {
        json.Object("outcomeMeasuresModule");
        json.Array("outcomeMeasures");
        foreach (var outcome in results.Child("outcome_list")?.Children("outcome") ?? [])
        {
            WriteOutcome(outcome, era, json);
        }

        json.End();
        json.End();
    }

    private static void WriteOutcome(XmlNode outcome, Era era, JsonSink json)
    {
        var measure = outcome.Child("measure") ?? OldMeasure(outcome);
        json.Object(null);
        json.Code("type", outcome.Text("type"));
        json.Text("title", outcome.Text("title"));
        json.Markup("description", outcome.Text("description") ?? measure?.Text("description"));
        json.Markup("populationDescription", outcome.Text("population") ?? measure?.Text("population"));
        json.Text("reportingStatus", measure is null ? "NOT_POSTED" : "POSTED");
        json.Text("anticipatedPostingDate", Dates.Iso(outcome.Text("posting_date")));
        json.Code("paramType", measure?.Text("param"));
        json.Text("dispersionType", measure?.Text("dispersion"));
        json.Text("unitOfMeasure", measure?.Text("units"));
        json.Text("timeFrame", outcome.Text("time_frame"));
        json.Text("typeUnitsAnalyzed", OtherUnits(measure));
        json.Text("denomUnitsSelected", measure?.Text("units_analyzed"));
        Groups.Write(outcome, json);
        WriteDenoms(outcome, measure, json);
        MeasureXml.WriteClasses(measure, json);
        json.Array("analyses");
        foreach (var analysis in outcome.Child("analysis_list")?.Children("analysis") ?? [])
        {
            AnalysisXml.Write(analysis, era, json);
        }

        json.End();
        json.End();
    }

    /// <summary>The unit counted beside participants ("lesions", "eyes"), if there is one.</summary>
    private static string? OtherUnits(XmlNode? measure) =>
        measure?.Child("analyzed_list")?.Children("analyzed").Select(analyzed => analyzed.Text("units"))
            .FirstOrDefault(units => units is not null and not "Participants");

    /// <summary>Records of before 2017: a list of measures, the first the number of participants.</summary>
    private static XmlNode? OldMeasure(XmlNode outcome) =>
        outcome.Child("measure_list")?.Children("measure").LastOrDefault(measure => !IsParticipantCount(measure));

    private static bool IsParticipantCount(XmlNode measure) => measure.Text("title") == "Number of Participants";

    private static void WriteDenoms(XmlNode outcome, XmlNode? measure, JsonSink json)
    {
        var count = outcome.Child("measure_list")?.Children("measure").FirstOrDefault(IsParticipantCount);
        if (count is null)
        {
            Groups.WriteDenoms(measure, json);
            return;
        }

        var counts = count.Child("category_list")?.Child("category")?.Child("measurement_list");
        json.Array("denoms");
        json.Object(null);
        json.Text("units", "Participants");
        Groups.WriteCounts(counts?.Children("measurement") ?? [], json);
        json.End();
        json.End();
    }
}
