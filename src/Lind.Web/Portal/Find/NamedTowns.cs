using System.Collections.Concurrent;
using Lind.Registry;
using Lind.Search;

namespace Lind.Web.Portal;

/// <summary>Finds the sites around a place whose records give no coordinates: by the names of the towns that other sites
/// place there.</summary>
public sealed class NamedTowns(Gazetteer gazetteer, StudyRegistry registry)
{
    // The larger towns of a region hold nearly all of its sites; each name costs the search a little.
    private const int MostTowns = 16;
    private const int MostKept = 2000;

    private Shelf _shelf = new("", []);

    /// <summary>The place with <see cref="NearPlace.ByName"/>, if any study has such a site within the distance.</summary>
    public NearPlace Complete(NearPlace place, double miles, CancellationToken cancellationToken)
    {
        if (place is not { Latitude: { } latitude, Longitude: { } longitude })
        {
            return place;
        }

        var towns = gazetteer.TownsWithin(latitude, longitude, miles, MostTowns);
        var expression = towns.Count == 0 ? "" : Expression(towns);
        return expression.Length > 0 && HasStudies(expression, cancellationToken) ? place with { ByName = expression } : place;
    }

    private bool HasStudies(string expression, CancellationToken cancellationToken)
    {
        var search = registry.Search;
        var shelf = Volatile.Read(ref _shelf);
        if (shelf.SnapshotId != search.SnapshotId || shelf.Known.Count >= MostKept)
        {
            Volatile.Write(ref _shelf, shelf = new(search.SnapshotId, []));
        }

        if (shelf.Known.TryGetValue(expression, out var known))
        {
            return known;
        }

        var request = new StudySearchRequest { QueryTerm = $"SEARCH[Location]({expression})", PageSize = 1 };
        return shelf.Known[expression] = search.Search(request, cancellationToken).Answer is { Hits.Count: > 0 };
    }

    private static string Expression(IEnumerable<KnownPlace> towns)
    {
        var regions = towns.GroupBy(town => (town.State, town.Country)).Select(region =>
        {
            var names = string.Join(" OR ", region.Select(town => Exactly("LocationCity", town.City!)));
            var state = region.Key.State is { Length: > 0 } one ? Exactly("LocationState", one) + " AND " : "";
            return $"({state}{Exactly("LocationCountry", region.Key.Country!)} AND ({names}))";
        });
        return $"AREA[LocationGeoPoint]MISSING AND ({string.Join(" OR ", regions)})";
    }

    private static string Exactly(string piece, string name) => $"AREA[{piece}]COVERAGE[FullMatch]{Quote.Phrase(name)}";

    private sealed record Shelf(string SnapshotId, ConcurrentDictionary<string, bool> Known);
}
