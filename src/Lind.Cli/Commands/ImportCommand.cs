using System.CommandLine;
using Lind.Registry;

namespace Lind.Cli.Commands;

/// <summary><c>lind import PATH...</c></summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files or folders: .json, .ndjson, .xml, each plain, in .gz or in .zip.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var (data, json) = (CommandOptions.Data(), CommandOptions.Json());
        var showRejected = new Option<bool>("--show-rejected")
        {
            Description = "List the records that the last import set aside, and why; with PATH: of this import.",
        };
        var noIndex = new Option<bool>("--no-index")
        {
            Description = "Store only; the indexes follow with the next import, start or reindex.",
        };
        var command = CommandOptions.Command(
            "import", "Take studies into the registry.", "lind import ctg-studies.json.zip --data registry");
        command.Add(paths);
        command.Add(data);
        command.Add(json);
        command.Add(showRejected);
        command.Add(noIndex);
        command.Validators.Add(result =>
        {
            var named = result.GetValue(paths) ?? [];
            if (named.Length == 0 && !result.GetValue(showRejected))
            {
                result.AddError("Name at least one file or folder.");
            }

            foreach (var missing in named.Where(path => !Path.Exists(path)))
            {
                result.AddError($"There is no file or folder {missing}.");
            }
        });
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(paths)!, parsed.GetValue(data)!, parsed.GetValue(json), parsed.GetValue(showRejected),
            new ImportOptions { UpdateIndexes = !parsed.GetValue(noIndex) },
            parsed.InvocationConfiguration, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        string[] paths, string data, bool json, bool showRejected, ImportOptions options,
        InvocationConfiguration console, CancellationToken cancellationToken)
    {
        await using var registry = paths.Length == 0 ? DataFolder.Open(data) : DataFolder.OpenOrCreate(data);
        ImportReport? report = null;
        if (paths.Length > 0)
        {
            using var progress = new ProgressLine(console.Error);
            report = await registry.ImportAsync(paths, options, progress, cancellationToken)
                .ConfigureAwait(false);
        }

        if (showRejected)
        {
            await RejectedList.WriteAsync(registry, report?.RunId, json, console.Output, cancellationToken)
                .ConfigureAwait(false);
        }

        if (report is null)
        {
            return ExitCodes.Done;
        }

        ImportSummary.Write(report, json, showRejected, console.Output);
        return report.Counts.Rejected > 0 ? ExitCodes.NotAll : ExitCodes.Done;
    }
}
