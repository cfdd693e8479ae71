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
}
