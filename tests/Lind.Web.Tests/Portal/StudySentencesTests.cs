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
    [InlineData("""{"minimumAge":"6 Months","maximumAge":"5 Years","sex":"FEMALE"}""", "People from 6 months to 5 years of age, female.")]
    [InlineData("""{"sex":"MALE","healthyVolunteers":true}""", "People of any age, male. Healthy volunteers are accepted.")]
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
}
