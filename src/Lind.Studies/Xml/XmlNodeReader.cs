using System.Xml;

namespace Lind.Studies.Xml;

/// <summary>Reads XML into nodes within fixed bounds; nothing outside the stream is ever opened.</summary>
internal static class XmlNodeReader
{
    private const int MaxDepth = 40;
    private const int MaxAttributes = 16;

    /// <exception cref="XmlException">Not well formed, too deep, too large, or an entity is used.</exception>
    public static XmlNode Read(Stream stream, int maxBytes)
    {
        var settings = new XmlReaderSettings
        {
            // Ignored, not read: an entity that a DTD declares is then undeclared, and its use an error.
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            MaxCharactersInDocument = maxBytes,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
            CloseInput = false,
        };
        using var reader = XmlReader.Create(stream, settings);
        var open = new Stack<XmlNode>();
        XmlNode? root = null;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var node = Start(reader, open);
                    root ??= node;
                    if (!reader.IsEmptyElement)
                    {
                        open.Push(node);
                    }

                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace when open.Count > 0:
                    var holder = open.Peek();
                    holder.Value = holder.Value is null ? reader.Value : holder.Value + reader.Value;
                    break;
            }
        }

        return root ?? throw new XmlException("it holds no element.");
    }

    private static XmlNode Start(XmlReader reader, Stack<XmlNode> open)
    {
        if (reader.Depth > MaxDepth || reader.AttributeCount > MaxAttributes)
        {
            throw new XmlException($"<{reader.LocalName}> is nested too deep or has too many attributes.");
        }

        var node = new XmlNode(reader.LocalName);
        if (reader.HasAttributes)
        {
            var attributes = new (string, string)[reader.AttributeCount];
            for (var i = 0; i < attributes.Length; i++)
            {
                reader.MoveToAttribute(i);
                attributes[i] = (reader.LocalName, reader.Value);
            }

            reader.MoveToElement();
            node.Attributes = attributes;
        }

        if (open.Count > 0)
        {
            open.Peek().Add(node);
        }

        return node;
    }
}
