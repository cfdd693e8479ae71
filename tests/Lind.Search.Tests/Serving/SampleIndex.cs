using System.Text;
using Lind.Search.Tests.Oracle;
using Lind.Studies;
using Lind.Studies.Json;
using Lind.TestKit;

namespace Lind.Search.Tests.Serving;

/// <summary>An index of the sample that ships with the program; built once for a class of tests.</summary>
public sealed class SampleIndex : IDisposable
{
    private readonly TempFolder _folder = new();

    public SampleIndex()
    {
        var records = new Dictionary<NctId, StudyRecord>();
        foreach (var line in File.ReadLines(Repository.PathOf("data", "sample", "studies.ndjson")))
        {
            var json = Encoding.UTF8.GetBytes(line);
            Assert.True(StudyHead.Read(json).TryGet(out var head));

            // Earlier versions stand after the current one.
            records.TryAdd(head.NctId, new StudyRecord(head.NctId, json));
        }

        Records = [.. records.Values];
        Index = SearchIndex.Open(_folder.Path);
        Index.Rebuild(Records, new Dictionary<string, string> { ["change"] = "7" });
        Studies = Records.Select(record => NaiveStudy.Read(record.Json)).ToArray();
    }

    public IReadOnlyList<StudyRecord> Records { get; }

    public SearchIndex Index { get; }

    internal IReadOnlyList<NaiveStudy> Studies { get; }

    public string Folder => _folder.Path;

    public IReadOnlyList<int> Find(StudySearchRequest request)
    {
        var (ids, error) = Index.FindAll(request);
        Assert.True(error is null, error?.Message);
        return ids!.Select(id => id.Number).ToArray();
    }

    public StudySearchAnswer Search(StudySearchRequest request)
    {
        var result = Index.Search(request);
        Assert.True(result.Error is null, result.Error?.Message);
        return result.Answer!;
    }

    public void Dispose()
    {
        Index.Dispose();
        _folder.Dispose();
    }
}
