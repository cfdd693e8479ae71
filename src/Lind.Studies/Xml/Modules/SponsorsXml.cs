namespace Lind.Studies.Xml.Modules;

/// <summary><c>sponsors</c> and <c>responsible_party</c> to sponsorCollaboratorsModule.</summary>
internal static class SponsorsXml
{
    private static readonly string[] Nih = ["National Institutes of Health", "National Cancer Institute"];

    public static void Write(XmlNode study, JsonSink json)
    {
        json.Object("sponsorCollaboratorsModule");
        WriteResponsibleParty(study.Child("responsible_party"), json);
        var sponsors = study.Child("sponsors");
        if (sponsors?.Child("lead_sponsor") is { } lead)
        {
            json.Object("leadSponsor");
            WriteAgency(lead, json);
            json.End();
        }

        json.Array("collaborators");
        foreach (var collaborator in sponsors?.Children("collaborator") ?? [])
        {
            json.Object(null);
            WriteAgency(collaborator, json);
            json.End();
        }

        json.End();
        json.End();
    }

    /// <summary>The class that the record gives an agency of that name as sponsor or collaborator, else the lead sponsor's.</summary>
    /// <remarks>The registry's own records give an organisation that is no sponsor the class of the lead sponsor in 97 %
    /// (334 of 344 shared ones). The NIH and the National Cancer Institute, who entered studies of others, are NIH.</remarks>
    public static string? ClassOf(XmlNode study, string? name)
    {
        for (var agency = study.Child("sponsors")?.FirstChild; agency is not null; agency = agency.Next)
        {
            if (name is not null && agency.Text("agency") == name)
            {
                return agency.Text("agency_class");
            }
        }

        return name is null ? null
            : Nih.Any(own => name.StartsWith(own, StringComparison.Ordinal)) ? "NIH"
            : study.Child("sponsors")?.Child("lead_sponsor")?.Text("agency_class");
    }

    /// <summary>The responsible party in one line: the sponsor, or the investigator with title and affiliation.</summary>
    /// <returns>Null where the record does not say what kind of party it is, as records of before 2011.</returns>
    public static string? ResponsibleParty(XmlNode study)
    {
        var party = study.Child("responsible_party");
        switch (party?.Text("responsible_party_type"))
        {
            case null:
                return null;
            case "Sponsor":
                return study.Child("sponsors")?.Child("lead_sponsor")?.Text("agency");
        }

        string?[] parts = [party!.Text("investigator_full_name"), party.Text("investigator_title"),
            party.Text("investigator_affiliation")];
        var line = string.Join(", ", parts.Where(part => part is not null));
        return line.Length == 0 ? null : line;
    }

    private static void WriteResponsibleParty(XmlNode? party, JsonSink json)
    {
        if (party is null)
        {
            return;
        }

        json.Object("responsibleParty");
        json.Code("type", party.Text("responsible_party_type"));
        json.Text("investigatorFullName", party.Text("investigator_full_name"));
        json.Text("investigatorTitle", party.Text("investigator_title"));
        json.Text("investigatorAffiliation", party.Text("investigator_affiliation"));
        json.Text("oldNameTitle", party.Text("name_title"));
        json.Text("oldOrganization", party.Text("organization"));
        json.End();
    }

    private static void WriteAgency(XmlNode agency, JsonSink json)
    {
        json.Text("name", agency.Text("agency"));
        json.Code("class", agency.Text("agency_class"));
    }
}
