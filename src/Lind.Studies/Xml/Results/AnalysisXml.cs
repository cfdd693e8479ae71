using Lind.Studies.Xml.Forms;

namespace Lind.Studies.Xml.Results;

/// <summary>One statistical analysis of an outcome.</summary>
internal static class AnalysisXml
{
    public static void Write(XmlNode analysis, Era era, JsonSink json)
    {
        json.Object(null);
        json.Text("paramType", analysis.Text("param_type"));
        json.Text("paramValue", analysis.Text("param_value"));
        json.Code("dispersionType", analysis.Text("dispersion_type"));
        json.Text("dispersionValue", analysis.Text("dispersion_value"));
        json.Text("statisticalMethod", analysis.Text("method"));
        json.Markup("statisticalComment", analysis.Text("method_desc"));
        json.Text("pValue", analysis.Text("p_value"));
        json.Markup("pValueComment", analysis.Text("p_value_desc"));
        json.Code("ciNumSides", analysis.Text("ci_n_sides"));
        json.Text("ciPctValue", analysis.Text("ci_percent"));
        json.Text("ciLowerLimit", analysis.Text("ci_lower_limit"));
        json.Text("ciUpperLimit", analysis.Text("ci_upper_limit"));
        json.Markup("ciLowerLimitComment", analysis.Text("ci_lower_limit_na_comment"));
        json.Markup("ciUpperLimitComment", analysis.Text("ci_upper_limit_na_comment"));
        json.Markup("estimateComment", analysis.Text("estimate_desc"));
        json.YesNo("testedNonInferiority", analysis.Text("non_inferiority") ?? Tested(analysis, era));
        json.Code("nonInferiorityType", analysis.Text("non_inferiority_type"));
        json.Markup("nonInferiorityComment", analysis.Text("non_inferiority_desc"));
        json.Markup("otherAnalysisDescription", analysis.Text("other_analysis_desc"));
        json.Markup("groupDescription", analysis.Text("groups_desc"));
        json.Items("groupIds", analysis.Child("group_id_list")?.Children("group_id")
            .Select(group => Groups.Id(group.Text())) ?? []);
        json.End();
    }

    /// <summary>The older yes or no, which the XML leaves out because what was tested says the same.</summary>
    private static string? Tested(XmlNode analysis, Era era) =>
        !era.SaysTestedNonInferiority ? null : analysis.Text("non_inferiority_type") switch
        {
            "Superiority or Other" => "No",
            "Non-Inferiority or Equivalence" => "Yes",
            _ => null,
        };
}
