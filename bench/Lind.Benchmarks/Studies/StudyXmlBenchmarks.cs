using System.IO.Compression;
using System.Xml;
using BenchmarkDotNet.Attributes;
using Lind.Studies.Xml;

namespace Lind.Benchmarks.Studies;

/// <summary>What mapping the older XML form to API v2 JSON costs.</summary>
/// <remarks>
/// Measured: one pass over all records of the corpus. Corpus: the first 500 members of the zip that
/// <c>LIND_BENCH_XML</c> names, or <c>fuzz/Lind.Fuzz/Samples</c>. Baseline: the framework's XML reader over the same bytes.
/// </remarks>
[Config(typeof(StudyReadingBenchmarks.ShortInProcess)), MemoryDiagnoser]
public class StudyXmlBenchmarks
{
    private byte[][] _records = [];

    [GlobalSetup]
    public void Load()
    {
        _records = Environment.GetEnvironmentVariable("LIND_BENCH_XML") is { } path
            ? Members(path)
            : [.. Directory.EnumerateFiles(StudyReadingBenchmarks.InCheckout("fuzz", "Lind.Fuzz", "Samples"), "*.xml")
                .Select(File.ReadAllBytes)];
        Console.WriteLine($"// {_records.Length} records, {_records.Sum(record => (long)record.Length)} bytes");
    }

    [Benchmark(Baseline = true)]
    public int PlainXmlReader()
    {
        var nodes = 0;
        foreach (var record in _records)
        {
            using var reader = XmlReader.Create(new MemoryStream(record), new XmlReaderSettings { XmlResolver = null });
            while (reader.Read())
            {
                nodes++;
            }
        }

        return nodes;
    }

    [Benchmark]
    public int ConvertToJson() => _records.Count(record => StudyXml.Convert(record).Succeeded);

    private static byte[][] Members(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        return [.. zip.Entries.Take(500).Select(Read)];
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
