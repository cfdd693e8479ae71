using Lind.Studies.Xml.Forms;

namespace Lind.Studies.Tests.Xml;

public sealed class MarkupTextTests
{
    [Theory]
    [InlineData("a < b > c", @"a \< b \> c")]
    [InlineData("10^3 [cells] ~5 & more*", @"10\^3 \[cells\] \~5 \& more\*")]
    [InlineData("snake_case _alone_", @"snake_case \_alone\_")]
    [InlineData("two   blanks", "two blanks")]
    [InlineData("1. not a list", @"1\. not a list")]
    [InlineData("2) nor this", @"2\) nor this")]
    [InlineData("2.5 mg", "2.5 mg")]
    [InlineData("- dash", @"\- dash")]
    [InlineData("-5 degrees", "-5 degrees")]
    [InlineData("   ", null)]
    public void FromRaw_OneLine_EscapesWhatTheRegistryEscapes(string raw, string? markup) =>
        Assert.Equal(markup, MarkupText.FromRaw(raw));

    [Theory]
    [InlineData("first\r\nsecond", "first\n\nsecond")]
    [InlineData("list:\n- one\n- two\nend", "list:\n\n* one\n* two\n\nend")]
    [InlineData("1. one\n2. two", "1. one\n2. two")]
    [InlineData("\n\n a \n\n\n b \n", "a\n\nb")]
    public void FromRaw_Lines_BecomeParagraphsAndLists(string raw, string markup) =>
        Assert.Equal(markup, MarkupText.FromRaw(raw));

    [Fact]
    public void FromBlock_WrappedParagraphs_AreJoined() => Assert.Equal("One two three.\n\nNext.",
        MarkupText.FromBlock("\n      One two\r\n      three.\r\n\r\n      Next.\r\n    "));

    [Fact]
    public void FromBlock_NestedBullets_StandUnderTheirItem() => Assert.Equal(
        "Inclusion Criteria:\n\n* First that goes on\n* Second:\n\n  * inner a\n  * inner b\n* Third",
        MarkupText.FromBlock("\n        Inclusion Criteria:\n\n          -  First that\n             goes on\n\n"
            + "          -  Second:\n\n               -  inner a\n\n               -  inner b\n\n          -  Third\n      "));

    [Fact]
    public void FromBlock_NumbersOfTwoWidths_AreOneList() => Assert.Equal("9. nine\n10. ten\n\n    * inner",
        MarkupText.FromBlock("\n          9. nine\n\n         10. ten\n\n               -  inner\n      "));

    [Fact]
    public void FromBlock_FirstLineIsAnItem_IsOne() => Assert.Equal("* a goes on\n* b",
        MarkupText.FromBlock("\n      -  a\n           goes on\n\n        -  b\n    "));

    [Fact]
    public void FromBlock_ListsOfTwoKinds_AreKeptApart() => Assert.Equal("* a\n\n<!-- -->\n\n1. b",
        MarkupText.FromBlock("\n          -  a\n\n          1. b\n      "));

    [Fact]
    public void FromBlock_ParagraphInAnItem_StaysInIt() => Assert.Equal("* a\n\n  more\n* b",
        MarkupText.FromBlock("\n          -  a\n\n             more\n\n          -  b\n      "));

    [Theory]
    [InlineData("\n    ")]
    [InlineData("")]
    public void FromBlock_Blank_IsNothing(string block) => Assert.Null(MarkupText.FromBlock(block));

    [Fact]
    public void FromBlock_AnyText_LosesNoWord()
    {
        var random = new Random(7);
        string[] pieces = ["word", "\n", " ", "  -  ", "1. ", "     ", "\r\n\r\n", "*", "x_y", "\t", "é", "10."];
        for (var round = 0; round < 2_000; round++)
        {
            var block = string.Concat(Enumerable.Range(0, 30).Select(_ => pieces[random.Next(pieces.Length)]));
            foreach (var markup in new[] { MarkupText.FromBlock(block), MarkupText.FromRaw(block) })
            {
                Assert.Equal(Words(block), Words(markup ?? ""));
            }
        }
    }

    private static string Words(string text) => string.Concat(text.Where(char.IsLetter));
}
