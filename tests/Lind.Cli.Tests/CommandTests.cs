using System.Text.Json.Nodes;
using Lind.TestKit;

namespace Lind.Cli.Tests;

/// <summary>The command contract, through the built program.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Data => _folder.File("data");

    private static string Sample => Repository.PathOf("data", "sample", "studies.ndjson");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ImportShowSearchRelatedVerify_Sample_AllAnswer()
    {
        var import = await LindProcess.RunAsync("import", Sample, "--data", Data, "--json");
        var counts = JsonNode.Parse(import.LastLine)!;
        Assert.Equal(0, import.ExitCode);
        Assert.Equal((85, 81, 4), ((int)counts["read"]!, (int)counts["added"]!, (int)counts["unchanged"]!));
        Assert.Equal(0, (int)counts["updated"]! + (int)counts["rejected"]!);
        Assert.True((double)counts["elapsedSeconds"]! > 0);

        var show = await LindProcess.RunAsync("show", "NCT04325594", "--data", Data, "--json");
        Assert.Contains(File.ReadLines(Sample), line =>
            JsonNode.DeepEquals(JsonNode.Parse(line), JsonNode.Parse(show.Output)));

        var search = JsonNode.Parse((await LindProcess.RunAsync("search", "heart", "--data", Data, "--json")).Output)!;
        Assert.True((int)search["totalCount"]! >= 0);
        Assert.NotNull(search["studies"]);

        var related = await LindProcess.RunAsync(
            "related", "NCT04325594", "--data", Data, "--json", "--limit", "3");
        var list = JsonNode.Parse(related.Output)!["related"]!.AsArray();
        Assert.Equal("NCT04325594", (string)JsonNode.Parse(related.Output)!["nctId"]!);
        Assert.InRange(list.Count, 1, 3);
        Assert.All(list, entry => Assert.NotEmpty(entry!["reasons"]!.AsArray()));

        var verify = await LindProcess.RunAsync("verify", "--data", Data, "--json");
        Assert.Equal(0, verify.ExitCode);
        Assert.True((bool)JsonNode.Parse(verify.Output)!["clean"]!);
        Assert.True((bool)JsonNode.Parse(verify.Output)!["indexesAreCurrent"]!);
    }

    [Fact]
    public async Task Import_SomeRejected_EndsWith1AndListsThem()
    {
        var path = _folder.File("a.ndjson");
        await File.WriteAllTextAsync(path, $"{MinimalStudy.Json(1)}\n{{\"broken\":\n", TestContext.Current.CancellationToken);

        var import = await LindProcess.RunAsync("import", path, "--data", Data, "--json");
        var listed = await LindProcess.RunAsync("import", "--show-rejected", "--data", Data);

        Assert.Equal(1, import.ExitCode);
        Assert.Equal((2, 1, 1), (
            (int)JsonNode.Parse(import.LastLine)!["read"]!, (int)JsonNode.Parse(import.LastLine)!["added"]!,
            (int)JsonNode.Parse(import.LastLine)!["rejected"]!));
        Assert.Equal(0, listed.ExitCode);
        Assert.Contains("a.ndjson, line 2", listed.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(2, "frobnicate")]
    [InlineData(2, "import")]
    [InlineData(2, "import", "/no/such/file.json")]
    [InlineData(2, "search")]
    [InlineData(2, "show", "NCT1x")]
    [InlineData(2, "related", "NCT00000001", "--limit", "0")]
    [InlineData(2, "related", "NCT00000001", "--limit", "101")]
    [InlineData(2, "search", "x", "--limit", "many")]
    [InlineData(3, "verify", "--data", "/no/such/folder")]
    [InlineData(3, "show", "NCT00000001", "--data", "/no/such/folder")]
    public async Task Run_WrongUse_SaysWhyOnTheErrorOutput(int exitCode, params string[] args)
    {
        var run = await LindProcess.RunAsync(args);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.StartsWith("lind: ", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Import_FolderCannotBeMade_EndsWith3()
    {
        var file = _folder.File("file");
        await File.WriteAllTextAsync(file, "in the way", TestContext.Current.CancellationToken);

        var run = await LindProcess.RunAsync("import", Sample, "--data", Path.Combine(file, "data"));

        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("lind: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ShowAndRelated_UnknownStudy_EndWith1()
    {
        await LindProcess.RunAsync("import", Sample, "--data", Data);

        Assert.Equal(1, (await LindProcess.RunAsync("show", "NCT99999999", "--data", Data)).ExitCode);
        Assert.Equal(1, (await LindProcess.RunAsync("related", "NCT99999999", "--data", Data)).ExitCode);
    }

    [Fact]
    public async Task Related_DraftSeveralAndOptions_AnswerOrSayWhatIsWrong()
    {
        await LindProcess.RunAsync("import", Sample, "--data", Data);
        var draft = _folder.File("draft.txt");
        await File.WriteAllTextAsync(
            draft, "Umbilical cord mesenchymal stem cells for heart failure.", TestContext.Current.CancellationToken);

        var like = JsonNode.Parse((await LindProcess.RunAsync(
            "related", "--like-file", draft, "--data", Data, "--json", "--limit", "6")).Output)!;
        var several = JsonNode.Parse((await LindProcess.RunAsync(
            "related", "NCT04325594", (string)like["related"]![1]!["nctId"]!, "--data", Data, "--json")).Output)!;
        var placed = await LindProcess.RunAsync(
            "related", "NCT04325594", "--data", Data, "--recruiting", "--sponsor", "other", "--phase", "PHASE9");

        Assert.Contains(like["related"]!.AsArray(), entry => (string)entry!["nctId"]! == "NCT04325594");
        Assert.Equal(2, several["nctIds"]!.AsArray().Count);
        Assert.NotEmpty(several["related"]!.AsArray());
        Assert.Equal(2, placed.ExitCode);
        Assert.Equal(2, (await LindProcess.RunAsync("related", "--data", Data)).ExitCode);
        Assert.Equal(2, (await LindProcess.RunAsync("related", "--like-file", draft + "2", "--data", Data)).ExitCode);
        Assert.Equal(2, (await LindProcess.RunAsync("related", "NCT04325594", "--near", "52,13", "--data", Data)).ExitCode);
        Assert.Equal(0, (await LindProcess.RunAsync("related", "NCT04325594", "--near", "52,13,900", "--data", Data)).ExitCode);
    }

    [Fact]
    public async Task Reindex_DamagedIndex_BuildsItAnew()
    {
        await LindProcess.RunAsync("import", Sample, "--data", Data);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Data, "search"), "*", SearchOption.AllDirectories))
        {
            await File.WriteAllBytesAsync(file, new byte[100], TestContext.Current.CancellationToken);
        }

        var search = await LindProcess.RunAsync("search", "heart", "--data", Data);
        var reindex = await LindProcess.RunAsync("reindex", "--data", Data);

        Assert.Equal(3, search.ExitCode);
        Assert.Contains("lind reindex", search.Error, StringComparison.Ordinal);
        Assert.Equal(0, reindex.ExitCode);
        Assert.StartsWith("81 studies", reindex.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await LindProcess.RunAsync("verify", "--data", Data)).ExitCode);
    }

    [Fact]
    public async Task Verify_DamagedIndex_SaysWhatToDoAndChangesNothing()
    {
        await LindProcess.RunAsync("import", Sample, "--data", Data);
        var file = Directory.EnumerateFiles(Path.Combine(Data, "related"), "*.lind").Single();
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        bytes[^100] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);

        var verify = await LindProcess.RunAsync("verify", "--data", Data);

        Assert.Equal(1, verify.ExitCode);
        Assert.Contains("lind reindex", verify.Output, StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Export_ToAPipeThatIsClosed_EndsQuietly()
    {
        Requires.That(!OperatingSystem.IsWindows(), "needs a shell's pipe");
        await LindProcess.RunAsync("import", Sample, "--data", Data, "--no-index");

        var whole = await LindProcess.RunAsync("export", "-", "--data", Data);
        var cut = await LindProcess.RunShellAsync($"set -o pipefail; \"$LIND\" export - --data '{Data}' | head -c 10");

        Assert.Equal(81, whole.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal((0, ""), (cut.ExitCode, cut.Error));
    }

    [Theory]
    [InlineData("import")]
    [InlineData("serve")]
    [InlineData("show")]
    [InlineData("search")]
    [InlineData("related")]
    [InlineData("verify")]
    [InlineData("stats")]
    [InlineData("inspect")]
    [InlineData("reindex")]
    [InlineData("export")]
    public async Task Help_OfEachCommand_ShowsAnExample(string command)
    {
        var help = await LindProcess.RunAsync(command, "--help");

        Assert.Equal(0, help.ExitCode);
        Assert.Contains($"  lind {command}", help.Output[help.Output.IndexOf("Example:", StringComparison.Ordinal)..],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_ThenImport_GivesTheSameRegistry()
    {
        await LindProcess.RunAsync("import", Sample, "--data", Data);
        var file = _folder.File("all.ndjson.gz");
        await LindProcess.RunAsync("export", file, "--data", Data);

        var counts = JsonNode.Parse((await LindProcess.RunAsync("import", file, "--data", Data, "--json")).LastLine)!;

        Assert.Equal((81, 81), ((int)counts["read"]!, (int)counts["unchanged"]!));
    }
}
