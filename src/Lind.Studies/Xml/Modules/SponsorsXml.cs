namespace Lind.Studies.Xml.Modules;

/// <summary><c>sponsors</c> and <c>responsible_party</c> to sponsorCollaboratorsModule.</summary>
internal static class SponsorsXml
{
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

    /// <summary>The class that the record gives an agency of that name as sponsor or collaborator; the NIH is its own class.</summary>
    public static string? ClassOf(XmlNode study, string? name)
    {
        for (var agency = study.Child("sponsors")?.FirstChild; agency is not null; agency = agency.Next)
        {
            if (name is not null && agency.Text("agency") == name)
            {
                return agency.Text("agency_class");
            }
        }

        return name?.StartsWith("National Institutes of Health", StringComparison.Ordinal) == true ? "NIH" : null;
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
