using System.Globalization;
using System.Text;
using System.Xml;

namespace Lind.Web.Portal;

/// <summary>A search as an Atom feed: the studies last changed first, for feed readers.</summary>
internal static class SearchFeed
{
    public static string Write(Words words, SearchQuery query, SearchResultView result, string site)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { CheckCharacters = false }))
        {
            var address = site + query.ToUrl();
            xml.WriteStartElement("feed", "http://www.w3.org/2005/Atom");
            xml.WriteElementString("title", words.Say("search.feedTitle", SearchSentence.Of(words, query)));
            xml.WriteElementString("id", address);
            WriteLink(xml, address, "alternate");
            WriteLink(xml, site + query.ToUrl("/search.atom"), "self");
            xml.WriteElementString("updated", Moment(result.Hits.Count == 0 ? null : result.Hits[0].Study));
            foreach (var hit in result.Hits)
            {
                xml.WriteStartElement("entry");
                xml.WriteElementString("title", Clean(hit.Study.Title));
                xml.WriteElementString("id", $"{site}/study/{hit.Study.NctId}");
                WriteLink(xml, $"{site}/study/{hit.Study.NctId}", "alternate");
                xml.WriteElementString("updated", Moment(hit.Study));
                xml.WriteElementString("summary", Clean($"{words.Code("Status", hit.Study.Status)}. {string.Join(", ", hit.Study.Conditions)}"));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return text.ToString();
    }

    private static void WriteLink(XmlWriter xml, string address, string relation)
    {
        xml.WriteStartElement("link");
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static string Moment(StudySummary? study) =>
        ((study?.Updated ?? study?.UpdateSubmitted) is { IsDate: true } date ? date.Range.First : new DateOnly(2000, 1, 1))
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z";

    // XML knows no control characters, escaped or not.
    private static string Clean(string text) => string.Concat(text.Where(one => XmlConvert.IsXmlChar(one) || char.IsSurrogate(one)));
}
