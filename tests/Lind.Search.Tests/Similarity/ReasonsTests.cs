using Lind.Search.Similarity;

namespace Lind.Search.Tests.Similarity;

public sealed class ReasonsTests
{
    [Theory]
    [InlineData("Esophageal Cancer", "Esophageal Neoplasms")]
    [InlineData("Depression", "Depressive Disorder")]
    [InlineData("Heart Failure", "Heart failures")]
    [InlineData("Hepatitis B, Chronic", "Chronic hepatitis B")]
    public void IsSame_OtherSpelling_IsOneThing(string said, string name) => Assert.True(SameThing.IsSame(said, name));

    [Theory]
    [InlineData("Hepatitis B", "Hepatitis C")]
    [InlineData("Heart Failure", "Kidney Failure")]
    [InlineData("Type 1 Diabetes", "Type 2 Diabetes")]
    public void IsSame_OtherThing_IsTwo(string said, string name) => Assert.False(SameThing.IsSame(said, name));

    [Fact]
    public void AddNew_CloserName_TakesTheWiderOnesPlace()
    {
        List<string> said = ["Heart Failure"];

        SameThing.AddNew(said, ["Chronic Heart Failure", "Asthma", "Heart failure"], 3);

        Assert.Equal(["Chronic Heart Failure", "Asthma"], said);
    }

    [Fact]
    public void Of_SameThingInTwoSpellings_IsSaidOnce()
    {
        var tree = HeadingTree.Bundled;
        var own = Study("Esophageal Cancer", tree.Find("Esophageal Neoplasms"));
        var other = Study("Esophageal Cancer", tree.Find("Esophageal Neoplasms"));

        var reasons = Reasons.Of(own, other, new Scored(0, 1, 1, 1, 1, 1, 1, 1), [], isText: false);

        Assert.Equal("Both study Esophageal Cancer.", reasons[0]);
        Assert.DoesNotContain(reasons, reason => reason.Contains("keyword", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("COMPLETED", "UNKNOWN", "Its status has not been confirmed for over two years.")]
    [InlineData("UNKNOWN", "COMPLETED", "Its status is completed; that of the study asked about has not been confirmed for over two years.")]
    [InlineData("RECRUITING", "COMPLETED", "Its status is completed, not recruiting.")]
    public void Differences_Status_IsSaidInWordsThatMakeSense(string own, string other, string sentence) =>
        Assert.Equal([sentence], Differences.Of(new() { Status = own }, new() { Status = other }));

    private static StudyTraits Study(string condition, int heading)
    {
        var study = new StudyTraits { Title = "A title" };
        study.Conditions.Add(condition);
        study.Keywords.Add("esophageal neoplasm");
        study.ConditionHeadings.Add(heading);
        return study;
    }
}
