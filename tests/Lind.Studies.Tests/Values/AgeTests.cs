namespace Lind.Studies.Tests.Values;

public sealed class AgeTests
{
    [Theory]
    [InlineData("18 Years", 18, AgeUnit.Year)]
    [InlineData("1 Year", 1, AgeUnit.Year)]
    [InlineData("6 Months", 6, AgeUnit.Month)]
    [InlineData("1 Month", 1, AgeUnit.Month)]
    [InlineData("37 Weeks", 37, AgeUnit.Week)]
    [InlineData("28 Days", 28, AgeUnit.Day)]
    [InlineData("24 Hours", 24, AgeUnit.Hour)]
    [InlineData("5 Minutes", 5, AgeUnit.Minute)]
    [InlineData("0 years", 0, AgeUnit.Year)]
    public void Parse_NumberAndUnit_KeepsTheText(string text, int number, AgeUnit unit)
    {
        var age = Age.Parse(text).Value;

        Assert.Equal((number, unit, true), (age.Number, age.Unit, age.IsAge));
        Assert.Equal(text, age.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("N/A")]
    [InlineData("18")]
    [InlineData("18Years")]
    [InlineData("-1 Years")]
    [InlineData("1.5 Years")]
    [InlineData("18 Yearss")]
    [InlineData("99999999999 Years")]
    [InlineData(" 18 Years")]
    public void FromRecord_TextOfAnotherForm_IsKept(string text)
    {
        Assert.False(Age.Parse(text).Success);
        Assert.False(Age.FromRecord(text).IsAge);
        Assert.Equal(text, Age.FromRecord(text).ToString());
    }

    [Fact]
    public void Order_IsByLengthWhateverTheUnit()
    {
        string[] ordered =
        [
            "0 Days", "59 Minutes", "1 Hour", "23 Hours", "1 Day", "6 Days", "1 Week", "4 Weeks", "1 Month", "11 Months",
            "51 Weeks", "1 Year", "13 Months", "18 Years", "2147483647 Years", "N/A",
        ];

        Assert.Equal(ordered, ordered.Reverse().Select(Age.FromRecord).Order().Select(age => age.ToString()));
        Assert.Equal(Age.FromRecord("12 Months").TotalMinutes, Age.FromRecord("1 Year").TotalMinutes);
        Assert.NotEqual(Age.FromRecord("12 Months"), Age.FromRecord("1 Year"));
        Assert.Equal(1.5, Age.FromRecord("18 Months").TotalYears);
        Assert.True(Age.FromRecord("6 Months") < Age.FromRecord("1 Year"));
    }
}
