using System.Globalization;
using Lind.Search;

namespace Lind.Web.Portal;

/// <summary>A field of the address that holds one value of the record to the letter, for narrowing by a facet: the
/// number beside the facet's value is then the number found.</summary>
/// <param name="Name">The field of the address.</param>
/// <param name="Piece">The record's piece.</param>
/// <param name="Facet">The facet that counts it.</param>
/// <param name="CodeList">The list of codes its values come from; null for names.</param>
public sealed record ExactFilter(string Name, string Piece, FacetKind Facet, string? CodeList = null)
{
    /// <summary>All of them.</summary>
    public static readonly ExactFilter[] All =
    [
        new("mesh", "ConditionMeshTerm", FacetKind.ConditionMesh), new("intrMesh", "InterventionMeshTerm", FacetKind.InterventionMesh),
        new("intrType", "InterventionType", FacetKind.InterventionType, "InterventionType"),
        new("sponsor", "LeadSponsorName", FacetKind.Sponsor),
        new("leadClass", "LeadSponsorClass", FacetKind.SponsorClass, "AgencyClass"),
        new("purpose", "DesignPrimaryPurpose", FacetKind.PrimaryPurpose, "PrimaryPurpose"),
        new("size", "EnrollmentCount", FacetKind.Enrollment),
    ];

    public static ExactFilter? Of(FacetKind facet) => Array.Find(All, filter => filter.Facet == facet);

    /// <summary>The value in words.</summary>
    public string Label(Words words, string value) => CodeList is not null ? words.Code(CodeList, value)
        : Facet == FacetKind.Enrollment && Band(value) is var (from, to)
            ? to == "MAX" ? words.Say("search.sizeFrom", Number(words, from)) : words.Say("search.sizeSpan", Number(words, from), Number(words, to))
        : value;

    /// <summary>The filter in the expert language; a text that cannot be a value is searched as a name.</summary>
    public string Expression(string value) => Facet == FacetKind.Enrollment
        ? Band(value) is var (from, to) ? $"AREA[{Piece}]RANGE[{from}, {to}]" : $"AREA[{Piece}]MISSING"
        : CodeList is not null && Quote.Code(value) is { } code ? $"AREA[{Piece}]{code}"
        : $"AREA[{Piece}]COVERAGE[FullMatch]{Quote.Phrase(value)}";

    private static string Number(Words words, string digits) => words.Number(long.Parse(digits, CultureInfo.InvariantCulture));

    // "50-99", "1000+".
    private static (string From, string To)? Band(string value)
    {
        var parts = value.TrimEnd('+').Split('-');
        return parts.All(part => part.Length is > 0 and < 10 && part.All(char.IsAsciiDigit))
            ? (parts[0], parts.Length > 1 ? parts[1] : "MAX") : null;
    }
}
