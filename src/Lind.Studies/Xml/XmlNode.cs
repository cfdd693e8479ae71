namespace Lind.Studies.Xml;

/// <summary>One element of a study's XML: name, text, attributes, children in document order.</summary>
/// <remarks>The JSON members stand in another order than the elements, so the record is held as a tree. Records hold
/// tens of thousands of small elements: siblings are linked, no list is allocated per element.</remarks>
internal sealed class XmlNode(string name)
{
    private XmlNode? _lastChild;

    public string Name { get; } = name;

    /// <summary>The character data inside, or null when there is none.</summary>
    public string? Value { get; set; }

    public (string Name, string Value)[] Attributes { get; set; } = [];

    public XmlNode? FirstChild { get; private set; }

    public XmlNode? Next { get; private set; }

    public void Add(XmlNode child)
    {
        if (_lastChild is null)
        {
            FirstChild = child;
        }
        else
        {
            _lastChild.Next = child;
        }

        _lastChild = child;
    }

    /// <summary>The first child of that name, or null.</summary>
    public XmlNode? Child(string name)
    {
        for (var child = FirstChild; child is not null; child = child.Next)
        {
            if (child.Name == name)
            {
                return child;
            }
        }

        return null;
    }

    /// <summary>The children of that name, in document order.</summary>
    public IEnumerable<XmlNode> Children(string name)
    {
        for (var child = FirstChild; child is not null; child = child.Next)
        {
            if (child.Name == name)
            {
                yield return child;
            }
        }
    }

    /// <summary>The trimmed text of the first child of that name; null when absent or blank.</summary>
    public string? Text(string name) => Child(name)?.Text();

    /// <summary>The trimmed text of a grandchild.</summary>
    public string? Text(string name, string inner) => Child(name)?.Text(inner);

    /// <summary>The element's own trimmed text; null when blank.</summary>
    public string? Text()
    {
        var text = Value?.Trim();
        return string.IsNullOrEmpty(text) ? null : text;
    }

    /// <summary>The text of a <c>textblock</c> inside the child of that name, layout kept.</summary>
    public string? Block(string name) => Child(name) is { } holder ? holder.Child("textblock")?.Value ?? holder.Value : null;

    public string? Attribute(string name)
    {
        foreach (var attribute in Attributes)
        {
            if (attribute.Name == name)
            {
                return attribute.Value.Length == 0 ? null : attribute.Value;
            }
        }

        return null;
    }
}
