using System.Globalization;
using System.Text.Json;
using Lind.Search.Similarity;

namespace Lind.Cli;

/// <summary>How related studies are printed: one line each, or JSON.</summary>
internal static class RelatedOutput
{
    public static void Write(RelatedRequest request, RelatedAnswer answer, bool json, TextWriter output)
    {
        if (json)
        {
            output.WriteJsonLine(writer => WriteJson(request, answer, writer));
            return;
        }

        foreach (var entry in answer.Entries)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{entry.NctId}  {entry.Score:F3}  {string.Join(" ", entry.Reasons.Select(JsonOutput.OneLine))}"));
        }
    }

    private static void WriteJson(RelatedRequest request, RelatedAnswer answer, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        if (request.NctIds.Count == 1)
        {
            writer.WriteString("nctId", request.NctIds[0]);
        }
        else
        {
            WriteList(writer, "nctIds", request.NctIds);
        }

        writer.WriteStartArray("related");
        foreach (var entry in answer.Entries)
        {
            writer.WriteStartObject();
            writer.WriteString("nctId", entry.NctId);
            writer.WriteNumber("score", entry.Score);
            writer.WriteString("block", JsonNamingPolicy.CamelCase.ConvertName(entry.Block.ToString()));
            WriteList(writer, "reasons", entry.Reasons);
            WriteList(writer, "differences", entry.Differences);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}
