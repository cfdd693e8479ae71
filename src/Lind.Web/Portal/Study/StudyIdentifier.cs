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
                other.Domain ?? words["ids.none"], Links.Outside(other.Link) ?? Home(other.Id)));
        }

        foreach (var alias in module?.NctIdAliases ?? [])
        {
            rows.Add(new(alias, words["ids.alias"], null, "ClinicalTrials.gov", null));
        }

        return rows;
    }

    /// <summary>Where a number of a known form can be looked up.</summary>
    internal static string? Home(string? id)
    {
        id = id?.Trim();
        return id switch
        {
            null or "" => null,
            _ when IsEudraCt(id) => $"https://www.clinicaltrialsregister.eu/ctr-search/search?query={id}",
            _ when IsCtis(id) => $"https://euclinicaltrials.eu/ctis-public/view/{id}",
            _ when id.StartsWith("ISRCTN", StringComparison.Ordinal) && id[6..].All(char.IsAsciiDigit) && id.Length > 6 =>
                $"https://www.isrctn.com/{id}",
            _ when id.StartsWith("ACTRN", StringComparison.Ordinal) && id[5..].All(char.IsAsciiLetterOrDigit) && id.Length > 5 =>
                $"https://www.anzctr.org.au/{id}.aspx",
            _ when id.StartsWith("DRKS", StringComparison.Ordinal) && id[4..].All(char.IsAsciiDigit) && id.Length > 4 =>
                $"https://drks.de/search/en/trial/{id}",
            _ => null,
        };
    }

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
