using System.CommandLine;
using System.Globalization;

namespace Lind.Cli.Commands;

/// <summary><c>lind reindex</c></summary>
internal static class ReindexCommand
{
    public static Command Create()
    {
        var data = CommandOptions.Data();
        var command = CommandOptions.Command(
            "reindex", "Build the search index and the index of related studies anew.", "lind reindex --data registry");
        command.Add(data);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var registry = DataFolder.Open(parsed.GetValue(data)!);
            await registry.RebuildIndexesAsync(null, cancellationToken).ConfigureAwait(false);
            parsed.InvocationConfiguration.Output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{registry.Search.StudyCount:N0} studies indexed."));
            return ExitCodes.Done;
        });
        return command;
    }
}
