using System.Text.Json;
using Lind.Studies.Fields;
using Lind.Studies.Markup;

namespace Lind.Studies.Json;

/// <summary>One run of <see cref="FieldProjection.Write"/>.</summary>
internal ref struct Projecting
{
    private readonly ReadOnlySpan<byte> _utf8;
    private readonly FieldSet _fields;
    private readonly bool _legacy;
    private readonly bool _everything;
    private Utf8JsonReader _reader;
    private JsonOutput _output;

    public Projecting(ReadOnlySpan<byte> utf8, FieldSet fields, MarkupFormat markup, bool everything)
    {
        _utf8 = utf8;
        _fields = fields;
        _legacy = markup == MarkupFormat.Legacy;
        _everything = everything;
        _reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = StudyJson.MaxDepth });
        _output = new JsonOutput(utf8.Length);
    }

    public readonly ReadOnlySpan<byte> Written => _output.Written;

    public void Run()
    {
        if (!_reader.Read() || _reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("The record is not a JSON object.");
        }

        Members(FieldTrie.Root, _everything);
    }

    public void Dispose() => _output.Dispose();

    // Writes the object whose start was read; whole brings members that the catalogue does not know too.
    // Returns whether any member was written.
    private bool Members(FieldTrie node, bool whole)
    {
        var hint = 0;
        _output.Write((byte)'{');
        var start = _output.Length;
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            var child = node.Find(Name(), ref hint);
            if (child is null ? !whole : !_fields.Enters(child.Field!))
            {
                _reader.Skip();
                continue;
            }

            var before = _output.Length;
            if (before > start)
            {
                _output.Write((byte)',');
            }

            // The member's name with its quotes, as the record spells it.
            var from = (int)_reader.TokenStartIndex;
            _output.Write(_utf8.Slice(from, _reader.ValueSpan.Length + 2));
            _output.Write((byte)':');
            _reader.Read();
            if (!Value(child))
            {
                _output.Cut(before);
            }
        }

        var any = _output.Length > start;
        _output.Write((byte)'}');
        return any;
    }

    private bool Value(FieldTrie? node)
    {
        if (node is null)
        {
            return CopyValue();
        }

        var whole = _fields.Contains(node.Field!);
        if (whole && !(_legacy && MayHoldMarkup(node)))
        {
            return CopyValue();
        }

        return _reader.TokenType == JsonTokenType.StartArray ? Items(node, whole) : Item(node, whole);
    }

    private bool Items(FieldTrie node, bool whole)
    {
        _output.Write((byte)'[');
        var start = _output.Length;
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            var before = _output.Length;
            if (before > start)
            {
                _output.Write((byte)',');
            }

            if (!Item(node, whole) && !whole)
            {
                _output.Cut(before);
            }
        }

        var any = whole || _output.Length > start;
        _output.Write((byte)']');
        return any;
    }

    private bool Item(FieldTrie node, bool whole)
    {
        if (_reader.TokenType == JsonTokenType.StartObject && node.Kind == FieldKind.Struct)
        {
            return Members(node, whole) || whole;
        }

        if (_legacy && node.Kind == FieldKind.Markup && _reader.TokenType == JsonTokenType.String)
        {
            _output.WriteText(LegacyMarkup.From(_reader.GetString()!));
            return true;
        }

        return CopyValue();
    }

    private static bool MayHoldMarkup(FieldTrie node) => node.Kind is FieldKind.Struct or FieldKind.Markup;

    private bool CopyValue()
    {
        var from = (int)_reader.TokenStartIndex;
        _reader.Skip();
        _output.Write(_utf8[from..(int)_reader.BytesConsumed]);
        return true;
    }

    private readonly ReadOnlySpan<byte> Name() => _reader.ValueIsEscaped
        ? System.Text.Encoding.UTF8.GetBytes(_reader.GetString()!)
        : _reader.ValueSpan;
}
