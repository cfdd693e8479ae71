using Lind.Search;

namespace Lind.Web.Portal;

/// <summary>One value of a facet as a link that narrows the search by it, or widens it again.</summary>
public sealed record FacetLink(string Label, long Count, string Url, bool Chosen);

/// <summary>Makes the links of a facet: a registry filter where one exists, else a field of the form.</summary>
public static class FacetLinks
{
    public static IReadOnlyList<FacetLink> Of(Words words, SearchQuery query, Facet facet) =>
        [.. facet.Values.Select(value => LinkOf(words, query, facet, value)).OfType<FacetLink>()];

    /// <summary>The values as bars of a chart.</summary>
    public static IReadOnlyList<ChartBar> Bars(Words words, SearchQuery query, Facet facet) =>
        [.. Of(words, query.With("view", ""), facet).Select(link => new ChartBar(link.Label, link.Count, link.Url))];

    /// <summary>The same search with nothing of a facet chosen; null when nothing of it is.</summary>
    public static SearchQuery? WithoutChoice(SearchQuery query, FacetKind kind)
    {
        if (SearchFilters.Of(kind) is { Name: not "funderType" } group)
        {
            return group.Keys.Any(key => query.Agg.Has(group.Name, key.Key)) ? query.With(query.Agg.Without(group.Name)) : null;
        }

        var name = ExactFilter.Of(kind)?.Name ?? (kind == FacetKind.Country ? "country" : "");
        return name.Length > 0 && query[name].Length > 0 ? query.With(name, "") : null;
    }

    private static FacetLink? LinkOf(Words words, SearchQuery query, Facet facet, FacetValue value)
    {
        if (SearchFilters.Of(facet.Kind) is { Name: not "funderType" } group)
        {
            var key = group.Keys.FirstOrDefault(one => one.Code == value.Value);
            return key is null
                ? null
                : new(SearchFilters.Label(words, group, key), value.Count + AlsoMeant(facet),
                    query.With(query.Agg.Toggle(group.Name, key.Key)).ToUrl(), query.Agg.Has(group.Name, key.Key));
        }

        if (ExactFilter.Of(facet.Kind) is { } filter)
        {
            return Field(filter.Name, filter.Label(words, value.Value), value.Value);
        }

        return facet.Kind switch
        {
            FacetKind.Country => Field("country", value.Value, value.Value),
            FacetKind.City => Field("city", value.Value, value.Value),
            FacetKind.StartYear => Field("start", value.Value, $"{value.Value}_{value.Value}"),
            _ => null,
        };

        FacetLink Field(string name, string label, string text) => query[name] == text
            ? new(label, value.Count, query.With(name, "").ToUrl(), true)
            : new(label, value.Count, query.With(name, text).ToUrl(), false);
    }

    // Studies open to all are open to women and to men.
    private static long AlsoMeant(Facet facet) =>
        facet.Kind == FacetKind.Sex ? facet.Values.FirstOrDefault(value => value.Value == "ALL")?.Count ?? 0 : 0;
}
