using Lind.Search.Tests.Serving;

namespace Lind.Search.Tests.Oracle;

/// <summary>Laws that hold for any two expressions, on random ones, synonyms included.</summary>
public sealed class QueryAlgebraTests(SampleIndex sample) : IClassFixture<SampleIndex>
{
    private const int Pairs = 150;

    [Fact]
    public void RandomPairs_KeepTheLawsOfSets()
    {
        var expressions = new RandomExpressions(4711, sample.Studies);
        var everything = Find("ALL");
        for (var i = 0; i < Pairs; i++)
        {
            var (a, b) = (expressions.Next(), expressions.Next());
            var (left, right) = (Find(a), Find(b));
            Same(left.Union(right), $"({a}) OR ({b})");
            Same(left.Intersect(right), $"({a}) AND ({b})");
            Same(left.Except(right), $"({a}) NOT ({b})");
            Same(everything.Except(left), $"NOT ({a})");
            Same(left, $"NOT NOT ({a})");
            Same(left, $"TILT[StartDate]({a})");
        }
    }

    [Theory]
    [InlineData("heart failure")]
    [InlineData("covid pneumonia")]
    [InlineData("blood pressure")]
    public void Expansions_WidenFromLevelToLevel(string words)
    {
        string[] levels = ["None", "Term", "Concept", "Relaxation", "Lossy"];
        for (var i = 0; i + 1 < levels.Length; i++)
        {
            var narrow = Find($"AREA[BriefTitle]EXPANSION[{levels[i]}]{words}");
            var wide = Find($"AREA[BriefTitle]EXPANSION[{levels[i + 1]}]{words}");
            Assert.Empty(narrow.Except(wide));
        }
    }

    [Fact]
    public void RandomText_IsAnsweredOrRefused_NeverAFault()
    {
        string[] pieces =
        [
            "AREA[", "Phase", "StartDate]", "]", "[", "(", ")", "\"", "\\", " AND ", " OR ", "NOT ", " ", "RANGE[", "MIN", ",", "2020",
            "AREA[StartDate]", "AREA[Location:size]", "SEARCH[Location](", "ALL", "MISSING", "heart", "é", "\u0000", "肺", "DISTANCE[1,2,3mi]",
            "AREA[LocationGeoPoint]", "AREA[EnrollmentCount]", "99999999999999999999", "AREA[MinimumAge]", "18 Years", "EXPANSION[None]", "AREA[NCTId]",
        ];
        var random = new Random(99);
        for (var i = 0; i < 3_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 10)).Select(_ => pieces[random.Next(pieces.Length)]));
            var result = sample.Index.Search(new StudySearchRequest { QueryTerm = text, WantDetails = true, CheckSpelling = true, CountTotal = true });
            Assert.True(result.Answer is null != result.Error is null, text);
        }
    }

    private int[] Find(string text) => [.. sample.Find(new StudySearchRequest { QueryTerm = text })];

    private void Same(IEnumerable<int> expected, string text) => Assert.Equal(expected.Order(), Find(text));
}
