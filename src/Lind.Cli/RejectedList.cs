using System.Globalization;
using System.Text;
using Lind.Registry;
using Lind.Store;

namespace Lind.Cli;

/// <summary>The records an import set aside: source, position, reason, and how they begin.</summary>
internal static class RejectedList
{
    private const int PageSize = 500;
    private const int ShownCharacters = 120;

    /// <param name="runId">Null: the last import.</param>
    public static async Task WriteAsync(
        StudyRegistry registry, long? runId, bool json, TextWriter output, CancellationToken cancellationToken)
    {
        var runs = await registry.Store.ListRunsAsync(1, cancellationToken).ConfigureAwait(false);
        var run = runId ?? (runs.Count > 0 ? runs[0].Id : 0);
        for (var offset = 0; ; offset += PageSize)
        {
            var page = await registry.Store.ReadRejectedAsync(run, offset, PageSize, cancellationToken)
                .ConfigureAwait(false);
            foreach (var record in page)
            {
                Write(record, json, output);
            }

            if (page.Count < PageSize)
            {
                return;
            }
        }
    }

    private static void Write(RejectedRecord record, bool json, TextWriter output)
    {
        var raw = Encoding.UTF8.GetString(record.Raw);
        if (json)
        {
            output.WriteJsonLine(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("source", record.Source);
                writer.WriteString("position", record.Position);
                writer.WriteString("reason", record.Reason);
                writer.WriteNumber("rawLength", record.RawLength);
                writer.WriteString("raw", raw);
                writer.WriteEndObject();
            });
            return;
        }

        var place = record.Position.Length == 0 ? "" : $", {record.Position}";
        output.WriteLine($"{JsonOutput.OneLine(record.Source)}{place}: {JsonOutput.OneLine(record.Reason)}");
        if (raw.Length > 0)
        {
            var head = raw.Length > ShownCharacters ? raw[..ShownCharacters] + "…" : raw;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"    {record.RawLength:N0} bytes: {JsonOutput.OneLine(head)}"));
        }
    }
}
