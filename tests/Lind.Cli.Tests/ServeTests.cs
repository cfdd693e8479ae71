using System.Net;
using System.Text.RegularExpressions;
using Lind.TestKit;

namespace Lind.Cli.Tests;

public sealed partial class ServeTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Serve_WithoutData_ShowsTheSampleAndStopsCleanly()
    {
        Requires.That(!OperatingSystem.IsWindows(), "needs signals to stop the server");
        using var process = LindProcess.Start(
            LindProcess.ProgramPath, "serve", "--data", _folder.File("none"), "--urls", "http://127.0.0.1:0");
        try
        {
            var address = await ListeningAsync(process.StandardError);
            using var client = new HttpClient { BaseAddress = new Uri(address) };

            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/healthz", UriKind.Relative), Cancellation)).StatusCode);
            foreach (var path in new[] { "/", "/study/NCT04325594", "/api/v2/studies/NCT04325594", "/api/v2/version" })
            {
                using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            }

            await LindProcess.SignalAsync(process, "TERM");
            await process.WaitForExitAsync(Cancellation);
            Assert.Equal(0, process.ExitCode);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    [Fact]
    public async Task Serve_WhileAnImportRuns_AnswersAndThenShowsTheNewStudies()
    {
        var data = _folder.File("data");
        var input = _folder.File("more.ndjson");
        await File.WriteAllTextAsync(input, MinimalStudy.Json(77, title: "Arrived later") + "\n", Cancellation);
        await LindProcess.RunAsync("import", Repository.PathOf("data", "sample", "studies.ndjson"), "--data", data);
        using var process = LindProcess.Start(
            LindProcess.ProgramPath, "serve", "--data", data, "--urls", "http://127.0.0.1:0");
        try
        {
            using var client = new HttpClient { BaseAddress = new Uri(await ListeningAsync(process.StandardError)) };
            var path = new Uri("/api/v2/studies/NCT00000077", UriKind.Relative);
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(path, Cancellation)).StatusCode);

            var import = await LindProcess.RunAsync("import", input, "--data", data);

            Assert.Equal(0, import.ExitCode);
            Assert.Contains("Arrived later", await client.GetStringAsync(path, Cancellation), StringComparison.Ordinal);
        }
        finally
        {
            process.Kill();
        }
    }

    private static async Task<string> ListeningAsync(StreamReader error)
    {
        while (await error.ReadLineAsync(Cancellation) is { } line)
        {
            if (Address().Match(line) is { Success: true } match)
            {
                return match.Value;
            }
        }

        throw new InvalidOperationException("The server ended before it listened.");
    }

    [GeneratedRegex("http://127\\.0\\.0\\.1:\\d+")]
    private static partial Regex Address();
}
