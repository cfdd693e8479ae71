using System.Collections.Frozen;
using System.Globalization;

namespace Lind.Studies.Fields;

/// <summary>The registry's 19 search areas with their weights.</summary>
/// <remarks>Read once from an embedded table; immutable and thread-safe.</remarks>
public static class SearchAreas
{
    private static readonly SearchArea[] Areas = Read();

    private static readonly FrozenDictionary<string, SearchArea> ByName =
        Areas.ToFrozenDictionary(area => area.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>All areas, in the registry's order.</summary>
    public static IReadOnlyList<SearchArea> All => Areas;

    /// <summary>The area with this name, in any case; null when there is none.</summary>
    public static SearchArea? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The area with this name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static SearchArea OfName(string name) => ByName[name];

    // A line that starts in the first column opens an area; the lines indented below it are its parts.
    private static SearchArea[] Read()
    {
        var areas = new List<SearchArea>();
        var parts = new List<SearchPart>();
        foreach (var cell in CatalogueData.Lines("areas.tsv", 5, headings: 2))
        {
            if (cell[0].Length > 0)
            {
                parts = [];
                areas.Add(new SearchArea(
                    cell[0], CatalogueData.OrNull(cell[1]), CatalogueData.OrNull(cell[2]), parts));
            }
            else
            {
                parts.Add(ReadPart(cell));
            }
        }

        return [.. areas];
    }

    private static SearchPart ReadPart(string[] cell)
    {
        var isEnum = cell[3].StartsWith("enum ", StringComparison.Ordinal);
        return new SearchPart(
            [.. CatalogueData.Parts(cell[1]).Select(FieldOf)],
            double.Parse(cell[2], CultureInfo.InvariantCulture),
            isEnum ? cell[3]["enum ".Length..] : cell[3],
            isEnum,
            cell[4].Length > 0);
    }

    private static StudyField FieldOf(string piece) => FieldCatalogue.ByPiece(piece)
        ?? throw new InvalidDataException($"A search area names a field that does not exist: {piece}");
}
