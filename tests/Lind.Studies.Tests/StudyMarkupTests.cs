using System.Text;
using Lind.Studies.Markup;

namespace Lind.Studies.Tests;

public sealed class StudyMarkupTests
{
    [Theory]
    [InlineData("Plain.", "<p>Plain.</p>\n")]
    [InlineData("age \\> 18 \\[x\\] 5\\*3 10\\^9", "<p>age &gt; 18 [x] 5*3 10^9</p>\n")]
    [InlineData("A\nB", "<p>A<br />\nB</p>\n")]
    [InlineData("One:\n\n* a\n* b", "<p>One:</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n")]
    [InlineData("3. c\n4. d", "<ol start=\"3\">\n<li>c</li>\n<li>d</li>\n</ol>\n")]
    [InlineData("* a\n\n  * b", "<ul>\n<li><p>a</p>\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n")]
    [InlineData("    * deep", "<p>* deep</p>\n")]
    [InlineData("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n")]
    [InlineData("<b onclick=x>", "<p>&lt;b onclick=x&gt;</p>\n")]
    [InlineData("> 18 years", "<p>&gt; 18 years</p>\n")]
    [InlineData("* > 18 years", "<ul>\n<li>&gt; 18 years</li>\n</ul>\n")]
    [InlineData("# participants", "<p># participants</p>\n")]
    [InlineData("A\n---", "<p>A<br />\n---</p>\n")]
    [InlineData("    indented", "<p>indented</p>\n")]
    [InlineData("5*3*2 and *this*", "<p>5*3*2 and *this*</p>\n")]
    [InlineData("`code`", "<p>`code`</p>\n")]
    [InlineData("[1]: http://a.example Smith", "<p>[1]: http://a.example Smith</p>\n")]
    [InlineData("* [1]: x", "<ul>\n<li>[1]: x</li>\n</ul>\n")]
    [InlineData("[a](https://a.example/?x=1&y)", "<p><a href=\"https://a.example/?x=1&amp;y\" " +
        "rel=\"nofollow noopener noreferrer\">a</a></p>\n")]
    [InlineData("[a](javascript:alert(1))", "<p>a</p>\n")]
    [InlineData("[a](JAVASCRIPT&#58;alert(1))", "<p>a</p>\n")]
    [InlineData("[a](/etc/passwd)", "<p>a</p>\n")]
    [InlineData("[a](data:text/html;base64,x)", "<p>a</p>\n")]
    [InlineData("![pic](https://a.example/i.png)", "<p>pic</p>\n")]
    [InlineData("<https://a.example>", "<p><a href=\"https://a.example/\" " +
        "rel=\"nofollow noopener noreferrer\">https://a.example</a></p>\n")]
    [InlineData("<javascript:alert(1)>", "<p>&lt;javascript:alert(1)&gt;</p>\n")]
    [InlineData("&lt;img src=x onerror=y&gt;", "<p>&lt;img src=x onerror=y&gt;</p>\n")]
    public void ToHtml_Text_IsShownSafelyAndWhole(string markup, string html) =>
        Assert.Equal(html, StudyMarkup.ToHtml(markup));

    [Theory]
    [InlineData("One:\n\n* a \\> 1\n* b\n  * c", "One:\na > 1\nb\nc")]
    [InlineData("a < b & c", "a < b & c")]
    [InlineData("[words](https://a.example)", "words")]
    public void ToText_Markup_IsGone(string markup, string text) => Assert.Equal(text, StudyMarkup.ToText(markup));

    [Theory]
    [InlineData("a \\> b\\\\c \\x \\", "a > b\\c \\x \\")]
    [InlineData("é\\_é", "é_é")]
    [InlineData("", "")]
    public void Unescape_TextAndBytes_Agree(string markup, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(markup);

        Assert.Equal(text, StudyMarkup.Unescape(markup));
        Assert.Equal(text, Encoding.UTF8.GetString(bytes, 0, StudyMarkup.Unescape(bytes, bytes)));
    }

    public static TheoryData<string> Bombs => new(
        new string('[', 49_000),
        new string('*', 49_000),
        string.Concat(Enumerable.Repeat("* ", 20_000)),
        string.Concat(Enumerable.Repeat("1. ", 16_000)),
        string.Concat(Enumerable.Repeat("![", 24_000)),
        string.Concat(Enumerable.Repeat("_a*b", 12_000)),
        new string('<', 50_000),
        new string('x', StudyMarkup.MaxLength + 1) + "<b>",
        string.Concat(Enumerable.Range(0, 300).Select(i => new string(' ', i * 2) + "* a\n")));

    [Theory, MemberData(nameof(Bombs))]
    public void ToHtml_HostileText_IsShownInert(string markup)
    {
        Assert.DoesNotContain("<b>", StudyMarkup.ToHtml(markup), StringComparison.Ordinal);
        StudyMarkup.ToText(markup);
    }

    /// <summary>No word of a real criteria text gets lost on the way to text.</summary>
    [Fact]
    public void ToText_SharedCriteria_KeepEveryWord()
    {
        foreach (var line in SharedStudies.Lines(SharedStudies.Studies).Take(500))
        {
            var study = Lind.Studies.Json.StudyJson.Read(Encoding.UTF8.GetBytes(line));
            var markup = study.ProtocolSection?.EligibilityModule?.EligibilityCriteria ?? "";

            Assert.Equal(Words(StudyMarkup.Unescape(markup)), Words(StudyMarkup.ToText(markup)));
        }
    }

    // Letters only: list numbers are markup.
    private static string Words(string text) => string.Concat(text.Where(char.IsLetter));

    [Theory]
    [InlineData("***", "<p>***</p>\n")]
    [InlineData("a\n\n- - -", "<p>a</p>\n<p>---</p>\n")]
    public void ToHtml_ALineOfSigns_StaysText(string markup, string html) => Assert.Equal(html, StudyMarkup.ToHtml(markup));

    [Fact]
    public void ToHtml_BracketsNestedTooDeeply_AreShownPlain()
    {
        var brackets = new string('[', 5_000);
        Assert.Equal($"<p>{brackets}</p>\n", StudyMarkup.ToHtml(brackets));
        Assert.Equal(brackets, StudyMarkup.ToText(brackets));
    }
}
