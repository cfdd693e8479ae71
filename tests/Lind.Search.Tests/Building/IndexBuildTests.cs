using System.Text;
using Lind.Search.Mapping;
using Lind.Studies;
using Lind.TestKit;

namespace Lind.Search.Tests.Building;

/// <summary>A build on several threads is the build on one: every study once, the later record counting.</summary>
public sealed class IndexBuildTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Rebuild_StudiesOfAllLengthsTwice_KeepsTheLaterOfEach(int threads)
    {
        using var folder = new TempFolder();
        using var index = SearchIndex.Open(folder.Path, new SearchIndexOptions { BuildThreads = threads });
        var first = Enumerable.Range(1, 3_000).Select(number => Record(number, "earlier", number * 97 % 40_000));
        var second = Enumerable.Range(1, 3_000).Select(number => Record(number, "later", number * 89 % 40_000));

        var report = index.Rebuild(first.Concat(second));

        Assert.Equal((3_000, 6_000), (report.Studies, report.Written));
        Assert.Equal(3_000, Count(index, "later"));
        Assert.Equal(0, Count(index, "earlier"));
    }

    [Fact]
    public void Merge_AfterManyUpdates_LeavesFewerFilesAndTheSameAnswers()
    {
        using var folder = new TempFolder();
        using var index = SearchIndex.Open(folder.Path);
        for (var round = 0; round < 9; round++)
        {
            index.Update(Enumerable.Range(1 + (round * 10), 20).Select(number => Record(number, $"word{round}", 10)), []);
        }

        var files = Files(folder);
        var before = index.FindAll(new StudySearchRequest()).NctIds;
        index.Merge();

        Assert.True(Files(folder) < files);
        Assert.Equal(before, index.FindAll(new StudySearchRequest()).NctIds);
        Assert.Equal(10, Count(index, "word3"));
        Assert.Empty(index.Verify().Problems);
    }

    [Fact]
    public void SeenValues_OverManyRounds_RemembersOnlyTheRound()
    {
        var seen = new SeenValues();
        for (var round = 0; round < 4; round++)
        {
            seen.Clear();
            Assert.All(Hashes(), hash => Assert.True(seen.Add(hash)));
            Assert.All(Hashes(), hash => Assert.False(seen.Add(hash)));
        }

        static IEnumerable<ulong> Hashes() => Enumerable.Range(0, 5_000).Select(i => unchecked((ulong)i * 0x9E3779B97F4A7C15));
    }

    private static StudyRecord Record(int number, string word, int filler)
    {
        var id = NctId.FromNumber(number);
        var title = $"{word} {new string('x', filler)}";
        return new StudyRecord(id, Encoding.UTF8.GetBytes(
            "{\"protocolSection\":{\"identificationModule\":{\"nctId\":\"" + id + "\",\"briefTitle\":\"" + title + "\"}}}"));
    }

    private static long? Count(SearchIndex index, string word) =>
        index.Search(new StudySearchRequest { QueryTerm = word, CountTotal = true }).Answer!.TotalCount;

    private static int Files(TempFolder folder) =>
        Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Length;
}
