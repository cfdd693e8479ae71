namespace Lind.Search.Tests.Serving;

/// <summary>Names and headings looked up instead of searched for.</summary>
public sealed class NameTests(SampleIndex sample) : IClassFixture<SampleIndex>
{
    [Theory]
    [InlineData(FacetKind.ConditionMesh, "ConditionMeshTerm", "ConditionAncestorTerm")]
    [InlineData(FacetKind.InterventionMesh, "InterventionMeshTerm", "InterventionAncestorTerm")]
    public void Headings_HaveTheStudiesThatASearchFinds(FacetKind kind, string own, string above)
    {
        var headings = sample.Index.Headings(kind, TestContext.Current.CancellationToken);
        var most = headings.Most(40);

        Assert.Equal(40, most.Count);
        Assert.All(most, one => Assert.Equal(one.Count, Count(
            $"AREA[{own}]COVERAGE[FullMatch]\"{one.Value}\" OR AREA[{above}]COVERAGE[FullMatch]\"{one.Value}\"")));
        Assert.All(most, one => Assert.Equal(one.Count, headings.Of(one.Value.ToUpperInvariant())));
        Assert.Equal(most.OrderByDescending(one => one.Count).Select(one => one.Count), most.Select(one => one.Count));
        Assert.Equal(0, headings.Of("No such heading"));
    }

    [Fact]
    public void Headings_OfAKindWithout_AreRefused() => Assert.Throws<ArgumentOutOfRangeException>(
        () => sample.Index.Headings(FacetKind.Sponsor, TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("heart failure"), InlineData("Heart Failure"), InlineData("HEART FAILURE")]
    public void Use_CountsWholeValues_InAnyOfTheUsualSpellings(string text)
    {
        var use = sample.Index.UseOf(text, "Condition", "LeadSponsorName");

        Assert.Equal([Count("AREA[Condition]COVERAGE[FullMatch]\"heart failure\""), 0], use.Studies);
        Assert.InRange(use.AtMost, use.Studies[0], long.MaxValue);
        Assert.True(use.Studies[0] > 0);
    }

    [Fact]
    public void Use_OfWordsThatStandNowhere_IsNone()
    {
        var use = sample.Index.UseOf("qqzzxx heart", "Condition");

        Assert.Equal((0L, 0L), (use.Studies[0], use.AtMost));
        Assert.Equal([0], sample.Index.UseOf("", "Condition").Studies);
        Assert.Throws<ArgumentException>(() => sample.Index.UseOf("heart", "BriefSummary"));
        Assert.Throws<ArgumentException>(() => sample.Index.UseOf("heart", "NoSuchPiece"));
    }

    private long Count(string expression) =>
        sample.Index.Search(new StudySearchRequest { QueryTerm = expression, PageSize = 0, CountTotal = true }).Answer!.TotalCount!.Value;
}
