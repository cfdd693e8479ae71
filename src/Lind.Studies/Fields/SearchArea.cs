namespace Lind.Studies.Fields;

/// <summary>Fields of one search area that share weight and treatment.</summary>
/// <param name="Fields">The fields.</param>
/// <param name="Weight">How much a hit in them counts, up to 1.</param>
/// <param name="Type">How the registry reads them: <c>text</c>, <c>markup</c>, <c>nct</c>, <c>GeoName</c>, or the name of
/// a coded list.</param>
/// <param name="IsEnum">Whether <paramref name="Type"/> names a coded list.</param>
/// <param name="HasSynonyms">Whether synonyms of a search term count as hits.</param>
public sealed record SearchPart(
    IReadOnlyList<StudyField> Fields, double Weight, string Type, bool IsEnum, bool HasSynonyms);

/// <summary>A named group of weighted fields that one search term is looked up in.</summary>
/// <param name="Name">Its name in queries, such as <c>BasicSearch</c>.</param>
/// <param name="Param">The request parameter that searches it, without <c>query.</c>; null when none does.</param>
/// <param name="UiLabel">The registry's label of its input box; null when it has none.</param>
/// <param name="Parts">Its fields, by weight.</param>
public sealed record SearchArea(string Name, string? Param, string? UiLabel, IReadOnlyList<SearchPart> Parts)
{
    /// <summary>Each field with its part.</summary>
    public IEnumerable<(StudyField Field, SearchPart Part)> Fields =>
        Parts.SelectMany(part => part.Fields.Select(one => (one, part)));
}
