using System.CommandLine;
using System.Globalization;

namespace Lind.Cli.Commands;

/// <summary><c>lind inspect</c></summary>
internal static class InspectCommand
{
    public static Command Create()
    {
        var data = CommandOptions.Data();
        var command = CommandOptions.Command("inspect", "Show what the search index is made of.", "lind inspect");
        command.Add(data);
        command.SetAction(async (parsed, _) =>
        {
            await using var registry = DataFolder.Open(parsed.GetValue(data)!);
            var inspection = registry.Search.Inspect();
            var output = parsed.InvocationConfiguration.Output;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"""
                Snapshot  {inspection.SnapshotId}
                Studies   {inspection.Studies:N0}
                Sites     {inspection.Sites:N0}
                Terms     {inspection.Terms:N0}
                Synonyms  {inspection.Synonyms:N0}
                Size      {inspection.Bytes:N0} bytes
                """));
            foreach (var part in inspection.Parts)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {part.Count,15:N0}  {part.Value}"));
            }

            return ExitCodes.Done;
        });
        return command;
    }
}
