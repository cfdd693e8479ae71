using System.Text.RegularExpressions;
using Lind.Studies.Fields;
using Lind.TestKit;
using Lind.Web.Portal;

namespace Lind.Web.Tests.Portal;

public sealed partial class WordsTests
{
    [Fact]
    public void EveryKeyWrittenInThePages_HasItsText()
    {
        var used = Sources().SelectMany(text => KeyUse().Matches(text)).Select(match => match.Groups[1].Value).Distinct();
        var missing = used.Where(key => Records.English.Find(key) is null && Records.English.Find(key + ".other") is null).Order();
        Assert.Empty(missing);
    }

    [Fact]
    public void EveryRegistryCode_HasItsWords()
    {
        var lists = StudyEnums.All.Where(list => Records.English.Keys.Any(key => key.StartsWith($"code.{list.Type}.", StringComparison.Ordinal)));
        var missing = lists.SelectMany(list => list.Values.Select(value => $"code.{list.Type}.{value.Value}"))
            .Where(key => Records.English.Find(key) is null).Order();
        Assert.Empty(missing);
    }

    [Fact]
    public void Code_Unknown_IsKeptAndSpeltOut() => Assert.Equal("Some new code", Records.English.Code("Phase", "SOME_NEW_CODE"));

    [Fact]
    public void EveryRegistryCode_IsExplained()
    {
        var glossary = new Glossary(Records.English);
        var missing = StudyEnums.All.SelectMany(list => list.Values.Where(value => glossary.Find(list.Type, value.Value) is null)
            .Select(value => $"{list.Type}.{value.Value}"));
        Assert.Empty(missing);
        Assert.All(glossary.Codes.SelectMany(list => list.Codes), entry => Assert.EndsWith(".", entry.Text, StringComparison.Ordinal));
        Assert.DoesNotContain(glossary.Codes.SelectMany(list => list.Codes), entry => entry.Text.StartsWith('['));
    }

    [Fact]
    public void Glossary_EntriesAreWholeAndUnique()
    {
        var entries = new Glossary(Records.English).Terms;
        Assert.True(entries.Count > 60);
        Assert.All(entries, entry => Assert.EndsWith(".", entry.Text, StringComparison.Ordinal));
        Assert.Equal(entries.Count, entries.Select(entry => entry.Term).Distinct().Count());
    }

    private static IEnumerable<string> Sources() => new[] { "*.razor", "*.cs" }
        .SelectMany(pattern => Directory.EnumerateFiles(Repository.PathOf("src", "Lind.Web", "Portal"), pattern, SearchOption.AllDirectories))
        .Select(File.ReadAllText);

    // W["key"], words.Say("key", …) and Count("key", …); keys put together at run time end in a dot and are left to the page tests.
    [GeneratedRegex("""(?:\bW|\bwords)(?:\[|\.Say\(|\.Count\()"([a-zA-Z.-]+[a-zA-Z])"[\],]""")]
    private static partial Regex KeyUse();
}
