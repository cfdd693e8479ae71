using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Lind.Studies.Fields;

namespace Lind.Studies.Json;

/// <summary>One run of <see cref="StudyWalker"/>.</summary>
internal ref struct Walk<TVisitor>
    where TVisitor : IStudyVisitor
{
    // The catalogue nests lists five deep: outcome measures, classes, categories, measurements; one to spare.
    private const int MaxLists = 8;

    private readonly FieldSet _wanted;
    private readonly ref TVisitor _visitor;
    private Utf8JsonReader _reader;
    private byte[]? _text;
    private ListPlaces _places;
    private int _lists;

    public Walk(ReadOnlySpan<byte> utf8, FieldSet wanted, ref TVisitor visitor)
    {
        _reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = StudyJson.MaxDepth });
        _wanted = wanted;
        _visitor = ref visitor;
    }

    public void Run()
    {
        if (!_reader.Read() || _reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("The record is not a JSON object.");
        }

        Members(FieldTrie.Root);
    }

    public void Dispose()
    {
        if (_text is not null)
        {
            ArrayPool<byte>.Shared.Return(_text);
            _text = null;
        }
    }

    private void Members(FieldTrie node)
    {
        var hint = 0;
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            var child = node.Find(Text(), ref hint);
            if (child is null || !_wanted.Enters(child.Field!))
            {
                _reader.Skip();
                continue;
            }

            _reader.Read();
            Member(child);
        }
    }

    private void Member(FieldTrie child)
    {
        if (!child.IsList || _reader.TokenType != JsonTokenType.StartArray)
        {
            if (child.IsList)
            {
                _reader.Skip();
            }
            else
            {
                Item(child);
            }

            return;
        }

        var depth = _lists++;
        var count = 0;
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            _places[depth] = count++;
            Item(child);
        }

        _lists = depth;
        _visitor.EndList(child.Field!, count, Ordinals);
    }

    private void Item(FieldTrie child)
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.StartObject when child.Kind == FieldKind.Struct:
                Members(child);
                break;
            case JsonTokenType.StartObject when child.Kind == FieldKind.GeoPoint:
                GeoPoint(child.Field!);
                break;
            case JsonTokenType.String when child.Kind is not (FieldKind.Struct or FieldKind.GeoPoint):
                _visitor.Value(new StudyValue(child.Field!, Text(), Ordinals));
                break;
            case JsonTokenType.Number when child.Kind is FieldKind.Integer or FieldKind.Number:
                _visitor.Value(new StudyValue(child.Field!, _reader.ValueSpan, Ordinals, _reader.GetDouble()));
                break;
            case JsonTokenType.True or JsonTokenType.False when child.Kind == FieldKind.Boolean:
                _visitor.Value(new StudyValue(child.Field!, _reader.ValueSpan, Ordinals));
                break;
            default:
                _reader.Skip();
                break;
        }
    }

    private void GeoPoint(StudyField field)
    {
        var latitude = double.NaN;
        var longitude = double.NaN;
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            var isLatitude = _reader.ValueTextEquals("lat"u8);
            var isLongitude = !isLatitude && _reader.ValueTextEquals("lon"u8);
            _reader.Read();
            if (_reader.TokenType == JsonTokenType.Number && (isLatitude || isLongitude))
            {
                (isLatitude ? ref latitude : ref longitude) = _reader.GetDouble();
            }
            else
            {
                _reader.Skip();
            }
        }

        if (latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180)
        {
            _visitor.Value(new StudyValue(field, default, Ordinals, latitude, longitude));
        }
    }

    [UnscopedRef]
    private ReadOnlySpan<int> Ordinals => ((ReadOnlySpan<int>)_places)[.._lists];

    private ReadOnlySpan<byte> Text() => _reader.ValueIsEscaped ? Unescaped() : _reader.ValueSpan;

    private ReadOnlySpan<byte> Unescaped()
    {
        var needed = _reader.ValueSpan.Length;
        if (_text is null || _text.Length < needed)
        {
            Dispose();
            _text = ArrayPool<byte>.Shared.Rent(Math.Max(needed, 4096));
        }

        return _text.AsSpan(0, _reader.CopyString(_text));
    }

    [InlineArray(MaxLists)]
    private struct ListPlaces
    {
        private int _first;
    }
}
