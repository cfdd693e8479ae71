namespace Lind.Studies.Xml.Results;

/// <summary>The rows of a baseline or outcome table: classes, categories, measurements.</summary>
internal static class MeasureXml
{
    public static void WriteClasses(XmlNode? measure, JsonSink json)
    {
        json.Array("classes");
        foreach (var row in measure?.Child("class_list")?.Children("class") ?? [])
        {
            WriteClass(row, json);
        }

        if (measure?.Child("category_list") is not null)
        {
            // Records of before 2017 have no classes: all categories stand in one without a title.
            WriteClass(measure, json, titled: false);
        }

        json.End();
    }

    private static void WriteClass(XmlNode row, JsonSink json, bool titled = true)
    {
        json.Object(null);
        json.Text("title", titled ? row.Text("title") : null);
        Groups.WriteDenoms(titled ? row : null, json);
        json.Array("categories");
        foreach (var category in row.Child("category_list")?.Children("category") ?? [])
        {
            json.Object(null);
            json.Text("title", category.Text("title") ?? category.Text("sub_title"));
            json.Array("measurements");
            foreach (var measurement in category.Child("measurement_list")?.Children("measurement") ?? [])
            {
                WriteMeasurement(measurement, json);
            }

            json.End();
            json.End();
        }

        json.End();
        json.End();
    }

    private static void WriteMeasurement(XmlNode measurement, JsonSink json)
    {
        json.Object(null);
        json.Text("groupId", Groups.Id(measurement.Attribute("group_id")));
        json.Text("value", measurement.Attribute("value"));
        json.Text("spread", measurement.Attribute("spread"));
        json.Text("lowerLimit", measurement.Attribute("lower_limit"));
        json.Text("upperLimit", measurement.Attribute("upper_limit"));
        json.Markup("comment", measurement.Text());
        json.End();
    }
}
