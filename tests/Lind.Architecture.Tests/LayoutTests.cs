using System.Text.RegularExpressions;
using Lind.TestKit;

namespace Lind.Architecture.Tests;

/// <summary>Where things may stand: rules that the compiler does not check.</summary>
public sealed partial class LayoutTests
{
    private const int LongestFile = 400;

    /// <summary>Inside the engine every folder may use only what stands left of it here.</summary>
    private static readonly string[] EngineOrder =
        ["Storage", "Encoding", "Text", "Terms", "Postings", "Columns", "Vectors", "Segments", "Queries", "Collectors"];

    [Fact]
    public void SourceFile_Length_StaysReadable()
    {
        var tooLong = SourceFile.Below("src").Where(file => file.Lines.Length > LongestFile)
            .Select(file => $"{file.Path}: {file.Lines.Length} lines");

        Assert.Empty(tooLong);
    }

    [Fact]
    public void Engine_Folders_UseOnlyWhatStandsBelowThem()
    {
        var wrong =
            from file in SourceFile.Below("src", "Lind.Index")
            let own = Array.IndexOf(EngineOrder, file.Path.Split('/')[2])
            where own >= 0
            from used in file.Usings
            where used.StartsWith("Lind.Index.", StringComparison.Ordinal)
            let other = Array.IndexOf(EngineOrder, used.Split('.')[2])
            where other > own
            select $"{file.Path} uses {used}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void Engine_KnowsNoTrials()
    {
        var medical =
            from file in SourceFile.Below("src", "Lind.Index")
            from line in file.Lines
            where TrialWords().IsMatch(line)
            select $"{file.Path}: {line.Trim()}";

        Assert.Empty(medical);
    }

    [Fact]
    public void ApiAndPortal_DoNotUseEachOther()
    {
        var api = SourceFile.Below("src", "Lind.Web").Where(file => file.Path.Contains("/Api/", StringComparison.Ordinal))
            .Where(file => file.Usings.Any(name => name.StartsWith("Lind.Web.Portal", StringComparison.Ordinal)));
        var portal = SourceFile.Below("src", "Lind.Web").Where(file => file.Path.Contains("/Portal/", StringComparison.Ordinal))
            .Where(file => file.Usings.Any(name => name.StartsWith("Lind.Web.Api", StringComparison.Ordinal)));

        Assert.Empty(api.Concat(portal).Select(file => file.Path));
    }

    [Fact]
    public void Sql_StandsOnlyInTheDialectProjects()
    {
        var outside =
            from file in SourceFile.Below("src")
            where !file.Path.StartsWith("src/Lind.Store.", StringComparison.Ordinal)
            from line in file.Lines
            where SqlStatement().IsMatch(line)
            select $"{file.Path}: {line.Trim()}";

        Assert.Empty(outside);
    }

    [Fact]
    public void Types_Names_SayWhatTheyAre()
    {
        var vague =
            from file in SourceFile.Below("src")
            from line in file.Lines
            where VagueName().IsMatch(line)
            select $"{file.Path}: {line.Trim()}";

        Assert.Empty(vague);
    }

    [Fact]
    public void Classes_AreSealedStaticOrAbstract()
    {
        var open =
            from file in SourceFile.Below("src")
            from line in file.Lines
            where OpenClass().IsMatch(line)
            select $"{file.Path}: {line.Trim()}";

        Assert.Empty(open);
    }

    [Fact]
    public void Tests_AreNeverSkippedWithoutACondition()
    {
        var skipped =
            from file in SourceFile.Below("tests")
            from line in file.Lines
            where UnconditionalSkip().IsMatch(line)
            select $"{file.Path}: {line.Trim()}";

        Assert.Empty(skipped);
    }

    [Fact]
    public void Solution_NamesEveryProject()
    {
        var solution = File.ReadAllText(Repository.PathOf("Lind.slnx"));
        var missing = new[] { "src", "tests", "bench", "fuzz" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.csproj", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Where(path => !solution.Contains($"\"{path}\"", StringComparison.Ordinal));

        Assert.Empty(missing);
    }

    [GeneratedRegex(@"\b(trial|trials|patient|clinical|NCT|NctId|sponsor)\b", RegexOptions.IgnoreCase)]
    private static partial Regex TrialWords();

    [GeneratedRegex("\"\\s*(SELECT\\s+.+\\s+FROM|INSERT\\s+INTO|UPDATE\\s+\\w+\\s+SET|DELETE\\s+FROM|CREATE\\s+TABLE)\\b")]
    private static partial Regex SqlStatement();

    [GeneratedRegex(@"\b(class|struct|record)\s+\w+(Manager|Helper|Helpers|Util|Utils|Processor)\b")]
    private static partial Regex VagueName();

    [GeneratedRegex(@"^\s*(public|internal|private|protected)\s+(partial\s+)?(class|record)\s+(?!struct\b)\w+")]
    private static partial Regex OpenClass();

    [GeneratedRegex("Skip\\s*=\\s*\"")]
    private static partial Regex UnconditionalSkip();
}
