using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Lind.TestKit;

namespace Lind.Cli.Tests;

/// <summary>The program is killed, or its disk is full: what is kept stays sound, and a rerun makes up for it.</summary>
public sealed class InterruptedImportTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Import_KilledAtAnyMomentAndRunAgain_EndsInTheSameState()
    {
        var input = WriteInput(9_000);
        var expected = await ImportAndReadAsync(input, _folder.File("whole"));
        var data = _folder.File("killed");
        var random = new Random(41);
        for (var round = 0; round < 5; round++)
        {
            using var process = LindProcess.Start(LindProcess.ProgramPath, "import", input, "--data", data);
            using var moment = new CancellationTokenSource(TimeSpan.FromMilliseconds(random.Next(100, 1500)));
            await Task.WhenAny(process.WaitForExitAsync(moment.Token));
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            if (File.Exists(Path.Combine(data, "registry.db")))
            {
                Assert.Equal(0, (await LindProcess.RunAsync("verify", "--data", data)).ExitCode);
            }
        }

        Assert.Equal(expected, await ImportAndReadAsync(input, data));
    }

    [Fact]
    public async Task Import_DiskFull_EndsWith3AndTheRerunCompletes()
    {
        Requires.That(OperatingSystem.IsLinux() && File.Exists("/bin/bash"), "needs bash to limit the size of files");
        var input = WriteInput(9_000);
        var expected = await ImportAndReadAsync(input, _folder.File("whole"));
        var data = _folder.File("full");

        // Files may grow to 1 MB only; the runtime's own trick with mapped code pages would count as a file.
        var full = await LindProcess.RunShellAsync(
            $"trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; ulimit -f 1024; exec $LIND import {input} --data {data}");

        Assert.Equal(3, full.ExitCode);
        Assert.StartsWith("lind: ", full.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await LindProcess.RunAsync("verify", "--data", data)).ExitCode);
        Assert.Equal(expected, await ImportAndReadAsync(input, data));
    }

    private static async Task<string> ImportAndReadAsync(string input, string data)
    {
        Assert.Equal(0, (await LindProcess.RunAsync("import", input, "--data", data)).ExitCode);
        var verify = JsonNode.Parse((await LindProcess.RunAsync("verify", "--data", data, "--json")).Output)!;
        Assert.True((bool)verify["clean"]! && (bool)verify["indexesAreCurrent"]!);
        var file = Path.Combine(data, "all.ndjson");
        Assert.Equal(0, (await LindProcess.RunAsync("export", file, "--data", data)).ExitCode);
        return $"{verify["studies"]} studies, {verify["versions"]} versions\n{File.ReadAllText(file)}";
    }

    // Every third study comes a second time, older or newer: history is part of the end state.
    private string WriteInput(int studies)
    {
        var random = new Random(40);
        var lines = new StringBuilder();
        for (var number = 1; number <= studies; number++)
        {
            var title = string.Create(CultureInfo.InvariantCulture, $"Study {random.NextInt64()} {random.NextInt64()}");
            lines.AppendLine(MinimalStudy.Json(number, "2020-01-01", title));
            if (number % 3 == 0)
            {
                lines.AppendLine(MinimalStudy.Json(number / 2 + 1, $"20{10 + number % 15:D2}-06-01", title));
            }
        }

        var path = _folder.File("input.ndjson");
        File.WriteAllText(path, lines.ToString());
        return path;
    }
}
