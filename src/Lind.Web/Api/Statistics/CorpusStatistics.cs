using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lind.Studies.Fields;

namespace Lind.Web.Api.Statistics;

/// <summary>The statistics of one state of the registry, each field's as the JSON object that goes out.</summary>
internal sealed class CorpusStatistics
{
    /// <summary>Values listed of a field, as the registry caps them.</summary>
    public const int MostValues = 250;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The state of the data they were counted on.</summary>
    public required string State { get; init; }

    /// <summary>By leaf field, in the catalogue's order.</summary>
    public required IReadOnlyDictionary<StudyField, ReadOnlyMemory<byte>> Values { get; init; }

    /// <summary>By list field, in the catalogue's order.</summary>
    public required IReadOnlyDictionary<StudyField, ReadOnlyMemory<byte>> Sizes { get; init; }

    public static CorpusStatistics Of(CorpusTally tally, string state) => new()
    {
        State = state,
        Values = tally.Fields.ToDictionary(field => field.Field, field => Write(field, tally.Studies)),
        Sizes = tally.Lists.ToDictionary(list => list.Field, Write),
    };

    private static ReadOnlyMemory<byte> Write(FieldTally tally, int studies) => Write(writer =>
    {
        var type = FieldTally.TypeOf(tally.Field)!;
        writer.WriteString("type", type);
        writer.WriteString("piece", tally.Field.Piece);
        writer.WriteString("field", tally.Field.Path);
        writer.WriteNumber("missingStudiesCount", studies - tally.Present);
        switch (type)
        {
            case "ENUM" or "STRING":
                WriteValues(writer, tally);
                break;
            case "DATE":
                WriteDates(writer, tally);
                break;
            case "BOOLEAN":
                writer.WriteNumber("trueCount", tally.True);
                writer.WriteNumber("falseCount", tally.False);
                break;
            default:
                WriteNumbers(writer, tally, isWhole: type == "INTEGER");
                break;
        }
    });

    private static void WriteValues(Utf8JsonWriter writer, FieldTally tally)
    {
        writer.WriteNumber("uniqueValuesCount", tally.Values.Distinct);
        writer.WriteStartArray("topValues");
        foreach (var (value, count) in tally.Values.Top(MostValues))
        {
            writer.WriteStartObject();
            writer.WriteString("value", value);
            writer.WriteNumber("studiesCount", count);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (tally.LongestLength >= 0)
        {
            writer.WriteStartObject("longest");
            writer.WriteNumber("length", tally.LongestLength);
            writer.WriteString("nctId", tally.LongestStudy);
            writer.WriteString("value", tally.LongestText);
            writer.WriteEndObject();
        }
    }

    private static void WriteDates(Utf8JsonWriter writer, FieldTally tally)
    {
        if (tally.First is not null)
        {
            writer.WriteString("min", tally.First);
            writer.WriteString("max", tally.Last);
        }

        writer.WriteStartArray("formats");
        foreach (var format in tally.Formats)
        {
            writer.WriteStringValue(format);
        }

        writer.WriteEndArray();
    }

    private static void WriteNumbers(Utf8JsonWriter writer, FieldTally tally, bool isWhole)
    {
        if (tally is not { Least: { } least, Most: { } most, Mean: { } mean })
        {
            return;
        }

        if (isWhole)
        {
            writer.WriteNumber("min", (decimal)least);
            writer.WriteNumber("max", (decimal)most);
        }
        else
        {
            writer.WriteNumber("min", least);
            writer.WriteNumber("max", most);
        }

        writer.WriteNumber("avg", mean);
    }

    private static ReadOnlyMemory<byte> Write(ListTally tally) => Write(writer =>
    {
        writer.WriteString("piece", tally.Field.Piece);
        writer.WriteString("field", tally.Field.Path);
        writer.WriteNumber("uniqueSizesCount", tally.Distinct);
        if (tally is { Least: { } least, Most: { } most })
        {
            writer.WriteNumber("minSize", least);
            writer.WriteNumber("maxSize", most);
        }

        writer.WriteStartArray("topSizes");
        foreach (var (size, count) in tally.Top(MostValues))
        {
            writer.WriteStartObject();
            writer.WriteNumber("size", size);
            writer.WriteNumber("studiesCount", count);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> members)
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
}
