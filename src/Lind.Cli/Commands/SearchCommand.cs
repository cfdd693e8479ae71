using System.CommandLine;
using System.Globalization;
using Lind.Registry;
using Lind.Search;

namespace Lind.Cli.Commands;

/// <summary><c>lind search QUERY</c></summary>
internal static class SearchCommand
{
    public static Command Create()
    {
        var query = new Argument<string>("QUERY") { Description = "Words, or an expression as the registry's." };
        var (data, json, limit) = (CommandOptions.Data(), CommandOptions.Json(), CommandOptions.Limit(10));
        var command = CommandOptions.Command("search", "Find studies.", "lind search \"sickle cell AND hydroxyurea\"");
        command.Add(query);
        command.Add(data);
        command.Add(json);
        command.Add(limit);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var registry = DataFolder.Open(parsed.GetValue(data)!);
            await DataFolder.CatchUpAsync(registry, parsed.InvocationConfiguration.Error, cancellationToken).ConfigureAwait(false);
            var result = registry.Search.Search(
                new StudySearchRequest
                {
                    QueryTerm = parsed.GetValue(query),
                    PageSize = parsed.GetValue(limit),
                    CountTotal = true,
                },
                cancellationToken);
            var answer = result.Answer ?? throw new CliException(ExitCodes.Usage, result.Error!.Message);
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
            {
                WriteJson(answer, output);
            }
            else
            {
                await WriteTextAsync(registry, answer, output, cancellationToken).ConfigureAwait(false);
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static void WriteJson(StudySearchAnswer answer, TextWriter output) => output.WriteJsonLine(writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("totalCount", answer.TotalCount ?? 0);
        writer.WriteStartArray("studies");
        foreach (var hit in answer.Hits)
        {
            writer.WriteStartObject();
            writer.WriteString("nctId", hit.NctId.ToString());
            writer.WriteNumber("score", hit.Score);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static async Task WriteTextAsync(
        StudyRegistry registry, StudySearchAnswer answer, TextWriter output, CancellationToken cancellationToken)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{answer.TotalCount:N0} studies"));
        var studies = await registry.Store.FindManyAsync([.. answer.Hits.Select(hit => hit.NctId)], cancellationToken)
            .ConfigureAwait(false);
        foreach (var study in studies)
        {
            output.WriteLine(StudyText.Line(study));
        }
    }
}
