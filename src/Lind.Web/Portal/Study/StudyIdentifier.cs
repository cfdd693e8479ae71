using Lind.Studies;

namespace Lind.Web.Portal;

/// <summary>One further number of a study, with its kind, where it comes from, and its home on the web if it has one.</summary>
public sealed record StudyIdentifier(string Id, string Type, string? Code, string Source, string? Url)
{
    public static IReadOnlyList<StudyIdentifier> Of(Words words, StudyView view)
    {
        var module = view.Protocol.IdentificationModule;
        var rows = new List<StudyIdentifier>();
        if (module?.OrgStudyIdInfo is { Id: { } own } info)
        {
            rows.Add(new(own, info.Type is null ? words["ids.org"] : words.Code(info.Type), info.Type?.Code,
                words["ids.orgSource"], Links.Outside(info.Link) ?? Home(own)));
        }

        foreach (var other in module?.SecondaryIdInfos ?? [])
        {
            rows.Add(new(other.Id ?? "", words.Code(other.Type), other.Type?.Code,
                other.Domain ?? words["ids.none"], Links.Outside(other.Link) ?? Grant(other) ?? Home(other.Id)));
        }

        foreach (var alias in module?.NctIdAliases ?? [])
        {
            rows.Add(new(alias, words["ids.alias"], null, "ClinicalTrials.gov", null));
        }

        return rows;
    }

    // Registers of the WHO's network whose numbers begin like this; its portal shows each by its number.
    private static readonly string[] WhoRegisters =
        ["JPRN-", "ChiCTR", "CTRI/", "KCT", "TCTR", "RBR-", "PACTR", "IRCT", "SLCTR/", "NL-OMON", "RPCEC", "LBCTR", "PER-", "ITMCTR", "NTR"];

    /// <summary>Where a number of a known form can be looked up. Nothing is asked: it is a link for the reader.</summary>
    internal static string? Home(string? id)
    {
        id = id?.Trim();
        return id switch
        {
            null or "" or { Length: > 60 } => null,
            _ when IsNumbered(id, "NCT", 8) => $"/study/{id}",
            _ when IsEudraCt(id) => $"https://www.clinicaltrialsregister.eu/ctr-search/search?query={id}",
            _ when IsCtis(id) => $"https://euclinicaltrials.eu/ctis-public/view/{id}",
            _ when id.StartsWith("ISRCTN", StringComparison.Ordinal) && id[6..].All(char.IsAsciiDigit) && id.Length > 6 =>
                $"https://www.isrctn.com/{id}",
            _ when id.StartsWith("ACTRN", StringComparison.Ordinal) && id[5..].All(char.IsAsciiLetterOrDigit) && id.Length > 5 =>
                $"https://www.anzctr.org.au/{id}.aspx",
            _ when id.StartsWith("DRKS", StringComparison.Ordinal) && id[4..].All(char.IsAsciiDigit) && id.Length > 4 =>
                $"https://drks.de/search/en/trial/{id}",
            _ when IsJapanese(id) => $"https://trialsearch.who.int/Trial2.aspx?TrialID=JPRN-{id}",
            _ when WhoRegisters.Any(begin => id.StartsWith(begin, StringComparison.OrdinalIgnoreCase) && id.Length > begin.Length)
                && id.Any(char.IsAsciiDigit) && !id.Contains(' ') => $"https://trialsearch.who.int/Trial2.aspx?TrialID={Uri.EscapeDataString(id)}",
            _ => null,
        };
    }

    // NIH grants: R01HL123456, U54 MD007584-05, 5P30CA016672.
    private static string? Grant(SecondaryIdInfo other)
    {
        var id = other.Id?.Replace(" ", "", StringComparison.Ordinal);
        return other.Type?.Code == "NIH" && id is { Length: >= 8 and <= 20 } && id.All(one => char.IsAsciiLetterOrDigit(one) || one == '-')
            ? $"https://reporter.nih.gov/quickSearch/{id}" : null;
    }

    // UMIN000012345, jRCTs031200123, JapicCTI-101234, JMA-IIA00123.
    private static bool IsJapanese(string id) => IsNumbered(id, "UMIN", 9)
        || ((id.StartsWith("jRCT", StringComparison.Ordinal) || id.StartsWith("JapicCTI-", StringComparison.Ordinal)
            || id.StartsWith("JMA-IIA", StringComparison.Ordinal)) && id.Length <= 20 && id.All(one => char.IsAsciiLetterOrDigit(one) || one == '-'));

    private static bool IsNumbered(string id, string begin, int digits) =>
        id.Length == begin.Length + digits && id.StartsWith(begin, StringComparison.Ordinal) && id.AsSpan(begin.Length).IndexOfAnyExceptInRange('0', '9') < 0;

    // EudraCT numbers: 2004-000446-20. CTIS numbers: 2022-500024-30-00.
    private static bool IsEudraCt(string id) => HasShape(id, 4, 6, 2);

    private static bool IsCtis(string id) => HasShape(id, 4, 6, 2, 2);

    private static bool HasShape(string id, params ReadOnlySpan<int> lengths)
    {
        var parts = id.Split('-');
        if (parts.Length != lengths.Length)
        {
            return false;
        }

        for (var index = 0; index < parts.Length; index++)
        {
            if (parts[index].Length != lengths[index] || !parts[index].All(char.IsAsciiDigit))
            {
                return false;
            }
        }

        return true;
    }
}
