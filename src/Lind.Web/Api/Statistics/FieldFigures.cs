using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lind.Studies.Fields;

namespace Lind.Web.Api.Statistics;

/// <summary>What one leaf field holds, as <c>/stats/field/values</c> tells it; which of the figures there are depends on
/// the field's type.</summary>
internal sealed record FieldFigures(StudyField Field, string Type, long Missing)
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public long Unique { get; init; }

    public IReadOnlyList<(string Value, long Studies)> Top { get; init; } = [];

    /// <summary>The longest text and whose it is; null when there is none.</summary>
    public (string Text, int Length, string NctId)? Longest { get; init; }

    /// <summary>The first and the last date as written; null when there is none.</summary>
    public (string First, string Last)? Dates { get; init; }

    public IReadOnlyCollection<string> Formats { get; init; } = [];

    public long True { get; init; }

    public long False { get; init; }

    /// <summary>The least and the greatest number and the mean of all; null when there is none.</summary>
    public (double Least, double Most, double Mean)? Numbers { get; init; }

    /// <summary>The JSON object.</summary>
    public ReadOnlyMemory<byte> ToJson() => Json(writer =>
    {
        writer.WriteString("type", Type);
        writer.WriteString("piece", Field.Piece);
        writer.WriteString("field", Field.Path);
        writer.WriteNumber("missingStudiesCount", Missing);
        switch (Type)
        {
            case "ENUM" or "STRING":
                WriteValues(writer);
                break;
            case "DATE":
                WriteDates(writer);
                break;
            case "BOOLEAN":
                writer.WriteNumber("trueCount", True);
                writer.WriteNumber("falseCount", False);
                break;
            default:
                WriteNumbers(writer);
                break;
        }
    });

    /// <summary>An object of the members written.</summary>
    public static ReadOnlyMemory<byte> Json(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private void WriteValues(Utf8JsonWriter writer)
    {
        writer.WriteNumber("uniqueValuesCount", Unique);
        writer.WriteStartArray("topValues");
        foreach (var (value, count) in Top)
        {
            writer.WriteStartObject();
            writer.WriteString("value", value);
            writer.WriteNumber("studiesCount", count);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (Longest is { } longest)
        {
            writer.WriteStartObject("longest");
            writer.WriteNumber("length", longest.Length);
            writer.WriteString("nctId", longest.NctId);
            writer.WriteString("value", longest.Text);
            writer.WriteEndObject();
        }
    }

    private void WriteDates(Utf8JsonWriter writer)
    {
        if (Dates is { } dates)
        {
            writer.WriteString("min", dates.First);
            writer.WriteString("max", dates.Last);
        }

        writer.WriteStartArray("formats");
        foreach (var format in Formats)
        {
            writer.WriteStringValue(format);
        }

        writer.WriteEndArray();
    }

    private void WriteNumbers(Utf8JsonWriter writer)
    {
        if (Numbers is not { } numbers)
        {
            return;
        }

        if (Type == "INTEGER")
        {
            writer.WriteNumber("min", (decimal)numbers.Least);
            writer.WriteNumber("max", (decimal)numbers.Most);
        }
        else
        {
            writer.WriteNumber("min", numbers.Least);
            writer.WriteNumber("max", numbers.Most);
        }

        writer.WriteNumber("avg", numbers.Mean);
    }
}
