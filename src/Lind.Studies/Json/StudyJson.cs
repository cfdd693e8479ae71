using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lind.Studies.Json;

/// <summary>Reads and writes the typed record. Thread-safe.</summary>
public static class StudyJson
{
    /// <summary>The deepest nesting taken. The catalogue needs 12; the rest is for members we do not know.</summary>
    public const int MaxDepth = 64;

    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = MaxDepth,
    };

    /// <summary>Reads one record of the API v2 form.</summary>
    /// <remarks>An explicit <c>null</c> reads as an absent member.</remarks>
    /// <exception cref="JsonException">Not JSON, nested too deep, or a member of the wrong type.</exception>
    public static Study Read(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8, StudyJsonContext.Default.Study)
                ?? throw new JsonException("The record is null.");
        }
        catch (InvalidOperationException broken)
        {
            // Text that is not UTF-8, or half of a surrogate pair, surfaces late and as another exception.
            throw new JsonException(broken.Message, broken);
        }
    }

    /// <summary>Writes the record as compact UTF-8 JSON, members in the registry's order, unknown ones last.</summary>
    public static byte[] Write(Study study)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        Write(study, buffer);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes the record to a buffer, as <see cref="Write(Study)"/> does.</summary>
    public static void Write(Study study, IBufferWriter<byte> buffer)
    {
        using var writer = new Utf8JsonWriter(buffer, WriterOptions);
        JsonSerializer.Serialize(writer, study, StudyJsonContext.Default.Study);
    }

    /// <summary>Writes JSON without white space between its parts; texts and numbers keep their spelling.</summary>
    /// <exception cref="JsonException">Not JSON, or nested too deep.</exception>
    public static void Compact(ReadOnlySpan<byte> utf8, IBufferWriter<byte> buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        var previous = JsonTokenType.None;
        while (reader.Read())
        {
            // A comma stands before whatever follows a value or a closing bracket in the same container.
            if (reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray)
                && previous is not (JsonTokenType.None or JsonTokenType.StartObject or JsonTokenType.StartArray
                    or JsonTokenType.PropertyName))
            {
                buffer.Write(","u8);
            }

            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                buffer.Write(utf8.Slice((int)reader.TokenStartIndex, reader.ValueSpan.Length + 2));
                buffer.Write(":"u8);
            }
            else
            {
                buffer.Write(utf8[(int)reader.TokenStartIndex..(int)reader.BytesConsumed]);
            }

            previous = reader.TokenType;
        }
    }
}
