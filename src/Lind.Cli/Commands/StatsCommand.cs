using System.CommandLine;
using System.Globalization;
using Lind.Store;

namespace Lind.Cli.Commands;

/// <summary><c>lind stats</c></summary>
internal static class StatsCommand
{
    public static Command Create()
    {
        var (data, json) = (CommandOptions.Data(), CommandOptions.Json());
        var command = CommandOptions.Command("stats", "Show how much is kept.", "lind stats --json");
        command.Add(data);
        command.Add(json);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var registry = DataFolder.Open(parsed.GetValue(data)!);
            var statistics = await registry.Store.ReadStatisticsAsync(cancellationToken).ConfigureAwait(false);
            var runs = await registry.Store.ListRunsAsync(1, cancellationToken).ConfigureAwait(false);
            Write(statistics, runs.Count > 0 ? runs[0] : null, parsed.GetValue(json), parsed.InvocationConfiguration.Output);
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Write(StoreStatistics statistics, ImportRun? last, bool json, TextWriter output)
    {
        var stamp = statistics.DataStamp?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var started = last?.Started.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        if (json)
        {
            output.WriteJsonLine(writer =>
            {
                writer.WriteStartObject();
                writer.WriteNumber("studies", statistics.Studies);
                writer.WriteNumber("versions", statistics.Versions);
                writer.WriteNumber("jsonBytes", statistics.JsonBytes);
                writer.WriteNumber("storedBytes", statistics.StoredBytes);
                writer.WriteString("dataStamp", stamp);
                writer.WriteString("lastImport", started);
                writer.WriteEndObject();
            });
            return;
        }

        var share = statistics.JsonBytes == 0 ? 0 : 100.0 * statistics.StoredBytes / statistics.JsonBytes;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"""
            Studies          {statistics.Studies:N0}
            Versions         {statistics.Versions:N0}
            JSON             {statistics.JsonBytes:N0} bytes
            Store            {statistics.StoredBytes:N0} bytes ({share:F1} % of the JSON)
            Registry's date  {stamp ?? "unknown"}
            Last import      {started ?? "none"}
            """));
    }
}
