namespace Lind.Studies.Xml.Results;

/// <summary>Limitations, agreements and contact to moreInfoModule.</summary>
internal static class MoreInfoXml
{
    public static void Write(XmlNode results, JsonSink json)
    {
        json.Object("moreInfoModule");
        json.Object("limitationsAndCaveats");
        json.Markup("description", results.Text("limitations_and_caveats"));
        json.End();
        WriteAgreement(results.Child("certain_agreements"), json);
        if (results.Child("point_of_contact") is { } contact)
        {
            json.Object("pointOfContact");
            json.Text("title", contact.Text("name_or_title"));
            json.Text("organization", contact.Text("organization"));
            json.Text("email", contact.Text("email"));
            json.Text("phone", contact.Text("phone"));
            json.Text("phoneExt", contact.Text("phone_ext"));
            json.End();
        }

        json.End();
    }

    /// <summary>The XML prints the agreement as fixed sentences; any other sentence is the sponsor's own wording.</summary>
    private static void WriteAgreement(XmlNode? agreement, JsonSink json)
    {
        var employee = agreement?.Text("pi_employee");
        var text = agreement?.Text("restrictive_agreement");
        json.Object("certainAgreement");
        json.YesNo("piSponsorEmployee", employee is null ? null : Contains(employee, " NOT ") ? "No" : "Yes");
        var restriction = text is null || Contains(text, "There is NOT an agreement") ? null : RestrictionOf(text);
        json.Text("restrictionType", restriction);
        json.YesNo("restrictiveAgreement", text is null ? null : restriction is null ? "No" : "Yes");
        json.Markup("otherDetails", restriction == "OTHER" ? text : null);
        json.End();
    }

    private static string RestrictionOf(string text) =>
        !Contains(text, "The only disclosure restriction on the PI") ? "OTHER"
        : Contains(text, "more than 60 days") ? "GT60"
        : Contains(text, "less than or equal to 60 days") ? "LTE60"
        : "OTHER";

    private static bool Contains(string text, string part) => text.Contains(part, StringComparison.Ordinal);
}
