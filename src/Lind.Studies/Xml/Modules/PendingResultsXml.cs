using Lind.Studies.Xml.Forms;

namespace Lind.Studies.Xml.Modules;

/// <summary>Results handed in, sent back, or taken back before posting: <c>pending_results</c>.</summary>
internal static class PendingResultsXml
{
    public static void WriteAnnotation(XmlNode study, JsonSink json)
    {
        if (study.Child("pending_results") is not { } pending)
        {
            return;
        }

        json.Object("annotationSection");
        json.Object("annotationModule");
        json.Object("unpostedAnnotation");
        json.Text("unpostedResponsibleParty", SponsorsXml.ResponsibleParty(study));
        json.Array("unpostedEvents");
        for (var step = pending.FirstChild; step is not null; step = step.Next)
        {
            WriteEvent(step, json);
        }

        json.End();
        json.End();
        json.End();
        json.End();
    }

    /// <summary>The same steps as rounds: each begins with a submission and may end with what became of it.</summary>
    public static void WriteTracking(XmlNode study, JsonSink json)
    {
        if (study.Child("pending_results") is not { } pending)
        {
            return;
        }

        json.Object("submissionTracking");
        json.Text("estimatedResultsFirstSubmitDate",
            pending.FirstChild is { Name: "submitted" } first ? Dates.Iso(first.Text()) : null);
        json.Array("submissionInfos");
        json.Object(null);
        for (var step = pending.FirstChild; step is not null; step = step.Next)
        {
            if (step.Name == "submitted" && step != pending.FirstChild)
            {
                json.End();
                json.Object(null);
            }

            WriteStep(step, json);
        }

        json.End();
        json.End();
        json.End();
    }

    private static void WriteEvent(XmlNode step, JsonSink json)
    {
        var type = step.Name switch
        {
            "submitted" => "RELEASE",
            "returned" => "RESET",
            "submission_canceled" => "UNRELEASE",
            _ => null,
        };
        if (type is null)
        {
            return;
        }

        json.Object(null);
        json.Text("type", type);
        var date = Dates.Iso(step.Text());
        json.Text("date", date);
        if (date is null)
        {
            json.Boolean("dateUnknown", true);
        }

        json.End();
    }

    private static void WriteStep(XmlNode step, JsonSink json)
    {
        var date = Dates.Iso(step.Text());
        switch (step.Name)
        {
            case "submitted": json.Text("releaseDate", date); break;
            case "returned": json.Text("resetDate", date); break;
            case "submission_canceled" when date is null: json.Boolean("unreleaseDateUnknown", true); break;
            case "submission_canceled": json.Text("unreleaseDate", date); break;
        }
    }
}
