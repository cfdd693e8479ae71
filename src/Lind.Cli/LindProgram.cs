using System.CommandLine;
using Lind.Cli.Commands;
using Lind.Registry;
using Lind.Store;

namespace Lind.Cli;

/// <summary>The program: one verb, its options, an exit code.</summary>
internal static class LindProgram
{
    private const int GeneralIoFault = unchecked((int)0x80131620);

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var root = new RootCommand(
            "Lind keeps a clinical-trial registry in one folder: import it, search it, read it, serve it.")
        {
            ImportCommand.Create(),
            ServeCommand.Create(),
            ShowCommand.Create(),
            SearchCommand.Create(),
            RelatedCommand.Create(),
            VerifyCommand.Create(),
            StatsCommand.Create(),
            InspectCommand.Create(),
            ReindexCommand.Create(),
            ExportCommand.Create(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            return await RefuseAsync(parsed, error).ConfigureAwait(false);
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                // A server that is asked to stop answers first what it has begun: the host's own limit is 30 s.
                ProcessTerminationTimeout = TimeSpan.FromSeconds(35),
            }).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is CliException or RegistryBusyException or StoreWriteException
            or StoreDamagedException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            // What the system refuses has the system's own number; what is left is a file that says what it should not.
            var way = failure is InvalidDataException or IOException { HResult: GeneralIoFault }
                ? " If an index is damaged, lind reindex builds it anew." : "";
            await error.WriteLineAsync($"lind: {failure.Message}{way}").ConfigureAwait(false);
            return failure is CliException refused ? refused.ExitCode : ExitCodes.CouldNotRun;
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("lind: stopped").ConfigureAwait(false);
            return ExitCodes.CouldNotRun;
        }
        catch (Exception failure)
        {
            // A fault of the program: whoever reports it needs all of it, and a script needs an exit code.
            await error.WriteLineAsync($"lind: internal error: {failure}").ConfigureAwait(false);
            return ExitCodes.CouldNotRun;
        }
    }

    private static async Task<int> RefuseAsync(ParseResult parsed, TextWriter error)
    {
        foreach (var problem in parsed.Errors)
        {
            await error.WriteLineAsync($"lind: {problem.Message}").ConfigureAwait(false);
        }

        var command = parsed.CommandResult.Command;
        var path = command is RootCommand ? "lind" : $"lind {command.Name}";
        await error.WriteLineAsync($"Try: {path} --help").ConfigureAwait(false);
        return ExitCodes.Usage;
    }
}
