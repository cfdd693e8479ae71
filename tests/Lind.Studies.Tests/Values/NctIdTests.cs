using System.Text;

namespace Lind.Studies.Tests.Values;

public sealed class NctIdTests
{
    [Theory]
    [InlineData("NCT04325594", 4325594)]
    [InlineData("NCT00000001", 1)]
    [InlineData("NCT99999999", 99_999_999)]
    public void Parse_ARecordsId_RoundTrips(string text, int number)
    {
        var id = NctId.Parse(text).Value;

        Assert.Equal(number, id.Number);
        Assert.Equal(text, id.ToString());
        Assert.Equal(id, NctId.FromNumber(number));
        Assert.True(NctId.TryParse(Encoding.ASCII.GetBytes(text), out var fromBytes));
        Assert.Equal(id, fromBytes);
        Assert.Equal(text, $"{id}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("NCT")]
    [InlineData("nct04325594")]
    [InlineData("NCT4325594")]
    [InlineData("NCT0432559\0")]
    [InlineData("NCT004325594")]
    [InlineData("NCT00000000")]
    [InlineData("NCT0432559x")]
    [InlineData("NCT-4325594")]
    [InlineData("NCT+4325594")]
    [InlineData("NCT ４３２５５９４")]
    [InlineData(" NCT04325594")]
    public void Parse_AnythingElse_FailsAndSaysSo(string text)
    {
        Assert.StartsWith("not an NCT number", NctId.Parse(text).Error, StringComparison.Ordinal);
        Assert.False(NctId.TryParse(Encoding.UTF8.GetBytes(text), out _));
    }

    [Theory]
    [InlineData("nct4325594", 4325594)]
    [InlineData("NCT04325594", 4325594)]
    [InlineData("Nct0000000000000000001", 1)]
    [InlineData("NCT99999999", 99_999_999)]
    public void ParseRequest_TheRegistrysLoosePattern_IsTaken(string text, int number) =>
        Assert.Equal(number, NctId.ParseRequest(text).Value.Number);

    [Theory]
    [InlineData("NCT0")]
    [InlineData("NCT123456789")]
    [InlineData("4325594")]
    [InlineData("NCT1 ")]
    [InlineData("NCT")]
    public void ParseRequest_AnythingElse_Fails(string text) => Assert.False(NctId.ParseRequest(text).Success);

    [Fact]
    public void Order_IsByNumber()
    {
        var low = NctId.FromNumber(7);
        var high = NctId.FromNumber(70);

        Assert.True(low < high && high > low && low <= high && high >= low);
        Assert.Equal([low, high], new[] { high, low }.Order());
        Assert.False(default(NctId).IsValid);
        Assert.Throws<ArgumentOutOfRangeException>(() => NctId.FromNumber(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => NctId.FromNumber(100_000_000));
    }

    [Fact]
    public void Value_OfAFailure_ThrowsWithTheReason() =>
        Assert.Contains("'x'", Assert.Throws<FormatException>(() => NctId.Parse("x").Value).Message,
            StringComparison.Ordinal);
}
