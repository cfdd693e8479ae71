using Lind.Studies.Xml.Forms;

namespace Lind.Studies.Xml.Results;

/// <summary><c>baseline</c> to baselineCharacteristicsModule.</summary>
internal static class BaselineXml
{
    public static void Write(XmlNode results, Era era, JsonSink json)
    {
        var baseline = results.Child("baseline");
        json.Object("baselineCharacteristicsModule");
        json.Markup("populationDescription", baseline?.Text("population"));
        Groups.Write(baseline, json);
        Groups.WriteDenoms(baseline, json);
        json.Array("measures");
        foreach (var measure in baseline?.Child("measure_list")?.Children("measure") ?? [])
        {
            WriteMeasure(measure, era, json);
        }

        json.End();
        json.End();
    }

    private static void WriteMeasure(XmlNode measure, Era era, JsonSink json)
    {
        json.Object(null);
        json.Text("title", TitleOf(measure, era));
        json.Markup("description", measure.Text("description"));
        json.Markup("populationDescription", measure.Text("population"));
        json.Code("paramType", measure.Text("param"));
        json.Code("dispersionType", measure.Text("dispersion"));
        json.Text("unitOfMeasure", measure.Text("units"));
        json.Text("denomUnitsSelected", measure.Text("units_analyzed"));
        Groups.WriteDenoms(measure, json);
        MeasureXml.WriteClasses(measure, json);
        json.End();
    }

    /// <summary>The XML calls all three age measures "Age"; what they hold tells them apart.</summary>
    private static string? TitleOf(XmlNode measure, Era era)
    {
        var title = measure.Text("title");
        return title != "Age" ? title
            : measure.Text("param") is "Mean" or "Median" or "Geometric Mean" or "Least Squares Mean"
                ? era.HasAgeWithoutComma ? "Age Continuous" : "Age, Continuous"
            : HasStandardGroups(measure) ? "Age, Categorical"
            : "Age, Customized";
    }

    private static bool HasStandardGroups(XmlNode measure)
    {
        var rows = measure.Child("class_list")?.Child("class") ?? measure;
        return rows.Child("category_list")?.Children("category")
            .Select(category => category.Text("title") ?? category.Text("sub_title"))
            .SequenceEqual(["<=18 years", "Between 18 and 65 years", ">=65 years"]) ?? false;
    }
}
