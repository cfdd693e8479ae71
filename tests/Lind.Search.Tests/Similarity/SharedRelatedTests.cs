using System.IO.Compression;
using System.Text;
using Lind.Search.Similarity;
using Lind.Studies.Json;
using Lind.Studies.Xml;
using Lind.TestKit;

namespace Lind.Search.Tests.Similarity;

/// <summary>Floors under what docs/quality.md measures: the shared studies of both forms, judged by TREC 2021.</summary>
public sealed class SharedRelatedTests
{
    // Measured 2026-11-28: see docs/quality.md. A change that falls below shows itself here.
    private const double LeastNdcg10 = 0.28;
    private const double LeastRecall50 = 0.59;

    [Fact]
    public void Related_JudgedStudies_KeepTheirFloors()
    {
        var studies = Read();
        using var folder = new TempFolder();
        RelatedIndex.Build(folder.Path, studies.Select(pair => (pair.Key, pair.Value)));
        using var index = RelatedIndex.Open(folder.Path);

        var (ndcg, recall) = Measure(index, studies.ContainsKey);

        Assert.True(ndcg >= LeastNdcg10, $"nDCG@10 {ndcg:F4}");
        Assert.True(recall >= LeastRecall50, $"recall@50 {recall:F4}");
        var seed = index.Related(new() { NctIds = ["NCT04325594"] }).Entries;
        string[] four = ["NCT02439541", "NCT02635464", "NCT01739777", "NCT04939077"];
        Assert.All(four, id => Assert.Contains(seed, entry => entry.NctId == id && entry.Block == RelatedBlock.Related));
        Assert.All(seed, entry => Assert.NotEmpty(entry.Reasons));
    }

    private static (double Ndcg, double Recall) Measure(RelatedIndex index, Func<string, bool> isThere)
    {
        var topics = File.ReadLines(Requires.SharedData("trec-ct-2021/qrels.txt")).Select(line => line.Split(' '))
            .Where(parts => parts[3] != "0" && isThere(parts[2])).GroupBy(parts => parts[0], parts => parts[2])
            .Where(topic => topic.Count() > 1).Select(topic => topic.Select(id => Judge(index, id, topic)).ToList()).ToList();
        return (topics.Average(topic => topic.Average(one => one.Ndcg)), topics.Average(topic => topic.Average(one => one.Recall)));
    }

    private static (double Ndcg, double Recall) Judge(RelatedIndex index, string id, IEnumerable<string> topic)
    {
        var related = topic.Where(other => other != id).ToHashSet();
        var list = index.Related(new() { NctIds = [id], Limit = 50 }).Entries.Select(entry => entry.NctId).ToList();
        double Gain(int at) => 1 / Math.Log2(at + 2);
        var gain = Enumerable.Range(0, Math.Min(10, list.Count)).Where(at => related.Contains(list[at])).Sum(Gain);
        return (gain / Enumerable.Range(0, Math.Min(10, related.Count)).Sum(Gain), list.Count(related.Contains) / (double)related.Count);
    }

    private static SortedDictionary<string, ReadOnlyMemory<byte>> Read()
    {
        var studies = new SortedDictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        using var zip = ZipFile.OpenRead(Requires.SharedData("studies-xml.zip"));
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            var converted = StudyXml.Convert(stream);
            if (converted.Succeeded)
            {
                studies[StudyHead.Read(converted.Json.Span).Value.NctId.ToString()] = converted.Json;
            }
        }

        using var lines = new StreamReader(
            new GZipStream(File.OpenRead(Requires.SharedData("studies-v2.ndjson.gz")), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            var json = Encoding.UTF8.GetBytes(line);
            studies[StudyHead.Read(json).Value.NctId.ToString()] = json;
        }

        return studies;
    }
}
