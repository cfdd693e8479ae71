using System.Collections.Concurrent;
using Lind.Search.Essie;
using Lind.Studies.Fields;

namespace Lind.Search.Areas;

/// <summary>All scopes by name; made once each.</summary>
internal static class SearchScopes
{
    private static readonly ConcurrentDictionary<string, SearchScope> ByName = new(StringComparer.Ordinal);

    private static readonly string[] Names =
        [.. SearchAreas.All.Select(area => area.Name), .. FieldCatalogue.All.Select(field => field.Piece)];

    /// <summary><c>BasicSearch</c> with criteria and detailed description at a low weight: our own default area.</summary>
    public static SearchScope Wide { get; } = SearchScope.Of(SearchAreas.OfName("BasicSearch")).With(
        new ScopeField(StudyFields.EligibilityCriteria, 0.25f, true),
        new ScopeField(StudyFields.DetailedDescription, 0.25f, true));

    /// <summary>The scope with this area, piece, older piece name or path; null when there is none.</summary>
    public static SearchScope? Find(string name)
    {
        // Kept by their own names: what clients write in other cases must not pile up.
        return ByName.TryGetValue(name, out var known) ? known
            : SearchAreas.Find(name) is { } area ? ByName.GetOrAdd(area.Name, _ => SearchScope.Of(area))
            : FieldCatalogue.Find(name) is { } field ? ByName.GetOrAdd(field.Piece, _ => SearchScope.Of(field))
            : null;
    }

    /// <summary>The scope with a name that is known to exist.</summary>
    public static SearchScope Get(string name) => Find(name) ?? throw new KeyNotFoundException(name);

    /// <summary>The name that an unknown one was probably meant to be.</summary>
    public static string? Nearest(string name) => Near.Best(name, Names);
}
