using System.IO.Compression;
using Lind.Studies.Json;
using Lind.Studies.Xml;

namespace Lind.Benchmarks.Similarity;

/// <summary>The shared records of both forms: of two versions of one study the v2 form.</summary>
internal static class SharedStudies
{
    /// <summary>Every study once, as v2 JSON, by NCT id.</summary>
    public static SortedDictionary<string, ReadOnlyMemory<byte>> Read(string folder)
    {
        var studies = new SortedDictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        foreach (var json in ReadXml(Path.Combine(folder, "studies-xml.zip")).Concat(ReadLines(Path.Combine(folder, "studies-v2.ndjson.gz"))))
        {
            var head = StudyHead.Read(json.Span);
            if (head.Success)
            {
                studies[head.Value.NctId.ToString()] = json;
            }
        }

        return studies;
    }

    /// <summary>The studies of a zip of v2 JSON files, as they come.</summary>
    public static IEnumerable<(string NctId, ReadOnlyMemory<byte> Study)> ReadZip(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        foreach (var entry in zip.Entries.Where(entry => entry.Name.EndsWith(".json", StringComparison.Ordinal)))
        {
            yield return (Path.GetFileNameWithoutExtension(entry.Name), ReadAll(entry));
        }
    }

    private static IEnumerable<ReadOnlyMemory<byte>> ReadXml(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        foreach (var entry in zip.Entries)
        {
            var converted = StudyXml.Convert(ReadAll(entry));
            if (converted.Succeeded)
            {
                yield return converted.Json;
            }
        }
    }

    private static IEnumerable<ReadOnlyMemory<byte>> ReadLines(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            yield return System.Text.Encoding.UTF8.GetBytes(line);
        }
    }

    private static ReadOnlyMemory<byte> ReadAll(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var bytes = new byte[entry.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
