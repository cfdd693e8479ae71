using System.CommandLine;
using Lind.Registry;
using Lind.Web;
using Lind.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Lind.Cli.Commands;

/// <summary><c>lind serve</c></summary>
internal static class ServeCommand
{
    private const string DefaultUrl = "http://127.0.0.1:8080";

    public static Command Create()
    {
        var data = CommandOptions.Data();
        var urls = new Option<string>("--urls")
        {
            Description = "Where to listen; several separated by semicolons.",
            HelpName = "URLS",
            DefaultValueFactory = _ => DefaultUrl,
        };
        var command = CommandOptions.Command(
            "serve", "Serve the portal and the API. Without data: the bundled sample registry.",
            "lind serve --data registry --urls http://127.0.0.1:8080");
        var quiet = new Option<bool>("--quiet")
        {
            Description = "Log only what goes wrong, not each request (method, path, status, time).",
        };
        command.Add(data);
        command.Add(urls);
        command.Add(quiet);
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(data)!,
            new LindWebOptions
            {
                Urls = parsed.GetValue(urls)!.Split(';', StringSplitOptions.RemoveEmptyEntries),
                LogRequests = !parsed.GetValue(quiet),
                KeepWarm = true,
            },
            parsed.InvocationConfiguration.Error, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        string data, LindWebOptions options, TextWriter error, CancellationToken cancellationToken)
    {
        using var sample = await SampleFolder.UnlessDataAsync(data, cancellationToken).ConfigureAwait(false);
        if (sample is not null)
        {
            await error.WriteLineAsync($"No registry in {data}: serving the bundled sample of "
                + "studies. lind import PATH takes in your own.").ConfigureAwait(false);
        }

        await using var registry = DataFolder.Open(sample?.Path ?? data);
        await DataFolder.CatchUpAsync(registry, error, cancellationToken).ConfigureAwait(false);
        await using var server = LindWebHost.Build(options, registry);
        await server.StartAsync(cancellationToken).ConfigureAwait(false);
        await error.WriteLineAsync($"Listening on {string.Join(", ", server.Urls)}. Stop with Ctrl+C.")
            .ConfigureAwait(false);
        await server.WaitForShutdownAsync(cancellationToken).ConfigureAwait(false);
        return ExitCodes.Done;
    }
}
