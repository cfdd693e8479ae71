using System.Text.Json;

namespace Lind.Search.Similarity;

/// <summary>The one JSON form of related studies, for the command line and the API alike.</summary>
public static class RelatedJson
{
    /// <summary>Writes the question (<c>nctId</c>, or the list <c>nctIds</c>), <c>related</c> with the joint ranking, and
    /// <c>unknown</c> where the question named studies that are not there.</summary>
    /// <param name="writer">Stands inside no object; a whole one is written.</param>
    /// <param name="request">What was asked: its studies are named as asked.</param>
    /// <param name="answer">What was found.</param>
    /// <param name="asList">Whether the question is a list of studies, be it of one; else it is one study.</param>
    public static void Write(Utf8JsonWriter writer, RelatedRequest request, RelatedAnswer answer, bool asList)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        if (asList)
        {
            WriteList(writer, "nctIds", request.NctIds);
        }
        else
        {
            writer.WriteString("nctId", request.NctIds[0]);
        }

        writer.WriteStartArray("related");
        foreach (var entry in answer.Entries)
        {
            WriteEntry(writer, entry);
        }

        writer.WriteEndArray();
        if (answer.Unknown.Count > 0)
        {
            WriteList(writer, "unknown", answer.Unknown);
        }

        writer.WriteEndObject();
    }

    private static void WriteEntry(Utf8JsonWriter writer, RelatedEntry entry)
    {
        writer.WriteStartObject();
        writer.WriteString("nctId", entry.NctId);
        writer.WriteNumber("score", entry.Score);
        writer.WriteString("block", JsonNamingPolicy.CamelCase.ConvertName(entry.Block.ToString()));
        WriteList(writer, "reasons", entry.Reasons.Select(one => one.ToString()));
        WriteList(writer, "differences", entry.Differences.Select(one => one.ToString()));
        writer.WriteStartArray("contributions");
        foreach (var part in entry.Contributions)
        {
            writer.WriteStartObject();
            writer.WriteString("feature", part.Feature);
            writer.WriteNumber("similarity", part.Similarity);
            writer.WriteNumber("points", part.Points);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter writer, string name, IEnumerable<string> items)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStringValue(item);
        }

        writer.WriteEndArray();
    }
}
