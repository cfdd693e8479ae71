using Lind.Web.Portal;

namespace Lind.Web.Tests.Portal;

public sealed class StudyFlagsTests
{
    private const string Regulated = """
        "oversightModule":{"isFdaRegulatedDrug":true},
        "designModule":{"studyType":"INTERVENTIONAL","phases":["PHASE3"]}
        """;

    [Fact]
    public void ResultsDue_OneYearAfterPrimaryCompletion()
    {
        var view = Records.View(Regulated + """
            ,"statusModule":{"overallStatus":"COMPLETED","primaryCompletionDateStruct":{"date":"2023-01-15","type":"ACTUAL"}}
            """);

        Assert.Equal(new DateOnly(2024, 1, 15), StudyFlags.ResultsDue(view));
        Assert.Contains(StudyFlags.Of(Records.English, view), flag => flag.Text.Contains("by 15 January 2024", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"date":"2016-06-01","type":"ACTUAL"}""", "before the rule")]
    [InlineData("""{"date":"2027-06-01","type":"ESTIMATED"}""", "not yet reached")]
    [InlineData("""{"date":"not a date"}""", "no date")]
    public void ResultsDue_WhereTheRuleCannotBind_SaysNothing(string date, string why) => Assert.True(
        StudyFlags.ResultsDue(Records.View(Regulated + $$"""
            ,"statusModule":{"overallStatus":"COMPLETED","primaryCompletionDateStruct":{{date}}}
            """)) is null, why);

    [Fact]
    public void ResultsDue_Phase1_SaysNothing() => Assert.Null(StudyFlags.ResultsDue(Records.View("""
        "oversightModule":{"isFdaRegulatedDrug":true},"designModule":{"studyType":"INTERVENTIONAL","phases":["PHASE1"]},
        "statusModule":{"overallStatus":"COMPLETED","primaryCompletionDateStruct":{"date":"2020-01-15","type":"ACTUAL"}}
        """)));

    [Fact]
    public void Of_RetractedPublication_NamesIt()
    {
        var view = Records.View("""
            "referencesModule":{"references":[{"citation":"A paper.","retractions":[{"pmid":"1","source":"Journal 2020"}]}]}
            """);

        var flag = Assert.Single(StudyFlags.Of(Records.English, view));
        Assert.Equal("A paper. (Journal 2020)", flag.Text);
    }

    [Theory]
    [InlineData("RESULT", "with results of this study", true)]
    [InlineData("DERIVED", "links to this study", true)]
    [InlineData("BACKGROUND", "cites as background", false)]
    public void Of_RetractedPublication_SaysHowItBelongsToTheStudy(string type, string words, bool serious)
    {
        var flag = Assert.Single(StudyFlags.Of(Records.English, Records.View($$"""
            "referencesModule":{"references":[{"type":"{{type}}","citation":"A paper.","retractions":[{"pmid":"1"}]}]}
            """)));
        Assert.Contains(words, flag.Title, StringComparison.Ordinal);
        Assert.Equal(serious, flag.Serious);
    }

    [Theory]
    [InlineData("RELEASE", "Results were sent in but are not public yet", "2 May 2024", false)]
    [InlineData("RESET", "Results were sent in and came back with questions", "2 May 2024", false)]
    [InlineData("UNRELEASE", "Results were sent in and taken back", "2 May 2024", true)]
    public void Of_ResultsOnTheirWay_SaysTheLastStep_AndThatTheyAreDueOnlyIfTakenBack(string step, string title, string date, bool due)
    {
        var view = Records.View(Regulated + """
            ,"statusModule":{"overallStatus":"COMPLETED","primaryCompletionDateStruct":{"date":"2023-01-15","type":"ACTUAL"}}
            """, $$$$"""
            "annotationSection":{"annotationModule":{"unpostedAnnotation":{"unpostedEvents":[
              {"type":"RELEASE","date":"2024-01-10"},{"type":"{{{{step}}}}","date":"2024-05-02"}]}}}
            """);

        var flags = StudyFlags.Of(Records.English, view);

        Assert.Equal(title, flags[0].Title);
        Assert.Contains(date, flags[0].Text, StringComparison.Ordinal);
        Assert.Equal(due, flags.Any(flag => flag.Title == "Results may be overdue"));
    }

    [Fact]
    public void Of_ResultsTakenBackOnAnUnknownDay_SaysSo()
    {
        var view = Records.View("\"statusModule\":{\"overallStatus\":\"TERMINATED\"}", """
            "annotationSection":{"annotationModule":{"unpostedAnnotation":{"unpostedEvents":[{"type":"UNRELEASE","dateUnknown":true}]}}}
            """);

        Assert.Contains("date: not known", Assert.Single(StudyFlags.Of(Records.English, view)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_CompletedLongAgo_IsNotCalledUnverified() => Assert.Empty(StudyFlags.Of(Records.English, Records.View("""
        "statusModule":{"overallStatus":"COMPLETED","statusVerifiedDate":"2010-01"}
        """)));
}
