using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Lind.Search.Similarity;

namespace Lind.Cli.Commands;

/// <summary><c>lind related NCTID</c></summary>
internal static class RelatedCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("NCTID") { Description = "The study." };
        var (data, json) = (CommandOptions.Data(), CommandOptions.Json());
        var limit = CommandOptions.Limit(10, RelatedRequest.MaximumLimit);
        var command = CommandOptions.Command(
            "related", "Find the studies related to a study, with reasons.", "lind related NCT04325594 --limit 5");
        command.Add(id);
        command.Add(data);
        command.Add(json);
        command.Add(limit);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var nctId = DataFolder.ParseId(parsed.GetValue(id)!);
            await using var registry = DataFolder.Open(parsed.GetValue(data)!);
            await registry.CatchUpAsync(cancellationToken).ConfigureAwait(false);
            var lookup = await registry.FindAsync(nctId, cancellationToken).ConfigureAwait(false);
            var own = (lookup.MovedTo ?? nctId).ToString();
            var answer = registry.FindRelated(
                new RelatedRequest { NctIds = [own], Limit = parsed.GetValue(limit) }, cancellationToken);
            if (answer.NctIds.Count == 0)
            {
                throw new CliException(ExitCodes.NotAll, $"NCT number {own} not found");
            }

            Write(own, answer, parsed.GetValue(json), parsed.InvocationConfiguration.Output);
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Write(string nctId, RelatedAnswer answer, bool json, TextWriter output)
    {
        if (json)
        {
            output.WriteJsonLine(writer => WriteJson(nctId, answer, writer));
            return;
        }

        foreach (var entry in answer.Entries)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{entry.NctId}  {entry.Score:F3}  {string.Join(" ", entry.Reasons.Select(JsonOutput.OneLine))}"));
        }
    }

    private static void WriteJson(string nctId, RelatedAnswer answer, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("nctId", nctId);
        writer.WriteStartArray("related");
        foreach (var entry in answer.Entries)
        {
            writer.WriteStartObject();
            writer.WriteString("nctId", entry.NctId);
            writer.WriteNumber("score", entry.Score);
            writer.WriteString("block", JsonNamingPolicy.CamelCase.ConvertName(entry.Block.ToString()));
            writer.WriteStartArray("reasons");
            foreach (var reason in entry.Reasons)
            {
                writer.WriteStringValue(reason);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
