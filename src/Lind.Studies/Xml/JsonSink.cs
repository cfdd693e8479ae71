using System.Globalization;
using System.Text.Json;
using Lind.Studies.Xml.Forms;

namespace Lind.Studies.Xml;

/// <summary>Writes JSON without empty parts: an object or array is begun only when its first value comes.</summary>
/// <remarks>The registry leaves out what a record does not say. With this, each module is written as one straight list
/// of members, and what the XML lacks leaves no trace.</remarks>
internal sealed class JsonSink(Utf8JsonWriter json)
{
    private readonly List<(string? Name, bool IsArray)> _open = [];

    // Invariant: the first _begun entries of _open are written to the JSON, the rest are still pending.
    private int _begun;

    public void Object(string? name) => _open.Add((name, false));

    public void Array(string name) => _open.Add((name, true));

    /// <summary>Closes the innermost object or array; when nothing was written in it, it never existed.</summary>
    public void End()
    {
        var (_, isArray) = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        if (_begun <= _open.Count)
        {
            return;
        }

        _begun = _open.Count;
        if (isArray)
        {
            json.WriteEndArray();
        }
        else
        {
            json.WriteEndObject();
        }
    }

    public void Text(string name, string? value)
    {
        if (value is not null)
        {
            Begin();
            json.WriteString(name, value);
        }
    }

    /// <summary>A label of the XML as the code of API v2.</summary>
    public void Code(string name, string? label) => Text(name, label is null ? null : Codes.Of(label));

    public void Markup(string name, string? raw) => Text(name, raw is null ? null : MarkupText.FromRaw(raw));

    public void Block(string name, string? block) => Text(name, block is null ? null : MarkupText.FromBlock(block));

    /// <summary>"Yes" and "No" (and "true", "false"); anything else is left out.</summary>
    public void YesNo(string name, string? value)
    {
        switch (value)
        {
            case "Yes" or "yes" or "true": Boolean(name, true); break;
            case "No" or "no" or "false": Boolean(name, false); break;
        }
    }

    public void Boolean(string name, bool value)
    {
        Begin();
        json.WriteBoolean(name, value);
    }

    /// <summary>A whole number; text that is none is left out.</summary>
    public void Integer(string name, string? value)
    {
        if (long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            Begin();
            json.WriteNumber(name, number);
        }
    }

    public void Item(string? value)
    {
        if (value is not null)
        {
            Begin();
            json.WriteStringValue(value);
        }
    }

    public void Items(string name, IEnumerable<string?> values)
    {
        Array(name);
        foreach (var value in values)
        {
            Item(value);
        }

        End();
    }

    private void Begin()
    {
        for (; _begun < _open.Count; _begun++)
        {
            var (name, isArray) = _open[_begun];
            if (name is not null)
            {
                json.WritePropertyName(name);
            }

            if (isArray)
            {
                json.WriteStartArray();
            }
            else
            {
                json.WriteStartObject();
            }
        }
    }
}
