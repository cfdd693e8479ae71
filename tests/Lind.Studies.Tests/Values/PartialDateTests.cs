namespace Lind.Studies.Tests.Values;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("2019", DatePrecision.Year, "2019-01-01", "2019-12-31")]
    [InlineData("2019-03", DatePrecision.Month, "2019-03-01", "2019-03-31")]
    [InlineData("2020-02", DatePrecision.Month, "2020-02-01", "2020-02-29")]
    [InlineData("1900-02", DatePrecision.Month, "1900-02-01", "1900-02-28")]
    [InlineData("2019-03-14", DatePrecision.Day, "2019-03-14", "2019-03-14")]
    [InlineData("2020-02-29", DatePrecision.Day, "2020-02-29", "2020-02-29")]
    [InlineData("0001", DatePrecision.Year, "0001-01-01", "0001-12-31")]
    public void Parse_ADate_KeepsPrecisionAndRange(string text, DatePrecision precision, string first, string last)
    {
        var date = PartialDate.Parse(text).Value;

        Assert.Equal(precision, date.Precision);
        Assert.Equal((DateOnly.Parse(first), DateOnly.Parse(last)), date.Range);
        Assert.Equal(text, date.ToString());
        Assert.Equal(date, PartialDate.FromRecord(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0000")]
    [InlineData("2019-13")]
    [InlineData("2019-00")]
    [InlineData("2019-02-29")]
    [InlineData("2019-01-00")]
    [InlineData("2019-1")]
    [InlineData("2019-1\0")]
    [InlineData("2019/03")]
    [InlineData("2019-03-14T00:00")]
    [InlineData("March 2019")]
    [InlineData("+019")]
    [InlineData("２０１９")]
    public void FromRecord_TextThatIsNoDate_IsKept(string text)
    {
        var date = PartialDate.FromRecord(text);

        Assert.False(PartialDate.Parse(text).Success);
        Assert.False(date.IsDate);
        Assert.Equal(DatePrecision.None, date.Precision);
        Assert.Equal(text, date.ToString());
        Assert.Throws<InvalidOperationException>(() => date.Range);
    }

    [Fact]
    public void Order_IsByFirstDayThenPrecisionThenText()
    {
        string[] ordered = ["2018-12-31", "2019", "2019-01", "2019-01-01", "2019-01-02", "2019-02", "2020", "a", "b"];
        var random = new Random(5);

        Assert.Equal(ordered, ordered.OrderBy(_ => random.Next()).Select(PartialDate.FromRecord).Order()
            .Select(date => date.ToString()));
    }

    [Fact]
    public void Equality_NeedsTheSamePrecision()
    {
        Assert.NotEqual(PartialDate.FromRecord("2019-03"), PartialDate.FromRecord("2019-03-01"));
        Assert.Equal(PartialDate.FromRecord("x"), PartialDate.FromRecord("x"));
        Assert.Equal(PartialDate.FromDate(new DateOnly(2019, 3, 1)), PartialDate.FromRecord("2019-03-01"));
        Assert.True(PartialDate.FromRecord("2019") < PartialDate.FromRecord("2020"));
        Assert.False(default(PartialDate).IsDate);
        Assert.Equal("", default(PartialDate).ToString());
    }

    [Fact]
    public void FromRecord_EveryDayOfACentury_RoundTrips()
    {
        for (var day = new DateOnly(1950, 1, 1); day.Year < 2050; day = day.AddDays(1))
        {
            var text = day.ToString("yyyy-MM-dd");
            Assert.Equal((day, day), PartialDate.FromRecord(text).Range);
            Assert.Equal(text, PartialDate.FromDate(day).ToString());
        }
    }
}
