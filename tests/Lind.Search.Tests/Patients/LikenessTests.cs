using Lind.Search.Patients;
using Lind.Search.Tests.Serving;
using Lind.Studies;

namespace Lind.Search.Tests.Patients;

/// <summary>What likeness of the whole record does to a patient's list, and what it must not do.</summary>
public sealed class LikenessTests(SampleIndex sample) : IClassFixture<SampleIndex>
{
    private static readonly StudySearchRequest Request = new()
    {
        QueryTerm = "A 58-year-old woman with heart failure after a heart attack. She is short of breath on the stairs and takes medicine for her blood pressure.",
        CountTotal = true,
        PageSize = 1000,
    };

    [Fact]
    public void Narrative_StudyLikeIt_RisesAndNobodyElseComesOrGoes()
    {
        var before = Hits(sample.Index, Request);
        var low = before[before.Length / 2];
        using var index = Open(_ => [new(low, 1)]);
        var after = Hits(index, Request);

        Assert.True(Array.IndexOf(after, low) < Array.IndexOf(before, low));
        Assert.Equal(before.Where(id => id != low), after.Where(id => id != low));
    }

    [Fact]
    public void Narrative_LikeStudyThatItsLimitsShutOut_StaysOut()
    {
        var all = sample.Index.Search(new StudySearchRequest { PageSize = 1000 }).Answer!.Hits.Select(hit => hit.NctId);
        var shutOut = all.Except(Hits(sample.Index, Request)).First();
        using var index = Open(_ => [new(shutOut, 1)]);

        Assert.Equal(Hits(sample.Index, Request), Hits(index, Request));
    }

    [Fact]
    public void Expression_IsNotTouched()
    {
        using var index = Open(_ => throw new InvalidOperationException("An expression has no need of it."));
        var request = new StudySearchRequest { QueryTerm = "heart failure", PageSize = 1000 };

        Assert.Equal(Hits(sample.Index, request), Hits(index, request));
    }

    [Fact]
    public void Narrative_LikenessMovesOn_WalkOverPagesStaysWhole()
    {
        var before = Hits(sample.Index, Request);
        var asked = 0;
        using var index = Open(_ => [new(before[^++asked], 1)]);
        var whole = Hits(index, Request);
        var walked = new List<NctId>();
        for (string? cursor = null; ;)
        {
            var page = index.Search(Request with { PageSize = 7, Cursor = cursor }).Answer!;
            walked.AddRange(page.Hits.Select(hit => hit.NctId));
            cursor = page.NextCursor;
            if (cursor is null)
            {
                break;
            }
        }

        Assert.Equal(whole, walked);
    }

    private static NctId[] Hits(SearchIndex index, StudySearchRequest request) =>
        [.. index.Search(request).Answer!.Hits.Select(hit => hit.NctId)];

    private SearchIndex Open(Func<string, IReadOnlyList<StudyLikeness>> like) =>
        SearchIndex.Open(sample.Folder, new SearchIndexOptions { StudiesLike = like, RememberedBytes = 0 });
}
