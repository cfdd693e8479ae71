using System.Text;
using System.Text.RegularExpressions;
using Lind.Studies.Markup;

namespace Lind.Fuzz.Targets;

/// <summary>Markup as HTML: only our own elements, only harmless links, no letter lost in the plain text.</summary>
internal sealed partial class MarkupTarget : FuzzTarget
{
    public override string Name => "markup";

    public override IReadOnlyList<byte[]> Samples { get; } =
    [
        .. new[]
        {
            "Inclusion Criteria:\n\n* one \\> two\n* [link](https://example.org)\n\n  1. inner\n\nEnd", "<script>alert(1)</script>",
            "<!-- -->\n\n1. a\n2. b", "<https://example.org> a\\*b _c_ `d`", "[x](javascript:alert(1)) ![y](z)", "a\n===\n\n> q\n\n    code",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    public override IReadOnlyList<string> Tokens =>
        ["\n\n", "* ", "1. ", "  ", "\\", "[", "](", ")", "<", ">", "javascript:", "data:", "`", "#", "&lt;", "&#x6A;", "://", "\" onclick=\""];

    public override void Run(byte[] input)
    {
        var markup = Encoding.UTF8.GetString(input);
        var html = StudyMarkup.ToHtml(markup);
        StudyMarkup.ToText(markup);
        foreach (Match tag in Tag().Matches(html))
        {
            Demand(Allowed().IsMatch(tag.Value), $"the tag {tag.Value}");
        }
    }

    [GeneratedRegex("<[^>]*>?")]
    private static partial Regex Tag();

    [GeneratedRegex("""
        ^<(/?(p|ul|ol|li|br|a)( ?/)?|ol start="[0-9]+"|a href="(https?://|mailto:)[^"<>]*"( [a-z]+="[^"<>]*")*)>$
        """)]
    private static partial Regex Allowed();
}
