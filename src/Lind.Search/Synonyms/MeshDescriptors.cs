using System.Xml;

namespace Lind.Search.Synonyms;

/// <summary>Reads entry terms from a MeSH descriptor file a person supplies: <c>descYYYY.xml</c> or the ASCII form
/// <c>dYYYY.bin</c>.</summary>
internal static class MeshDescriptors
{
    /// <summary>Each heading with its entry terms.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="XmlException">The file is XML and broken.</exception>
    public static IReadOnlyList<(string Heading, string Term)> Read(string path) =>
        (path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) ? FromXml(path) : FromText(path)).ToArray();

    private static IEnumerable<(string Heading, string Term)> FromXml(string path)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };
        using var reader = XmlReader.Create(path, settings);
        var heading = "";
        var inTerm = false;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.Name == "DescriptorRecord")
            {
                heading = "";
            }
            else if (reader.Name == "Term" && reader.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
            {
                inTerm = reader.NodeType == XmlNodeType.Element;
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.Name == "String")
            {
                var text = reader.ReadElementContentAsString();
                if (heading.Length == 0)
                {
                    heading = text;
                }
                else if (inTerm && text != heading)
                {
                    yield return (heading, text);
                }
            }
        }
    }

    private static IEnumerable<(string Heading, string Term)> FromText(string path)
    {
        var heading = "";
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith("MH = ", StringComparison.Ordinal))
            {
                heading = line[5..].Trim();
            }
            else if (heading.Length > 0
                && (line.StartsWith("ENTRY = ", StringComparison.Ordinal) || line.StartsWith("PRINT ENTRY = ", StringComparison.Ordinal)))
            {
                var term = line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..];
                var bar = term.IndexOf('|', StringComparison.Ordinal);
                yield return (heading, (bar < 0 ? term : term[..bar]).Trim());
            }
        }
    }
}
