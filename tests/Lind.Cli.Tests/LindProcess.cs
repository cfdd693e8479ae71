using System.Diagnostics;
using System.Globalization;

namespace Lind.Cli.Tests;

/// <summary>The built program, run as a person runs it.</summary>
internal sealed record LindProcess(int ExitCode, string Output, string Error)
{
    /// <summary>The program beside the tests: built from the same sources in the same configuration.</summary>
    public static string ProgramPath { get; } = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Lind.Cli",
        new DirectoryInfo(AppContext.BaseDirectory).Name, OperatingSystem.IsWindows() ? "lind.exe" : "lind"));

    public string LastLine => Output.TrimEnd().Split('\n')[^1];

    public static async Task<LindProcess> RunAsync(params string[] args)
    {
        using var process = Start(ProgramPath, args);
        return await FinishAsync(process);
    }

    /// <summary>Runs a line of shell that may start the program as <c>$LIND</c>.</summary>
    public static async Task<LindProcess> RunShellAsync(string script)
    {
        using var process = Start("/bin/bash", ["-c", script]);
        return await FinishAsync(process);
    }

    public static Process Start(string program, params string[] args)
    {
        var start = new ProcessStartInfo(program, args)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LIND"] = ProgramPath;
        start.Environment.Remove("LIND_DATA");
        return Process.Start(start)!;
    }

    public static async Task SignalAsync(Process process, string signal)
    {
        using var kill = Process.Start(
            "kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<LindProcess> FinishAsync(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new LindProcess(process.ExitCode, await output, await error);
    }
}
