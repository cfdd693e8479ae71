using System.CommandLine;
using System.Globalization;
using System.Text;
using Lind.Registry;
using Lind.Store;
using Lind.Studies;

namespace Lind.Cli.Commands;

/// <summary><c>lind show NCTID</c></summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("NCTID") { Description = "The study." };
        var (data, json) = (CommandOptions.Data(), CommandOptions.Json());
        var versions = new Option<bool>("--versions") { Description = "List the versions known instead." };
        var version = new Option<int?>("--version-number")
        {
            Description = "Show this version instead of the current one.",
            HelpName = "N",
        };
        var command = CommandOptions.Command("show", "Show a study.", "lind show NCT04325594");
        command.Add(id);
        command.Add(data);
        command.Add(json);
        command.Add(versions);
        command.Add(version);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var nctId = DataFolder.ParseId(parsed.GetValue(id)!);
            await using var registry = DataFolder.Open(parsed.GetValue(data)!);
            var lookup = await registry.FindAsync(nctId, cancellationToken).ConfigureAwait(false);
            var own = lookup.MovedTo ?? nctId;
            var (output, asJson) = (parsed.InvocationConfiguration.Output, parsed.GetValue(json));
            return parsed.GetValue(versions)
                ? await ListVersionsAsync(registry, own, asJson, output, cancellationToken).ConfigureAwait(false)
                : await ShowAsync(registry, own, parsed.GetValue(version), asJson, output, cancellationToken)
                    .ConfigureAwait(false);
        });
        return command;
    }

    private static async Task<int> ShowAsync(
        StudyRegistry registry, NctId nctId, int? version, bool json, TextWriter output,
        CancellationToken cancellationToken)
    {
        var study = version is { } number
            ? await registry.Store.FindVersionAsync(nctId, number, cancellationToken).ConfigureAwait(false)
            : await registry.Store.FindAsync(nctId, cancellationToken).ConfigureAwait(false);
        if (study is null)
        {
            throw new CliException(ExitCodes.NotAll, version is null
                ? $"NCT number {nctId} not found" : $"NCT number {nctId} has no version {version}");
        }

        if (json)
        {
            output.WriteLine(Encoding.UTF8.GetString(study.Json.Span));
        }
        else
        {
            StudyText.Write(study, output);
        }

        return ExitCodes.Done;
    }

    private static async Task<int> ListVersionsAsync(
        StudyRegistry registry, NctId nctId, bool json, TextWriter output, CancellationToken cancellationToken)
    {
        var versions = await registry.Store.ListVersionsAsync(nctId, cancellationToken).ConfigureAwait(false);
        if (versions.Count == 0)
        {
            throw new CliException(ExitCodes.NotAll, $"NCT number {nctId} not found");
        }

        foreach (var version in versions)
        {
            Write(version, json, output);
        }

        return ExitCodes.Done;
    }

    private static void Write(StudyVersion version, bool json, TextWriter output)
    {
        var updated = version.Rank.Updated?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var seen = version.Seen.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        if (!json)
        {
            output.WriteLine($"{version.Number,4}  updated {updated ?? "unknown",-10}  seen {seen}  "
                + $"{version.Rank.Form}{(version.IsCurrent ? "  current" : "")}");
            return;
        }

        output.WriteJsonLine(writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", version.Number);
            writer.WriteString("updated", updated);
            writer.WriteString("seen", seen);
            writer.WriteBoolean("current", version.IsCurrent);
            writer.WriteNumber("sizeBytes", version.SizeBytes);
            writer.WriteEndObject();
        });
    }
}
