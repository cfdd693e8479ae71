using Lind.Studies;

namespace Lind.Store.Tests;

public sealed class VersionPlannerTests
{
    private static readonly NctId Id = NctId.FromNumber(1);

    // Each row: the records in reading order as "content:year:form", and what is expected.
    public static TheoryData<string, string, string> Rules => new()
    {
        { "a:2020:v2", "a", "added 1, updated 0, unchanged 0" },
        { "a:2020:v2 a:2020:v2", "a", "added 1, updated 0, unchanged 1" },
        { "a:2020:v2 b:2021:v2", "b", "added 1, updated 0, unchanged 1" },
        { "b:2021:v2 a:2020:v2", "b", "added 1, updated 0, unchanged 1" },
        { "a:2020:v2 b:2020:xml", "a", "added 1, updated 0, unchanged 1" },
        { "b:2020:xml a:2020:v2", "a", "added 1, updated 0, unchanged 1" },
        { "b:2021:xml a:2020:v2", "b", "added 1, updated 0, unchanged 1" },
        { "a:2020:v2 b:2020:v2", "b", "added 1, updated 0, unchanged 1" },
        { "a:2020:v2 b:2020:v2 a:2020:v2", "a", "added 1, updated 0, unchanged 2" },
        { "a::v2 b:1999:v2", "b", "added 1, updated 0, unchanged 1" },
    };

    [Theory, MemberData(nameof(Rules))]
    public void Decide_OneImport_KeepsTheRightVersion(string records, string current, string counts)
    {
        var planner = new VersionPlanner();
        var found = "";
        foreach (var record in records.Split(' '))
        {
            found = Apply(planner, record, found);
        }

        Assert.Equal(current, found);
        Assert.Equal(counts, Text(planner.Counts));
    }

    [Theory]
    [InlineData("b:2021:v2", "b", "added 0, updated 1, unchanged 0")]
    [InlineData("a:2020:v2", "a", "added 0, updated 0, unchanged 1")]
    [InlineData("o:2019:v2", "a", "added 0, updated 0, unchanged 1")]
    [InlineData("z:2018:v2", "a", "added 0, updated 0, unchanged 1")]
    [InlineData("b:2021:v2 c:2022:v2", "c", "added 0, updated 1, unchanged 1")]
    [InlineData("c:2022:v2 b:2021:v2", "c", "added 0, updated 1, unchanged 1")]
    public void Decide_KnownStudy_CountsTheStateBeforeAgainstTheStateAfter(
        string records, string current, string counts)
    {
        var planner = new VersionPlanner();
        planner.Learn(new StudyHistory(Id, Version("a:2020:v2"), [Version("o:2019:v2")]));
        var found = "a";
        foreach (var record in records.Split(' '))
        {
            found = Apply(planner, record, found);
        }

        Assert.Equal(current, found);
        Assert.Equal(counts, Text(planner.Counts));
    }

    [Fact]
    public void Decide_SameContentUnderANewerStamp_OnlyMovesTheStamp()
    {
        var planner = new VersionPlanner();
        var first = Version("a:2020:v2");
        var again = first with { Rank = first.Rank with { Stamp = new DateOnly(2026, 1, 2) } };
        planner.Decide(Id, first);

        Assert.Equal(VersionDecision.NewStamp, planner.Decide(Id, again));
        Assert.Equal(VersionDecision.Nothing, planner.Decide(Id, first));
    }

    [Fact]
    public void Decide_AnyOrder_EndsInTheSameStateWithTheSameCounts()
    {
        var random = new Random(20260101);
        string[] records = ["a:2018:v2", "b:2019:xml", "c:2019:v2", "d:2021:v2", "e:2020:v2", "d:2021:v2"];
        for (var round = 0; round < 200; round++)
        {
            random.Shuffle(records);
            var planner = new VersionPlanner();
            var current = records.Aggregate("", (found, record) => Apply(planner, record, found));

            Assert.Equal("d", current);
            Assert.Equal("added 1, updated 0, unchanged 5", Text(planner.Counts));
        }
    }

    [Fact]
    public void Decide_CutOffAnywhereAndRunAgain_EndsInTheSameState()
    {
        var random = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            // Few dates and contents, so that ties and returns to old contents are common.
            var records = Enumerable.Range(0, 8)
                .Select(_ => $"{(char)('a' + random.Next(4))}:{2018 + random.Next(2)}:v2").ToArray();
            var whole = records.Aggregate("", Step(new VersionPlanner()));

            var cut = new VersionPlanner();
            var found = records.Take(random.Next(records.Length)).Aggregate("", Step(cut));
            var again = records.Aggregate(found, Step(cut));

            Assert.Equal(whole, again);
        }

        static Func<string, string, string> Step(VersionPlanner planner) =>
            (found, record) => Apply(planner, record, found);
    }

    private static string Apply(VersionPlanner planner, string record, string current)
    {
        var decision = planner.Decide(Id, Version(record));
        return (decision & (VersionDecision.NewCurrent | VersionDecision.KnownBecomesCurrent)) != 0
            ? record[..1]
            : current;
    }

    private static KnownVersion Version(string record)
    {
        var parts = record.Split(':');
        // The same content has the same date: the date is part of the content.
        var hash = new ContentHash(parts[0][0], parts[1].Length == 0 ? 0ul : ulong.Parse(parts[1], null));
        DateOnly? date = parts[1].Length == 0 ? null : new DateOnly(int.Parse(parts[1], null), 1, 1);
        return new KnownVersion(hash, new StudyRank(date, parts[2] == "xml" ? StudyForm.Xml : StudyForm.V2, null));
    }

    private static string Text(ImportCounts counts) =>
        $"added {counts.Added}, updated {counts.Updated}, unchanged {counts.Unchanged}";
}
