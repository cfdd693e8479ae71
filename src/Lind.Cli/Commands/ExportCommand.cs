using System.CommandLine;
using System.IO.Compression;
using Lind.Registry;
using Microsoft.Win32.SafeHandles;

namespace Lind.Cli.Commands;

/// <summary><c>lind export FILE</c></summary>
internal static class ExportCommand
{
    private const string StandardOutput = "-";
    private const int BufferBytes = 1 << 16;

    // errno EPIPE: whoever reads the output has seen enough.
    private const int BrokenPipe = 32;

    public static Command Create()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "Written anew: one study a line; .gz is compressed; - is the standard output.",
        };
        var data = CommandOptions.Data();
        var command = CommandOptions.Command(
            "export", "Write all current studies to a file.", "lind export studies.ndjson.gz");
        command.Add(file);
        command.Add(data);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var registry = DataFolder.Open(parsed.GetValue(data)!);
            var path = parsed.GetValue(file)!;
            if (path == StandardOutput)
            {
                await ToOutputAsync(registry, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await ToFileAsync(registry, path, cancellationToken).ConfigureAwait(false);
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task ToFileAsync(StudyRegistry registry, string path, CancellationToken cancellationToken)
    {
        Stream target = File.Create(path);
        if (path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            target = new GZipStream(target, CompressionLevel.Optimal);
        }

        await using (target)
        {
            await WriteAsync(registry, target, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task ToOutputAsync(StudyRegistry registry, CancellationToken cancellationToken)
    {
        try
        {
            using var handle = new SafeFileHandle(1, ownsHandle: false);
            await using var target = OperatingSystem.IsWindows()
                ? Console.OpenStandardOutput() : new FileStream(handle, FileAccess.Write, BufferBytes);
            await WriteAsync(registry, target, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException end) when (end.HResult == BrokenPipe)
        {
            // lind export - | head
        }
    }

    private static async Task WriteAsync(StudyRegistry registry, Stream target, CancellationToken cancellationToken)
    {
        await foreach (var study in registry.Store.ReadAllAsync(null, cancellationToken).ConfigureAwait(false))
        {
            target.Write(study.Json.Span);
            target.WriteByte((byte)'\n');
        }
    }
}
