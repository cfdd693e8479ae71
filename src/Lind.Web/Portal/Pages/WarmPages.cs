using Lind.Search;

namespace Lind.Web.Portal;

/// <summary>One page to make in advance.</summary>
/// <param name="Route">The route's pattern as mapped.</param>
/// <param name="Path">The path of the address.</param>
/// <param name="Query">The query with its question mark; empty for none.</param>
/// <param name="Values">The values of the route.</param>
internal sealed record WarmPage(string Route, string Path, string Query, params (string Name, string Value)[] Values);

/// <summary>Which pages are worth making in advance: those of what this registry has most of.</summary>
internal static class WarmPages
{
    private const int Studies = 30;
    private const int Topics = 4;

    private static readonly string[] Views =
        ["", "&aggFilters=status%3Arec", "&view=table", "&view=map", "&view=charts", "&sort=LastUpdatePostDate%3Adesc"];

    /// <summary>The pages, those that most readers see first at the front.</summary>
    public static IEnumerable<WarmPage> Of(SearchIndex search, CancellationToken cancellationToken)
    {
        var answer = search.Search(
            new() { PageSize = Studies, CountTotal = true, Facets = [.. TopicKind.All.Select(kind => new FacetRequest(kind.Facet, Topics))] },
            cancellationToken).Answer;
        yield return new("/", "/", "");
        foreach (var hit in answer?.Hits ?? [])
        {
            yield return Study(hit.NctId.ToString(), "");
        }

        var conditions = Values(answer, FacetKind.ConditionMesh);
        foreach (var page in conditions.SelectMany(Searches).Concat(conditions.Take(1).SelectMany(condition => Questions(condition, Values(answer, FacetKind.Country)))))
        {
            yield return page;
        }

        foreach (var kind in TopicKind.All)
        {
            yield return new("/browse/{kind}", $"/browse/{kind.Name}", "", ("kind", kind.Name));
            foreach (var name in Values(answer, kind.Facet))
            {
                yield return new("/browse/{kind}/{**name}", Links.Topic(kind.Name, name), "", ("kind", kind.Name), ("name", name));
            }
        }

        if (answer is { Hits: [var first, var second, ..] })
        {
            yield return Study(first.NctId.ToString(), "/landscape");
            yield return Study(first.NctId.ToString(), "/history");
            yield return new("/compare", "/compare", $"?ids={first.NctId},{second.NctId}");
            yield return new("/selection", "/selection", $"?ids={first.NctId},{second.NctId}");
        }
    }

    private static WarmPage Study(string id, string below) => new("/study/{id}" + below, $"/study/{id}{below}", "", ("id", id));

    private static IReadOnlyList<string> Values(StudySearchAnswer? answer, FacetKind kind) =>
        [.. (answer?.Facets.FirstOrDefault(facet => facet.Kind == kind)?.Values ?? []).Select(value => value.Value)];

    private static IEnumerable<WarmPage> Searches(string condition) =>
        Views.Select(more => Search($"?cond={Uri.EscapeDataString(condition)}{more}"));

    private static IEnumerable<WarmPage> Questions(string condition, IReadOnlyList<string> countries) => countries.SelectMany(country => new[]
    {
        Search($"?{FindPages.Box}={Uri.EscapeDataString(condition + " " + country)}"),
        Search($"?cond={Uri.EscapeDataString(condition)}&locn={Uri.EscapeDataString(country)}&distance=50"),
    });

    private static WarmPage Search(string query) => new("/search", "/search", query);
}
