using System.Text.Json;
using System.Text.Json.Serialization;
using Lind.Studies.Fields;

namespace Lind.Studies.Json;

/// <summary>Reads and writes a coded value as its code; the strings of known codes are shared.</summary>
internal sealed class StudyCodeConverter<T> : JsonConverter<T>
    where T : struct, IStudyCode<T>
{
    private static readonly StudyEnum Enum = StudyEnums.OfType(T.EnumType);

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var code = reader.GetString() ?? "";
        return T.Of(Enum.Find(code)?.Value ?? code);
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Code ?? "");
}
