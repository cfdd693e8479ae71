using System.Text.RegularExpressions;
using Lind.TestKit;

namespace Lind.Web.Tests.Api;

/// <summary><c>docs/api-coverage.md</c> says what is the same and what differs, each line with its test: those tests are
/// there.</summary>
public sealed partial class CoverageDocumentTests
{
    private static readonly string Root = Repository.Root;

    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Root, "docs", "api-coverage.md"));

    [Fact]
    public void Document_EveryTestNamed_Exists()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Select(path => (Class: Path.GetFileNameWithoutExtension(path), Text: File.ReadAllText(path)))
            .ToLookup(file => file.Class, file => file.Text);

        var named = Lines.SelectMany(line => TestName().Matches(line)).ToArray();
        var missing = named.Where(name => !sources[name.Groups["class"].Value].Any(text =>
            Regex.IsMatch(text, $@"\b(Task|void) {name.Groups["method"].Value}{(name.Groups["more"].Success ? "" : @"\(")}")
            || !name.Groups["method"].Success)).Select(name => name.Value);

        Assert.True(named.Length > 60);
        Assert.Empty(missing);
    }

    [Fact]
    public void Document_EveryLineOfATable_NamesATest()
    {
        var rows = Lines.Where(line => line.StartsWith("| ", StringComparison.Ordinal)
            && !line.EndsWith("| test |", StringComparison.Ordinal)).ToArray();

        Assert.True(rows.Length > 45);
        Assert.All(rows, row => Assert.Matches(TestName(), row.TrimEnd('|', ' ').Split(" | ")[^1]));
    }

    [GeneratedRegex(@"`(?<class>[A-Z]\w+Tests)(\.(?<method>[A-Z]\w+)(?<more>…)?)?`")]
    private static partial Regex TestName();
}
