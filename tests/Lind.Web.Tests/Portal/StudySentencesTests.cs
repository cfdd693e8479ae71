using Lind.Studies;
using Lind.Web.Portal;

namespace Lind.Web.Tests.Portal;

public sealed class StudySentencesTests
{
    [Theory]
    [InlineData("""{"overallStatus":"COMPLETED","completionDateStruct":{"date":"2023-04-01"}}""", "The study team has not posted results. The study was completed in April 2023.")]
    [InlineData("""{"overallStatus":"COMPLETED","completionDateStruct":{"date":"2023"}}""", "The study team has not posted results. The study was completed in 2023.")]
    [InlineData("""{"overallStatus":"COMPLETED"}""", "The study team has not posted results. The study is completed.")]
    [InlineData("""{"overallStatus":"RECRUITING"}""", "The study team has not posted results. The study is not finished: its status is “Recruiting”.")]
    [InlineData("""{"overallStatus":"WITHDRAWN"}""", "There are no results: the study was withdrawn before anyone took part.")]
    [InlineData("""{"overallStatus":"NOT_YET_RECRUITING"}""", "There are no results, because the study has not begun.")]
    [InlineData("""{"overallStatus":"SOMETHING_NEW"}""", "The study team has not posted results.")]
    public void NoResults_SaysWhatTheRecordShows(string status, string sentence) =>
        Assert.Equal(sentence, StudySentences.NoResults(Records.English, Records.View($"\"statusModule\":{status}")));

    [Fact]
    public void Openness_UnknownStatus_NeverReadsAsOpen()
    {
        var view = Records.View("""
            "statusModule":{"overallStatus":"UNKNOWN","lastKnownStatus":"RECRUITING","statusVerifiedDate":"2015-01"},
            "contactsLocationsModule":{"locations":[{"city":"Graz","country":"Austria","status":"RECRUITING"}]}
            """);

        Assert.StartsWith("Not known.", StudySentences.Openness(Records.English, view), StringComparison.Ordinal);
        Assert.Equal(0, StudySites.CountOpen(view));
    }

    [Fact]
    public void Openness_RecruitingLongAgo_SaysWhenItWasConfirmed()
    {
        var view = Records.View("""
            "statusModule":{"overallStatus":"RECRUITING","statusVerifiedDate":"2021-03"}
            """);

        Assert.Contains("last confirmed in March 2021", StudySentences.Openness(Records.English, view), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"minimumAge":"18 Years","sex":"ALL","healthyVolunteers":false}""", "People aged 18 years or older, of any sex. Healthy volunteers are not accepted.")]
    [InlineData("""{"minimumAge":"6 Months","maximumAge":"5 Years","sex":"FEMALE"}""", "Female, aged 6 months to 5 years.")]
    [InlineData("""{"sex":"MALE","healthyVolunteers":true}""", "Male, any age. Healthy volunteers are accepted.")]
    [InlineData("""{"minimumAge":"0 Years","sex":"FEMALE"}""", "Female, any age.")]
    [InlineData("""{"minimumAge":"0 Days","maximumAge":"17 Years","sex":"ALL"}""", "People aged up to 17 years, of any sex.")]
    [InlineData("""{"minimumAge":"18 Years","maximumAge":"65 Years","sex":"ALL"}""", "People aged 18 to 65 years, of any sex.")]
    [InlineData("""{"minimumAge":"18 Years"}""", "People aged 18 years or older. The record does not name a sex.")]
    [InlineData("""{"minimumAge":"about twelve","sex":"MALE"}""", "Male, aged about twelve or older.")]
    [InlineData("""{"sex":"ALL"}""", "People of any age and sex.")]
    public void WhoCanJoin_SaysAgeSexAndHealth(string rules, string sentence) => Assert.Equal(
        sentence, StudySentences.WhoCanJoin(Records.English, Records.View($"\"eligibilityModule\":{rules}").Protocol.EligibilityModule));

    [Theory]
    [InlineData("""{"count":30,"type":"ACTUAL"}""", "30 people took part.")]
    [InlineData("""{"count":1,"type":"ESTIMATED"}""", "1 person planned.")]
    [InlineData("""{"count":0,"type":"ACTUAL"}""", "Nobody took part.")]
    [InlineData("""{"count":99999999}""", "The record does not say.")]
    public void Size_KnowsThePlaceholder(string enrollment, string sentence) => Assert.Equal(
        sentence, StudySentences.Size(Records.English, Records.View($$"""
            "designModule":{"enrollmentInfo":{{enrollment}}}
            """)));

    [Fact]
    public void WhoCanJoin_WithoutAnyRules_SaysThatTheRecordIsSilent() => Assert.Equal(
        "The record says neither which ages nor which sex.", StudySentences.WhoCanJoin(Records.English, null));

    [Theory]
    [InlineData("""{"lastUpdatePostDateStruct":{"date":"2020-02-03"},"lastUpdateSubmitDate":"2020-02-01"}""", "study.updated", "2020-02-03")]
    [InlineData("""{"lastUpdateSubmitDate":"2009-04-01"}""", "study.updatedSubmitted", "2009-04-01")]
    [InlineData("{}", "study.updated", null)]
    public void LastUpdate_NeverPosted_IsNamedAsSubmitted(string status, string label, string? date)
    {
        var (found, day) = StudySentences.LastUpdate(Records.View($"\"statusModule\":{status}").Status, "study.updated");

        Assert.Equal((label, date), (found, day?.ToString()));
    }

    [Theory]
    [InlineData("RECRUITING", "2024-07", false)]
    [InlineData("RECRUITING", "2024-05", true)]
    [InlineData("AVAILABLE", "2019", true)]
    [InlineData("COMPLETED", "2010-01", false)]
    [InlineData("RECRUITING", null, false)]
    public void OpenStatus_NotConfirmedForTwoYears_IsNotBelieved(string status, string? verified, bool unconfirmed) => Assert.Equal(
        unconfirmed, StudyFlags.IsUnconfirmedOpen(status, verified is null ? null : PartialDate.FromRecord(verified), Records.Today));

    [Fact]
    public void Sites_OfAnUnconfirmedStudy_AreNotOpen()
    {
        var view = Records.View("""
            "statusModule":{"overallStatus":"RECRUITING","statusVerifiedDate":"2021-03"},
            "contactsLocationsModule":{"locations":[{"city":"Graz","country":"Austria","status":"RECRUITING"}]}
            """);

        Assert.Equal(0, StudySites.CountOpen(view));
        Assert.DoesNotContain("recruiting", StudySentences.Where(Records.English, view), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"overallStatus":"COMPLETED"}""", "None posted.")]
    [InlineData("""{"overallStatus":"COMPLETED","primaryCompletionDateStruct":{"date":"2020-01-31","type":"ACTUAL"} }""", "Not posted, though they seem to have been due by 31 January 2021.")]
    public void Results_SayWhetherTheyAreOverdue(string status, string sentence) => Assert.Equal(sentence, StudySentences.Results(
        Records.English, Records.View($$"""
            "statusModule":{{status}},"designModule":{"studyType":"INTERVENTIONAL","phases":["PHASE3"]},"oversightModule":{"isFdaRegulatedDrug":true}
            """)));
}
