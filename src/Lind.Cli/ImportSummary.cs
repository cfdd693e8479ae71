using System.Globalization;
using Lind.Registry;

namespace Lind.Cli;

/// <summary>How an import ends: a line of JSON for programs, sentences for people.</summary>
internal static class ImportSummary
{
    public static void Write(ImportReport report, bool json, bool rejectedWereListed, TextWriter output)
    {
        var counts = report.Counts;
        if (json)
        {
            output.WriteJsonLine(writer =>
            {
                writer.WriteStartObject();
                writer.WriteNumber("read", counts.Read);
                writer.WriteNumber("added", counts.Added);
                writer.WriteNumber("updated", counts.Updated);
                writer.WriteNumber("unchanged", counts.Unchanged);
                writer.WriteNumber("rejected", counts.Rejected);
                writer.WriteNumber("elapsedSeconds", Math.Round(report.Elapsed.TotalSeconds, 3));
                writer.WriteEndObject();
            });
            return;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{counts.Read:N0} read: {counts.Added:N0} added, {counts.Updated:N0} updated, "
            + $"{counts.Unchanged:N0} unchanged, {counts.Rejected:N0} rejected."));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{report.Elapsed.TotalSeconds:F1} s, of which {report.StoreElapsed.TotalSeconds:F1} s storing."));
        if (counts.Rejected > 0 && !rejectedWereListed)
        {
            output.WriteLine("Rejected records are set aside: lind import --show-rejected lists them.");
        }
    }
}
