namespace Lind.Web.Portal;

/// <summary>Finds the sites around a place whose records give no coordinates: by the names of the towns that other sites
/// place there.</summary>
public sealed class NamedTowns(Gazetteer gazetteer)
{
    // The larger towns of a region hold nearly all of its sites; each name costs the search a little.
    private const int MostTowns = 16;

    /// <summary>The place with <see cref="NearPlace.ByName"/>, if any town within the distance has such sites.</summary>
    public NearPlace Complete(NearPlace place, double miles)
    {
        if (place is not { Latitude: { } latitude, Longitude: { } longitude })
        {
            return place;
        }

        var towns = gazetteer.TownsInPartUnplaced(latitude, longitude, miles, MostTowns);
        return towns.Count > 0 ? place with { ByName = Expression(towns) } : place;
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
}
