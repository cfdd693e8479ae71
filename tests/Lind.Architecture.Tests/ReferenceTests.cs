using System.Xml.Linq;
using Lind.TestKit;

namespace Lind.Architecture.Tests;

/// <summary>References between the projects point one way, as ARCHITECTURE.md draws them.</summary>
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Lind.Studies"] = [],
        ["Lind.Index"] = [],
        ["Lind.Search"] = ["Lind.Studies", "Lind.Index"],
        ["Lind.Eligibility"] = ["Lind.Studies"],
        ["Lind.Store"] = ["Lind.Studies"],
        ["Lind.Store.Sqlite"] = ["Lind.Store"],
        ["Lind.Registry"] = ["Lind.Studies", "Lind.Search", "Lind.Eligibility", "Lind.Store"],
        ["Lind.Web"] = ["Lind.Registry"],
        ["Lind.Cli"] = ["Lind.Web", "Lind.Registry", "Lind.Store.Sqlite"],
    };

    public static TheoryData<string> Projects => [.. Directory
        .EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories)
        .Select(path => Path.GetFileNameWithoutExtension(path)!)];

    [Theory, MemberData(nameof(Projects))]
    public void Project_References_OnlyWhatTheHouseAllows(string project)
    {
        var file = XDocument.Load(Repository.PathOf("src", project, $"{project}.csproj"));
        var references = file.Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!));

        Assert.True(Allowed.ContainsKey(project), $"{project} has no row in the table of allowed references");
        Assert.Empty(references.Except(Allowed[project]));
    }
}
