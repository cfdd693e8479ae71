using Lind.Studies;

namespace Lind.Web.Portal;

/// <summary>A choice of studies as an address carries it: numbers with commas between. Nothing is kept on the server.</summary>
public static class StudySelection
{
    /// <summary>How many studies one selection may hold: an address has its limits.</summary>
    public const int Most = 100;

    private const int LongestText = 4000;

    /// <summary>The numbers in the text, each once, in their order; anything else is passed over.</summary>
    public static IReadOnlyList<string> Read(string text) =>
    [
        .. (text.Length <= LongestText ? text : text[..LongestText])
            .Split([',', ' ', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(text => NctId.ParseRequest(text)).Where(id => id.Success).Select(id => id.Value.ToString()).Distinct().Take(Most),
    ];

    /// <summary>The address of the selection's own page.</summary>
    public static string Url(IEnumerable<string> ids) => "/selection?ids=" + string.Join(',', ids);
}
