using System.Text;
using Lind.Studies;
using Lind.TestKit;

namespace Lind.Search.Tests.Synonyms;

/// <summary>What the index learns to mean the same, seen through searches.</summary>
public sealed class SynonymLearningTests
{
    [Fact]
    public void Condition_FiledOddlyAFewTimes_DoesNotMeanTheHeading()
    {
        var filedOddly = Enumerable.Range(1, 4).Select(i => Record(i, "Ready participants", "Heart Failure"));
        Assert.DoesNotContain(9, Found([.. filedOddly, Record(9, "Ready participants", null)], "heart failure"));
    }

    [Fact]
    public void Condition_FiledUnderAHeadingAgainAndAgain_MeansIt()
    {
        var filed = Enumerable.Range(1, 6).Select(i => Record(i, "Dropsy", "Heart Failure"));
        Assert.Contains(9, Found([.. filed, Record(9, "Dropsy", null)], "heart failure"));
    }

    [Fact]
    public void Condition_ThatSaysWhoTakesPart_MeansNoHeading()
    {
        var filed = Enumerable.Range(1, 9).Select(i => Record(i, "Healthy volunteers", "Heart Failure"));
        Assert.DoesNotContain(10, Found([.. filed, Record(10, "Healthy volunteers", null)], "heart failure"));
    }

    private static IEnumerable<int> Found(IEnumerable<StudyRecord> records, string cond)
    {
        using var folder = new TempFolder();
        using var index = SearchIndex.Open(folder.Path);
        index.Rebuild(records);
        var result = index.Search(new StudySearchRequest { QueryCond = cond, PageSize = 100 });
        return [.. result.Answer!.Hits.Select(hit => hit.NctId.Number)];
    }

    private static StudyRecord Record(int number, string condition, string? heading)
    {
        var id = NctId.FromNumber(number);
        var browse = heading is null
            ? ""
            : ",\"derivedSection\":{\"conditionBrowseModule\":{\"meshes\":[{\"id\":\"D006333\",\"term\":\"" + heading + "\"}]}}";
        var identification = $"{{\"nctId\":\"{id}\",\"briefTitle\":\"Study {number}\"}}";
        return new StudyRecord(id, Encoding.UTF8.GetBytes(
            "{\"protocolSection\":{\"identificationModule\":" + identification
            + ",\"conditionsModule\":{\"conditions\":[\"" + condition + "\"]}}" + browse + "}"));
    }
}
