using System.Text;
using System.Text.RegularExpressions;
using Lind.Eligibility.Criteria;
using Lind.TestKit;

namespace Lind.Eligibility.Tests;

/// <summary>Runs the examples of <c>specs/eligibility/splitting.md</c>.</summary>
public sealed partial class SplittingSpecTests
{
    public static TheoryData<int, string, string> Examples
    {
        get
        {
            var data = new TheoryData<int, string, string>();
            var text = File.ReadAllText(Repository.PathOf("specs", "eligibility", "splitting.md"));
            foreach (Match example in Example().Matches(text))
            {
                var line = text.AsSpan(0, example.Index).Count('\n') + 1;
                data.Add(line, example.Groups["text"].Value, example.Groups["found"].Value);
            }

            return data;
        }
    }

    [Fact]
    public void Examples_AreFound() => Assert.True(Examples.Count >= 20);

    [Theory, MemberData(nameof(Examples))]
    public void Split_AnExampleOfTheSpec_IsAsWritten(int line, string text, string found)
    {
        var shown = Show(CriteriaText.Split(text));

        Assert.True(found == shown, $"splitting.md line {line}: found\n{shown}");
    }

    private static string Show(CriteriaText criteria)
    {
        var lines = new StringBuilder();
        foreach (var section in criteria.Sections)
        {
            lines.Append($"{"?+-"[(int)section.Kind]} {section.Heading?.Of(criteria.Text)}".TrimEnd()).Append('\n');
            foreach (var item in section.Items)
            {
                Show(criteria.Text, item, "  ", lines);
            }
        }

        return lines.ToString();
    }

    private static void Show(string text, Criterion item, string indent, StringBuilder lines)
    {
        var words = LineBreak().Replace(item.Text.Of(text), " | ");
        lines.Append(indent).Append(item.IsHeading ? "# " : "").Append(words).Append('\n');
        foreach (var child in item.Children)
        {
            Show(text, child, indent + "  ", lines);
        }
    }

    [GeneratedRegex("""^```example\n(?<text>.*?)\n\.\n(?<found>.*?)^```$""",
        RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex LineBreak();
}
