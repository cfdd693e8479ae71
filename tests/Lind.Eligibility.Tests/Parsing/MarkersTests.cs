using Lind.Eligibility.Parsing;

namespace Lind.Eligibility.Tests.Parsing;

public sealed class MarkersTests
{
    [Theory]
    [InlineData("* a", "*")]
    [InlineData("- a", "-")]
    [InlineData("-a", "-")]
    [InlineData("\\- a", "\\-")]
    [InlineData("– a", "–")]
    [InlineData("•a", "•")]
    [InlineData("o a", "o")]
    [InlineData("➢ a", "➢")]
    [InlineData("1. a", "1.")]
    [InlineData("12) a", "12)")]
    [InlineData("1.Age", "1.")]
    [InlineData("1\\. a", "1\\.")]
    [InlineData("(3) a", "(3)")]
    [InlineData("1.2. a", "1.2.")]
    [InlineData("a. x", "a.")]
    [InlineData("b) x", "b)")]
    [InlineData("(c) x", "(c)")]
    [InlineData("iv. x", "iv.")]
    [InlineData("II) x", "II)")]
    public void At_ABulletOrNumber_IsFound(string line, string marker) =>
        Assert.Equal(marker, line[..Markers.At(line).Length]);

    [Theory]
    [InlineData("a")]
    [InlineData("or x")]
    [InlineData("-5 degrees")]
    [InlineData("1.5 mg/dl")]
    [InlineData("18 years")]
    [InlineData("2019. A year")]
    [InlineData("e.g. x")]
    [InlineData("i.e. x")]
    [InlineData("*footnote")]
    [InlineData("**bold**")]
    [InlineData("(or else) x")]
    [InlineData("#hash")]
    [InlineData(">= 18")]
    [InlineData("\\> 18")]
    [InlineData("+1 x")]
    public void At_Words_AreNoMarker(string line) => Assert.Equal(0, Markers.At(line).Length);
}
