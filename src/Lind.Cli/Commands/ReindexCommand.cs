using System.CommandLine;
using System.Globalization;
using Lind.Registry;

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
            var path = parsed.GetValue(data)!;
            if (DataFolder.HoldsRegistry(path))
            {
                // Before anything opens them: a damaged index is a reason to come here.
                StudyRegistry.DiscardIndexes(new RegistryFolder(path));
            }

            await using var registry = DataFolder.Open(path);
            await DataFolder.CatchUpAsync(registry, parsed.InvocationConfiguration.Error, cancellationToken).ConfigureAwait(false);
            parsed.InvocationConfiguration.Output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{registry.Search.StudyCount:N0} studies indexed."));
            return ExitCodes.Done;
        });
        return command;
    }
}
