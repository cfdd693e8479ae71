using System.Collections.Frozen;

namespace Lind.Studies.Xml.Forms;

/// <summary>Labels of the XML to the codes of API v2.</summary>
/// <remarks>Most codes are the label in capitals with underscores; the table holds the others. A label nobody knows
/// becomes a code the same way, so that nothing is lost.</remarks>
internal static class Codes
{
    private static readonly FrozenDictionary<string, string> Irregular = new Dictionary<string, string>
    {
        ["N/A"] = "NA",
        ["Unknown status"] = "UNKNOWN",
        ["No longer recruiting"] = "ACTIVE_NOT_RECRUITING",
        ["Anticipated"] = "ESTIMATED",
        ["Estimate"] = "ESTIMATED",
        ["U.S. Fed"] = "FED",
        ["Other U.S. Federal agency"] = "FED",
        ["Individual"] = "INDIV",
        ["Both"] = "ALL",
        ["Early Phase 1"] = "EARLY_PHASE1",
        ["Phase 0"] = "EARLY_PHASE1",
        ["Phase 1"] = "PHASE1",
        ["Phase 2"] = "PHASE2",
        ["Phase 3"] = "PHASE3",
        ["Phase 4"] = "PHASE4",
        ["Single Group Assignment"] = "SINGLE_GROUP",
        ["Parallel Assignment"] = "PARALLEL",
        ["Crossover Assignment"] = "CROSSOVER",
        ["Factorial Assignment"] = "FACTORIAL",
        ["Sequential Assignment"] = "SEQUENTIAL",
        ["Educational/Counseling/Training"] = "ECT",
        ["None (Open Label)"] = "NONE",
        ["Open Label"] = "NONE",
        ["No masking"] = "NONE",
        ["Single Blind"] = "SINGLE",
        ["Double-Blind"] = "DOUBLE",
        ["Double Blind"] = "DOUBLE",
        ["Statistical Analysis Plan (SAP)"] = "SAP",
        ["Informed Consent Form (ICF)"] = "ICF",
        ["Clinical Study Report (CSR)"] = "CSR",
        ["Standard Deviation"] = "STANDARD_DEVIATION",
        ["Standard Error of the Mean"] = "STANDARD_ERROR_OF_MEAN",
        ["80% Confidence Interval"] = "CONFIDENCE_80",
        ["90% Confidence Interval"] = "CONFIDENCE_90",
        ["95% Confidence Interval"] = "CONFIDENCE_95",
        ["97.5% Confidence Interval"] = "CONFIDENCE_975",
        ["99% Confidence Interval"] = "CONFIDENCE_99",
        ["Other Confidence Interval Level"] = "CONFIDENCE_OTHER",
        ["Geometric Coefficient of Variation"] = "GEOMETRIC_COEFFICIENT",
        ["1-Sided"] = "ONE_SIDED",
        ["2-Sided"] = "TWO_SIDED",
        ["Non-Inferiority or Equivalence (legacy)"] = "NON_INFERIORITY_OR_EQUIVALENCE_LEGACY",
        ["Superiority or Other (legacy)"] = "SUPERIORITY_OR_OTHER_LEGACY",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static string Of(string label) => Irregular.TryGetValue(label, out var code) ? code : Regular(label);

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
}
