using System.Globalization;
using Lind.Search.Similarity;

namespace Lind.Cli;

/// <summary>How related studies are printed: one line each, or JSON.</summary>
internal static class RelatedOutput
{
    public static void Write(RelatedRequest request, RelatedAnswer answer, bool json, TextWriter output)
    {
        if (json)
        {
            output.WriteJsonLine(writer => RelatedJson.Write(writer, request, answer, request.NctIds.Count != 1));
            return;
        }

        foreach (var entry in answer.Entries)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{entry.NctId}  {entry.Score:F3}  {string.Join(" ", entry.Reasons.Select(reason => JsonOutput.OneLine(reason.ToString())))}"));
        }
    }
}
