using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lind.Studies.Fields;

namespace Lind.Web.Api.V2;

/// <summary>The answers that depend on the field catalogue only, written once.</summary>
internal static class CatalogueDocuments
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary><c>/studies/metadata</c>: the tree of fields.</summary>
    public static ReadOnlyMemory<byte> Metadata { get; } = Write(writer =>
    {
        writer.WriteStartArray();
        foreach (var root in FieldCatalogue.Roots)
        {
            WriteNode(writer, root);
        }

        writer.WriteEndArray();
    });

    /// <summary><c>/studies/search-areas</c>: one document, its areas and their weighted pieces.</summary>
    public static ReadOnlyMemory<byte> SearchAreaList { get; } = Write(writer =>
    {
        writer.WriteStartArray();
        writer.WriteStartObject();
        writer.WriteString("name", "Study");
        writer.WriteStartArray("areas");
        foreach (var area in SearchAreas.All)
        {
            WriteArea(writer, area);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
    });

    /// <summary><c>/studies/enums</c>: the coded lists.</summary>
    public static ReadOnlyMemory<byte> Enums { get; } = Write(writer =>
    {
        writer.WriteStartArray();
        foreach (var list in StudyEnums.All)
        {
            WriteEnum(writer, list);
        }

        writer.WriteEndArray();
    });

    private static void WriteNode(Utf8JsonWriter writer, StudyField field)
    {
        writer.WriteStartObject();
        writer.WriteString("name", field.Name);
        writer.WriteString("piece", field.Piece);
        WriteIf(writer, "title", field.Title);
        writer.WriteString("sourceType", field.SourceType);
        writer.WriteString("type", field.Type);
        WriteIf(writer, "isEnum", field.IsEnum);
        WriteIf(writer, "nested", field.IsNested);
        WriteIf(writer, "synonyms", field.HasSynonyms);
        WriteList(writer, "altPieceNames", field.AltPieceNames);
        WriteIf(writer, "rules", field.Rules);
        WriteIf(writer, "description", field.Description);
        if (field.DedLink is { } link)
        {
            writer.WriteStartObject("dedLink");
            writer.WriteString("label", link.Label);
            writer.WriteString("url", link.Url);
            writer.WriteEndObject();
        }

        if (field.Children.Count > 0)
        {
            writer.WriteStartArray("children");
            foreach (var child in field.Children)
            {
                WriteNode(writer, child);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteArea(Utf8JsonWriter writer, SearchArea area)
    {
        writer.WriteStartObject();
        writer.WriteString("name", area.Name);
        WriteIf(writer, "param", area.Param);
        WriteIf(writer, "uiLabel", area.UiLabel);
        writer.WriteStartArray("parts");
        foreach (var part in area.Parts)
        {
            writer.WriteStartObject();
            WriteList(writer, "pieces", [.. part.Fields.Select(field => field.Piece)]);
            writer.WriteString("type", part.Type);
            writer.WriteNumber("weight", part.Weight);
            writer.WriteBoolean("isEnum", part.IsEnum);
            writer.WriteBoolean("isSynonyms", part.HasSynonyms);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteEnum(Utf8JsonWriter writer, StudyEnum list)
    {
        writer.WriteStartObject();
        writer.WriteString("type", list.Type);
        WriteList(writer, "pieces", [.. list.Fields.Select(field => field.Piece)]);
        writer.WriteStartArray("values");
        foreach (var value in list.Values)
        {
            writer.WriteStartObject();
            writer.WriteString("value", value.Value);
            writer.WriteString("legacyValue", value.LegacyValue);
            if (value.Exceptions.Count > 0)
            {
                writer.WriteStartObject("exceptions");
                foreach (var (piece, legacy) in value.Exceptions)
                {
                    writer.WriteString(piece, legacy);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteIf(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static void WriteIf(Utf8JsonWriter writer, string name, bool value)
    {
        if (value)
        {
            writer.WriteBoolean(name, true);
        }
    }

    private static void WriteList(Utf8JsonWriter writer, string name, IReadOnlyList<string> items)
    {
        if (items.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStringValue(item);
        }

        writer.WriteEndArray();
    }

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            content(writer);
        }

        return buffer.WrittenMemory;
    }
}
