using System.CommandLine;
using System.Globalization;
using Lind.Registry;

namespace Lind.Cli.Commands;

/// <summary><c>lind verify</c></summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var (data, json) = (CommandOptions.Data(), CommandOptions.Json());
        var command = CommandOptions.Command(
            "verify", "Check every byte that is kept: records, history, indexes.", "lind verify --data registry");
        command.Add(data);
        command.Add(json);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var registry = DataFolder.Open(parsed.GetValue(data)!);
            var found = await registry.VerifyAsync(null, cancellationToken).ConfigureAwait(false);
            Write(found, parsed.GetValue(data)!, parsed.GetValue(json), parsed.InvocationConfiguration.Output);
            return found.IsClean ? ExitCodes.Done : ExitCodes.NotAll;
        });
        return command;
    }

    private static void Write(RegistryVerification found, string data, bool json, TextWriter output)
    {
        string[] problems = [.. found.Store.Problems, .. found.IndexProblems];
        if (json)
        {
            output.WriteJsonLine(writer =>
            {
                writer.WriteStartObject();
                writer.WriteBoolean("clean", found.IsClean);
                writer.WriteNumber("studies", found.Store.Studies);
                writer.WriteNumber("versions", found.Store.Versions);
                writer.WriteBoolean("indexesAreCurrent", found.IndexesAreCurrent);
                writer.WriteStartArray("problems");
                foreach (var problem in problems)
                {
                    writer.WriteStringValue(problem);
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            });
            return;
        }

        foreach (var problem in problems)
        {
            output.WriteLine(problem);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{found.Store.Studies:N0} studies, {found.Store.Versions:N0} versions: "
            + $"{(found.IsClean ? "all is well" : $"{problems.Length} {(problems.Length == 1 ? "problem" : "problems")}")}."));
        if (!found.Store.IsClean)
        {
            output.WriteLine("The store is damaged. Put back a copy of registry.db, or import the registry's download into "
                + "a new folder.");
        }

        if (found.IndexProblems.Count > 0)
        {
            output.WriteLine($"An index is damaged; it holds nothing that the records do not: lind reindex --data {data} builds it anew.");
        }
        else if (!found.IndexesAreCurrent)
        {
            output.WriteLine("The indexes are behind the store; the next import or start brings them up to date.");
        }
    }
}
