using System.Collections.Frozen;

namespace Lind.Studies.Xml.Forms;

/// <summary>Names of countries as API v2 writes them.</summary>
/// <remarks>The registry takes countries from a closed list and renames them in all records at once, so an old record
/// carries the new name. Only pairs of which the shared v2 records hold the new name; others keep their name.</remarks>
internal static class Countries
{
    private static readonly FrozenDictionary<string, string> Renamed = new Dictionary<string, string>
    {
        ["Bahamas"] = "The Bahamas",
        ["Brunei Darussalam"] = "Brunei",
        ["Côte D'Ivoire"] = "Côte d’Ivoire",
        ["Czech Republic"] = "Czechia",
        ["Former Serbia and Montenegro"] = "Serbia and Montenegro",
        ["Iran, Islamic Republic of"] = "Iran",
        ["Korea, Republic of"] = "South Korea",
        ["Macedonia, The Former Yugoslav Republic of"] = "North Macedonia",
        ["Moldova, Republic of"] = "Moldova",
        ["Russian Federation"] = "Russia",
        ["Turkey"] = "Turkey (Türkiye)",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The order of sites: the United States first, the others by name, sites without a country last.</summary>
    /// <remarks>So in all 4,017 shared v2 records, and in the XML until a renamed country moves.</remarks>
    public static readonly IComparer<string?> OfSites = Comparer<string?>.Create((one, other) =>
        Rank(one) is var rank && Rank(other) is var against && rank != against
            ? rank - against
            : StringComparer.OrdinalIgnoreCase.Compare(one, other));

    /// <summary>Today's name of the country; a name without a newer one is returned as it is.</summary>
    public static string? Current(string? name) => name is null ? null : Renamed.GetValueOrDefault(name, name);

    private static int Rank(string? country) => country switch
    {
        "United States" => 0,
        null => 2,
        _ => 1,
    };
}
