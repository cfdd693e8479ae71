using System.Text.RegularExpressions;
using Lind.TestKit;

namespace Lind.Web.Tests.Portal;

/// <summary>The page of components shows every part that is used on more than one page.</summary>
public sealed partial class ComponentsPageTests
{
    // Compositions that make up one page of their own, and are looked at there.
    private static readonly string[] OfOnePage =
    [
        "LandscapeChart", "LandscapeTable", "PatientNotice", "ResultDownload", "SearchCharts", "SearchDetailsPanel", "SearchHead", "SearchMap",
        "SearchNotices", "StudyContents", "StudyHeadPanel", "StudyMeta", "TopicBranches", "VersionChanges", "VersionOutcome", "VersionSelect", "VersionValues",
    ];

    [Fact]
    public void EveryComponent_IsShown_OrMakesUpAPageOfItsOwn()
    {
        var files = Directory.EnumerateFiles(Repository.PathOf("src", "Lind.Web", "Portal"), "*.razor", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path)!, File.ReadAllText);
        var shown = new HashSet<string>();
        var waiting = new Queue<string>(["ComponentsPage"]);
        while (waiting.TryDequeue(out var name))
        {
            if (files.TryGetValue(name, out var text) && shown.Add(name))
            {
                foreach (Match tag in Tag().Matches(text))
                {
                    waiting.Enqueue(tag.Groups[1].Value);
                }
            }
        }

        var components = files.Where(file => !file.Value.Contains("<PortalPage", StringComparison.Ordinal) && !file.Key.StartsWith('_')).Select(file => file.Key);
        Assert.Empty(components.Except(shown).Except(OfOnePage));
    }

    [GeneratedRegex("<([A-Z][A-Za-z]+)")]
    private static partial Regex Tag();
}
