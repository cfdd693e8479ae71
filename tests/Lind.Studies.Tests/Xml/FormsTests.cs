using Lind.Studies.Fields;
using Lind.Studies.Xml.Forms;

namespace Lind.Studies.Tests.Xml;

public sealed class FormsTests
{
    [Theory]
    [InlineData("March 1, 2020", "2020-03-01")]
    [InlineData("March 2020", "2020-03")]
    [InlineData("2020", "2020")]
    [InlineData("2020-03-01", "2020-03-01")]
    [InlineData("12/2020", "2020-12")]
    [InlineData("February 29, 2020", "2020-02-29")]
    [InlineData("February 30, 2020", null)]
    [InlineData("Unknown", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Iso_WrittenDates_KeepTheirPrecision(string? text, string? iso) => Assert.Equal(iso, Dates.Iso(text));

    [Theory]
    [InlineData("ClinicalTrials.gov processed this data on July 28, 2020", "2020-07-28")]
    [InlineData("Information obtained from ClinicalTrials.gov on April 03, 2012.", "2012-04-03")]
    [InlineData("ClinicalTrials.gov processed this data on July 2020", null)]
    [InlineData("processed lately", null)]
    [InlineData(null, null)]
    public void Stamp_EndsTheSentenceOfTheDownload(string? sentence, string? stamp) => Assert.Equal(stamp, Dates.Stamp(sentence));

    [Theory]
    [InlineData(null, null, "CHILD,ADULT,OLDER_ADULT")]
    [InlineData("18 Years", null, "ADULT,OLDER_ADULT")]
    [InlineData("18 Years", "64 Years", "ADULT")]
    [InlineData("18 Years", "65 Years", "ADULT,OLDER_ADULT")]
    [InlineData(null, "17 Years", "CHILD")]
    [InlineData(null, "18 Years", "CHILD,ADULT")]
    [InlineData("6 Months", "23 Months", "CHILD")]
    [InlineData("2 Days", "28 Days", "CHILD")]
    [InlineData("65 Years", null, "OLDER_ADULT")]
    public void Groups_OfAnAgeRange_AreThoseItTouches(string? low, string? high, string groups) =>
        Assert.Equal(groups, string.Join(',', Ages.Groups(low, high)));

    [Fact]
    public void Of_EveryOlderLabelOfTheRegistry_IsItsCode() =>
        Assert.All(StudyEnums.All.SelectMany(list => list.Values),
            value => Assert.Equal(value.Value, Codes.Of(value.LegacyValue)));

    [Theory]
    [InlineData("Active, not recruiting", "ACTIVE_NOT_RECRUITING")]
    [InlineData("N/A", "NA")]
    [InlineData("Both", "ALL")]
    [InlineData("U.S. Fed", "FED")]
    [InlineData("Anticipated", "ESTIMATED")]
    [InlineData("Something else: new", "SOMETHING_ELSE_NEW")]
    [InlineData("???", "???")]
    public void Of_LabelsOfTheXml_AreCodes(string label, string code) => Assert.Equal(code, Codes.Of(label));
}
