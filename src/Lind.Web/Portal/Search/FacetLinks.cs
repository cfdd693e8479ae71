using Lind.Search;

namespace Lind.Web.Portal;

/// <summary>One value of a facet as a link that narrows the search by it, or widens it again.</summary>
public sealed record FacetLink(string Label, long Count, string Url, bool Chosen);

/// <summary>Makes the links of a facet: a registry filter where one exists, else a field of the form.</summary>
public static class FacetLinks
{
    public static IReadOnlyList<FacetLink> Of(Words words, SearchQuery query, Facet facet) =>
        [.. facet.Values.Select(value => LinkOf(words, query, facet.Kind, value)).OfType<FacetLink>()];

    /// <summary>The values as bars of a chart.</summary>
    public static IReadOnlyList<ChartBar> Bars(Words words, SearchQuery query, Facet facet) =>
        [.. Of(words, query.With("view", ""), facet).Select(link => new ChartBar(link.Label, link.Count, link.Url))];

    private static FacetLink? LinkOf(Words words, SearchQuery query, FacetKind kind, FacetValue value)
    {
        if (SearchFilters.Of(kind) is { } group)
        {
            var key = group.Keys.FirstOrDefault(one => one.Code == value.Value);
            return key is null
                ? null
                : new(SearchFilters.Label(words, group, key), value.Count,
                    query.With(query.Agg.Toggle(group.Name, key.Key)).ToUrl(), query.Agg.Has(group.Name, key.Key));
        }

        return kind switch
        {
            FacetKind.Country => Field("country", value.Value, value.Value),
            FacetKind.City => Field("city", value.Value, value.Value),
            FacetKind.ConditionMesh => Field("cond", value.Value, value.Value),
            FacetKind.InterventionMesh => Field("intr", value.Value, value.Value),
            FacetKind.InterventionType => Field("intr", words.Code("InterventionType", value.Value), $"AREA[InterventionType]{value.Value}"),
            FacetKind.Sponsor => Field("lead", value.Value, $"\"{value.Value.Replace("\"", "", StringComparison.Ordinal)}\""),
            FacetKind.StartYear => Field("start", value.Value, $"{value.Value}_{value.Value}"),
            FacetKind.Enrollment => new(value.Value, value.Count, query.ToUrl(), false),
            _ => null,
        };

        FacetLink Field(string name, string label, string text) => query[name] == text
            ? new(label, value.Count, query.With(name, "").ToUrl(), true)
            : new(label, value.Count, query.With(name, query[name].Length == 0 || name is "country" or "city" or "start" or "lead"
                ? text : $"({query[name]}) AND {Wrapped(text)}").ToUrl(), false);
    }

    private static string Wrapped(string text) => text.Contains(' ', StringComparison.Ordinal) && !text.StartsWith("AREA", StringComparison.Ordinal)
        ? $"\"{text}\"" : text;
}
