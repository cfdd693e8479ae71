using System.Collections.Frozen;
using Lind.Studies.Fields;

namespace Lind.Studies.Xml.Forms;

/// <summary>Labels of the XML to the codes of API v2.</summary>
/// <remarks>The registry's own lists know their older labels, and no label stands for two codes. A label nobody knows
/// becomes a code in their manner (capitals, underscores), so that nothing is lost.</remarks>
internal static class Codes
{
    /// <summary>Labels that the registry no longer uses, or that only its XML had.</summary>
    private static readonly Dictionary<string, string> Older = new(StringComparer.OrdinalIgnoreCase)
    {
        ["N/A"] = "NA",
        ["No longer recruiting"] = "ACTIVE_NOT_RECRUITING",
        ["U.S. Fed"] = "FED",
        ["Individual"] = "INDIV",
        ["Both"] = "ALL",
        ["Phase 0"] = "EARLY_PHASE1",
        ["Open Label"] = "NONE",
        ["No masking"] = "NONE",
        ["Single Blind"] = "SINGLE",
        ["Double-Blind"] = "DOUBLE",
        ["Double Blind"] = "DOUBLE",
    };

    private static readonly FrozenDictionary<string, string> ByLabel = Collect();

    public static string Of(string label) => ByLabel.TryGetValue(label, out var code) ? code : Regular(label);

    /// <summary>Letters and digits in capitals, everything between them one underscore.</summary>
    private static string Regular(string label)
    {
        Span<char> code = label.Length <= 256 ? stackalloc char[label.Length] : new char[label.Length];
        var length = 0;
        var gap = false;
        foreach (var letter in label)
        {
            if (!char.IsAsciiLetterOrDigit(letter))
            {
                gap = length > 0;
                continue;
            }

            if (gap)
            {
                code[length++] = '_';
                gap = false;
            }

            code[length++] = char.ToUpperInvariant(letter);
        }

        return length == 0 ? label : new string(code[..length]);
    }

    private static FrozenDictionary<string, string> Collect()
    {
        var codes = new Dictionary<string, string>(Older, StringComparer.OrdinalIgnoreCase);
        foreach (var value in StudyEnums.All.SelectMany(list => list.Values))
        {
            codes[value.LegacyValue] = value.Value;
            foreach (var label in value.Exceptions.Values)
            {
                codes[label] = value.Value;
            }
        }

        return codes.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
