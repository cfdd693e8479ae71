using System.Buffers;
using System.Text.Json;
using Lind.Studies.Fields;

namespace Lind.Studies.Tests;

/// <summary>A made-up record in which every field of the catalogue has a value, lists two.</summary>
internal static class TestStudies
{
    public static byte[] Full { get; } = Write();

    /// <summary>What the made-up record holds for a leaf, at the given place of the innermost list.</summary>
    public static string TextOf(StudyField field, int ordinal = 0) => field.Kind switch
    {
        _ when field == StudyFields.NCTId => "NCT00000042",
        _ when field == StudyFields.StudyType => "INTERVENTIONAL",
        FieldKind.Enum => field.Enum!.Values[ordinal % field.Enum.Values.Count].Value,
        FieldKind.Date => ordinal % 2 == 0 ? "2019-03" : "2019-03-14",
        FieldKind.DateTime => "2024-05-01T13:37",
        FieldKind.Time => "18 Years",
        FieldKind.Markup => $"* {field.Piece} \\> {ordinal}\n* \"é\"",
        _ => $"{field.Piece} {ordinal}",
    };

    private static byte[] Write()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Object(writer, FieldCatalogue.Roots, 0);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Object(Utf8JsonWriter writer, IEnumerable<StudyField> members, int ordinal)
    {
        writer.WriteStartObject();
        foreach (var field in members)
        {
            writer.WritePropertyName(field.Name);
            if (field.IsList)
            {
                writer.WriteStartArray();
                Item(writer, field, 0);
                Item(writer, field, 1);
                writer.WriteEndArray();
            }
            else
            {
                Item(writer, field, ordinal);
            }
        }

        writer.WriteEndObject();
    }

    private static void Item(Utf8JsonWriter writer, StudyField field, int ordinal)
    {
        switch (field.Kind)
        {
            case FieldKind.Struct:
                Object(writer, field.Children, ordinal);
                break;
            case FieldKind.Boolean:
                writer.WriteBooleanValue(ordinal == 0);
                break;
            case FieldKind.Integer or FieldKind.Number:
                writer.WriteNumberValue(field.Ordinal + ordinal);
                break;
            case FieldKind.GeoPoint:
                writer.WriteStartObject();
                writer.WriteNumber("lat", 42.5m + ordinal);
                writer.WriteNumber("lon", -71.25m);
                writer.WriteEndObject();
                break;
            default:
                writer.WriteStringValue(TextOf(field, ordinal));
                break;
        }
    }
}
