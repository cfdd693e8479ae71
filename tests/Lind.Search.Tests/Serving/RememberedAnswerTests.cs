using System.Text.Json;
using Lind.Studies;
using Lind.TestKit;

namespace Lind.Search.Tests.Serving;

public sealed class RememberedAnswerTests(SampleIndex sample) : IClassFixture<SampleIndex>
{
    private static readonly StudySearchRequest[] Requests =
    [
        new() { QueryCond = "heart failure", CountTotal = true },
        new() { QueryTerm = "treatment", Facets = [new(FacetKind.Status), new(FacetKind.Country, 3)] },
        new() { QueryTerm = "treatment", Histograms = [new("StartDate", "month"), new("EnrollmentCount", "50")] },
        new() { QueryTerm = "study", Filter = new() { Geo = "distance(40.7,-74,800mi)" } },
        new() { QueryCond = "cancer", WantDetails = true, CheckSpelling = true },
        new() { Sort = ["LastUpdatePostDate"] },
        new() { QueryTerm = "nothing-of-this-kind" },
    ];

    [Fact]
    public void Search_AskedAgainInAnyOrder_AnswersAsAnIndexThatForgets()
    {
        using var forgetful = SearchIndex.Open(sample.Folder, new SearchIndexOptions { RememberedBytes = 0 });
        var random = new Random(20261128);
        for (var round = 0; round < 400; round++)
        {
            var request = Requests[random.Next(Requests.Length)] with
            {
                PageSize = random.Next(4) * 5,
                Offset = random.Next(3) * 5,
                CountTotal = random.Next(2) == 0,
            };
            var expected = forgetful.Search(request);
            Assert.Equal(Text(expected), Text(sample.Index.Search(request)));
            if (expected.Answer?.NextCursor is { } cursor)
            {
                var next = request with { Cursor = cursor, Offset = 0 };
                Assert.Equal(Text(forgetful.Search(next)), Text(sample.Index.Search(next)));
            }
        }
    }

    [Fact]
    public void Search_AfterWarmUp_AnswersAsBefore()
    {
        using var folder = new TempFolder();
        using var index = SearchIndex.Open(folder.Path, new SearchIndexOptions { RememberedBytes = 0 });
        index.Rebuild(sample.Records);
        var before = Requests.Select(request => Text(index.Search(request))).ToArray();

        index.WarmUp(TestContext.Current.CancellationToken);

        Assert.Equal(before, Requests.Select(request => Text(index.Search(request))));
        Assert.Throws<OperationCanceledException>(() => index.WarmUp(new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Search_InTheBackground_AnswersAsInFront()
    {
        var front = Requests.Select(request => Text(sample.Index.Search(request))).ToArray();
        using var forgetful = SearchIndex.Open(sample.Folder, new SearchIndexOptions { RememberedBytes = 0 });
        using (BackgroundSearch.Begin())
        {
            Assert.Equal(front, Requests.Select(request => Text(forgetful.Search(request))));
        }
    }

    [Fact]
    public void Details_OfATerm_AreTheSameWithAnyFilter()
    {
        var request = new StudySearchRequest { QueryCond = "heart failure", WantDetails = true };
        var plain = sample.Index.Search(request).Answer!.Details!;
        var filtered = sample.Index.Search(request with { Filter = new() { OverallStatus = ["COMPLETED"] } }).Answer!.Details!;
        var phrase = sample.Index.Search(request with { QueryCond = "\"heart failure\"" }).Answer!.Details!;
        var narrower = sample.Index.Search(request with { QueryCond = "COVERAGE[FullMatch]heart failure" }).Answer!.Details!;

        Assert.Equal(JsonSerializer.Serialize(plain), JsonSerializer.Serialize(filtered));
        Assert.NotEqual(plain.Areas[0].Terms[0].Count, narrower.Areas[0].Terms[0].Count);
        Assert.True(phrase.Areas[0].Terms[0].Count <= plain.Areas[0].Terms[0].Count);
    }

    [Fact]
    public void Details_WithoutCounting_HoldCountsOnceTheyAreKnown()
    {
        using var index = SearchIndex.Open(sample.Folder);
        var request = new StudySearchRequest { QueryCond = "heart failure", WantDetails = true, CountDetails = false };
        var unknown = index.Search(request).Answer!.Details!.Areas.Single().Terms.Single();
        var counted = index.Search(request with { CountDetails = true }).Answer!.Details!;
        var known = index.Search(request with { Sort = ["StartDate"] }).Answer!.Details!;

        Assert.Null(unknown.Count);
        Assert.DoesNotContain(unknown.Synonyms, one => one.Count is not null);
        Assert.True(counted.Areas[0].Terms[0].Count > 0);
        Assert.Equal(JsonSerializer.Serialize(counted), JsonSerializer.Serialize(known));
    }

    [Fact]
    public void Search_AfterAChange_SeesIt()
    {
        using var folder = new TempFolder();
        using var index = SearchIndex.Open(folder.Path);
        index.Rebuild(sample.Records);
        var request = new StudySearchRequest { QueryTerm = "treatment", CountTotal = true };
        var before = index.Search(request).Answer!;
        index.Update([], [before.Hits[0].NctId]);
        var after = index.Search(request).Answer!;

        Assert.Equal(before.TotalCount - 1, after.TotalCount);
        Assert.DoesNotContain(before.Hits[0].NctId, after.Hits.Select(hit => hit.NctId));
    }

    [Fact]
    public void Key_IsTheSame_OnlyForTheSameRequest()
    {
        StudySearchRequest[] different =
        [
            .. Requests, new() { QueryCond = "a1:b" }, new() { QueryCond = "a", QueryTerm = "b" }, new() { QueryCond = "a\u0001b" },
            new() { QueryTerm = "a", IncludeCriteria = true }, new() { QueryTerm = "a" }, new() { QueryTerm = "" },
            new() { Filter = new() { Ids = ["NCT00000001"] } }, new() { Filter = new() { OverallStatus = ["NCT00000001"] } },
            new() { PostFilter = new() { Ids = ["NCT00000001"] } }, new() { Filter = new() { Ids = ["NCT00000001", "NCT00000002"] } },
            new() { Filter = new() { Ids = ["NCT00000001,NCT00000002"] } },
        ];

        Assert.Equal(different.Length, different.Select(request => RequestKey.OfAnswer(request, "s-1")).Distinct().Count());
        Assert.Equal(RequestKey.OfAnswer(Requests[1], "s-1"), RequestKey.OfAnswer(Requests[1] with { PageSize = 3, Offset = 2 }, "s-1"));
        Assert.NotEqual(RequestKey.OfAnswer(Requests[1], "s-1"), RequestKey.OfAnswer(Requests[1], "s-2"));
    }

    private static string Text(StudySearchResult result) => JsonSerializer.Serialize(result);
}
