using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lind.Studies.Fields;

namespace Lind.Web.Api.Statistics;

/// <summary>Statistics kept beside the registry, so that a restart need not count again.</summary>
/// <remarks>
/// The file: one line of text, <c>lind-statistics 1 DIGEST STATE</c> and a line feed, where DIGEST is the SHA-256 of all
/// that follows as lower-case hex and STATE names the state of the data; then, compressed with Brotli, one JSON array of
/// two: the objects of <c>/stats/field/values</c> and those of <c>/stats/field/sizes</c>, each with its <c>piece</c>. It
/// can be deleted at any time.
/// </remarks>
internal static class StatisticsFile
{
    public const string Name = "statistics.lind";

    private const string Mark = "lind-statistics 1";

    /// <summary>What the file holds; null when there is none, or it is damaged or of another version.</summary>
    public static CorpusStatistics? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var bytes = File.ReadAllBytes(path);
        var end = bytes.AsSpan().IndexOf((byte)'\n');
        var head = end < 0 ? [] : Encoding.UTF8.GetString(bytes, 0, end).Split(' ', 4);
        var body = bytes.AsMemory(end + 1);
        return head.Length == 4 && $"{head[0]} {head[1]}" == Mark && head[2] == DigestOf(body.Span)
            ? Parse(body, head[3]) : null;
    }

    /// <summary>Writes it aside, then moves it into place.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static void Write(string path, CorpusStatistics statistics)
    {
        using var body = new MemoryStream();
        using (var packed = new BrotliStream(body, CompressionLevel.Fastest, leaveOpen: true))
        using (var writer = new Utf8JsonWriter(packed))
        {
            writer.WriteStartArray();
            WriteList(writer, statistics.Values.Values);
            WriteList(writer, statistics.Sizes.Values);
            writer.WriteEndArray();
        }

        var bytes = body.GetBuffer().AsSpan(0, (int)body.Length);
        var aside = path + ".new";
        using (var file = File.Create(aside))
        {
            file.Write(Encoding.UTF8.GetBytes($"{Mark} {DigestOf(bytes)} {statistics.State}\n"));
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        File.Move(aside, path, overwrite: true);
    }

    private static void WriteList(Utf8JsonWriter writer, IEnumerable<ReadOnlyMemory<byte>> objects)
    {
        writer.WriteStartArray();
        foreach (var one in objects)
        {
            writer.WriteRawValue(one.Span, skipInputValidation: true);
        }

        writer.WriteEndArray();
    }

    private static CorpusStatistics Parse(ReadOnlyMemory<byte> body, string state)
    {
        using var packed = new BrotliStream(new MemoryStream(body.ToArray()), CompressionMode.Decompress);
        using var document = JsonDocument.Parse(packed);
        return new()
        {
            State = state,
            Values = ReadList(document.RootElement[0]),
            Sizes = ReadList(document.RootElement[1]),
        };
    }

    private static Dictionary<StudyField, ReadOnlyMemory<byte>> ReadList(JsonElement list) => list.EnumerateArray()
        .Select(one => (Field: FieldCatalogue.ByPiece(one.GetProperty("piece").GetString()!), one))
        .Where(pair => pair.Field is not null)
        .ToDictionary(pair => pair.Field!, pair => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(pair.one.GetRawText()));

    private static string DigestOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
