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

        Assert.Equal("Both study Esophageal Cancer.", reasons[0].ToString());
        Assert.DoesNotContain(reasons, reason => reason.Kind == StatementKind.Keywords);
    }

    [Theory]
    [InlineData("COMPLETED", "UNKNOWN", "Its status has not been confirmed for over two years.")]
    [InlineData("UNKNOWN", "COMPLETED", "Its status is completed; that of the study asked about has not been confirmed for over two years.")]
    [InlineData("RECRUITING", "COMPLETED", "Its status is completed, not recruiting.")]
    public void Differences_Status_IsSaidInWordsThatMakeSense(string own, string other, string sentence) =>
        Assert.Equal([sentence], Differences.Of(new() { Status = own }, new() { Status = other }).Select(one => one.ToString()));

    [Fact]
    public void Statements_OfEveryKind_SayAllTheirValues_InEnglish()
    {
        StatementValue[] values = [new StatementValue.Names("A", "B"), new StatementValue.Codes("Phase", "PHASE1", "PHASE2"), new StatementValue.Number(2.5)];
        Assert.All(Enum.GetValues<StatementKind>(), kind =>
        {
            var sentence = new RelatedStatement(kind, values).ToString();
            Assert.EndsWith(".", sentence, StringComparison.Ordinal);
            Assert.DoesNotContain('{', sentence);
        });
        Assert.Equal("Both are randomised open-label phase 1/phase 2 trials.",
            new RelatedStatement(StatementKind.Design, new StatementValue.Qualities(["randomised", "openLabel"], ["PHASE1", "PHASE2"])).ToString());
        Assert.Equal("It started in 2012, 8 years earlier.",
            new RelatedStatement(StatementKind.StartedEarlier, new StatementValue.Year(2012), new StatementValue.Number(8)).ToString());
        Assert.Equal("It is 2.5 times as large: 1,500 participants against 600.",
            new RelatedStatement(StatementKind.Larger, new StatementValue.Number(2.5), new StatementValue.Number(1500), new StatementValue.Number(600)).ToString());
    }

    private static StudyTraits Study(string condition, int heading)
    {
        var study = new StudyTraits { Title = "A title" };
        study.Conditions.Add(condition);
        study.Keywords.Add("esophageal neoplasm");
        study.ConditionHeadings.Add(heading);
        return study;
    }
}
