using System.CommandLine;
using System.IO.Compression;

namespace Lind.Cli.Commands;

/// <summary><c>lind export FILE</c></summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Written anew: one study a line; .gz is compressed." };
        var data = CommandOptions.Data();
        var command = CommandOptions.Command(
            "export", "Write all current studies to a file.", "lind export studies.ndjson.gz");
        command.Add(file);
        command.Add(data);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var registry = DataFolder.Open(parsed.GetValue(data)!);
            var path = parsed.GetValue(file)!;
            Stream target = File.Create(path);
            if (path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
            {
                target = new GZipStream(target, CompressionLevel.Optimal);
            }

            await using (target)
            {
                await foreach (var study in registry.Store.ReadAllAsync(null, cancellationToken).ConfigureAwait(false))
                {
                    target.Write(study.Json.Span);
                    target.WriteByte((byte)'\n');
                }
            }

            return ExitCodes.Done;
        });
        return command;
    }
}
