using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lind.Studies.Json;

/// <summary>Reads and writes <see cref="PartialDate"/> as its text.</summary>
internal sealed class PartialDateConverter : JsonConverter<PartialDate>
{
    public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PartialDate.FromRecord(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

/// <summary>Reads and writes <see cref="Age"/> as its text.</summary>
internal sealed class AgeConverter : JsonConverter<Age>
{
    public override Age Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Age.FromRecord(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, Age value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

/// <summary>Reads and writes <see cref="DateTimeMinutes"/> as its text.</summary>
internal sealed class DateTimeMinutesConverter : JsonConverter<DateTimeMinutes>
{
    public override DateTimeMinutes Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, DateTimeMinutes value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
