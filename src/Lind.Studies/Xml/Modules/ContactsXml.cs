using Lind.Studies.Xml.Forms;

namespace Lind.Studies.Xml.Modules;

/// <summary>Contacts, officials and sites to contactsLocationsModule.</summary>
internal static class ContactsXml
{
    public static void Write(XmlNode study, JsonSink json)
    {
        json.Object("contactsLocationsModule");
        json.Array("centralContacts");
        WriteContact(study.Child("overall_contact"), json);
        WriteContact(study.Child("overall_contact_backup"), json);
        json.End();
        json.Array("overallOfficials");
        foreach (var official in study.Children("overall_official"))
        {
            json.Object(null);
            json.Text("name", NameOf(official));
            json.Text("affiliation", official.Text("affiliation"));
            json.Code("role", official.Text("role"));
            json.End();
        }

        json.End();
        json.Array("locations");
        foreach (var location in study.Children("location").OrderBy(CountryOf, Countries.OfSites))
        {
            WriteSite(location, json);
        }

        json.End();
        json.End();
    }

    private static void WriteSite(XmlNode location, JsonSink json)
    {
        var facility = location.Child("facility");
        var address = facility?.Child("address");
        json.Object(null);
        json.Text("facility", facility?.Text("name"));
        json.Code("status", location.Text("status"));
        json.Text("city", address?.Text("city"));
        json.Text("state", address?.Text("state"));
        json.Text("zip", address?.Text("zip"));
        json.Text("country", CountryOf(location));
        json.Array("contacts");
        WriteContact(location.Child("contact"), json);
        WriteContact(location.Child("contact_backup"), json);
        foreach (var investigator in location.Children("investigator"))
        {
            json.Object(null);
            json.Text("name", NameOf(investigator));
            json.Code("role", investigator.Text("role"));
            json.End();
        }

        json.End();
        json.End();
    }

    private static string? CountryOf(XmlNode location) =>
        Countries.Current(location.Child("facility")?.Child("address")?.Text("country"));

    private static void WriteContact(XmlNode? contact, JsonSink json)
    {
        if (contact is null || contact.FirstChild is null)
        {
            return;
        }

        json.Object(null);
        json.Text("name", NameOf(contact));
        json.Text("role", "CONTACT");
        json.Text("phone", contact.Text("phone"));
        json.Text("phoneExt", contact.Text("phone_ext"));
        json.Text("email", contact.Text("email"));
        json.End();
    }

    /// <summary>The XML splits some names: first, middle, last, then degrees behind a comma.</summary>
    private static string? NameOf(XmlNode person)
    {
        string?[] parts = [person.Text("first_name"), person.Text("middle_name"), person.Text("last_name")];
        var name = string.Join(' ', parts.Where(part => part is not null));
        var full = person.Text("degrees") is { } degrees && name.Length > 0 ? $"{name}, {degrees}" : name;
        return full.Length == 0 ? null : full;
    }
}
