using System.Globalization;
using System.Text;
using Lind.Registry;
using Lind.Search;

namespace Lind.Web.Portal;

/// <summary>The places of the registry's own sites by name: no outside map is asked. Read from the index when first
/// needed and again when the index has changed.</summary>
public sealed class Gazetteer(StudyRegistry registry, Words words)
{
    private const int LongestName = 200;

    // The least that a degree of latitude measures.
    private const double KilometresPerDegree = 110.5;

    private readonly Lock _reading = new();
    private Shelf? _shelf;

    /// <summary>The place of that name with most sites. Parts after a comma must be its region or country, in full or
    /// as people shorten them. Null when the registry has no site in such a place.</summary>
    public KnownPlace? Find(string text)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (text.Length > LongestName || parts.Length == 0)
        {
            return null;
        }

        var shelf = Current();
        return new[] { Fold(parts[0]), Meant(parts[0]) }.Distinct()
            .SelectMany(name => shelf.ByName.GetValueOrDefault(name, []))
            .FirstOrDefault(place => parts.Skip(1).All(part => Meant(part) is var wanted
                && (Fold(place.State ?? "") == wanted || Fold(place.Country ?? "") == wanted)));
    }

    /// <summary>The name of the place at a point of a site; null when several or none is known there.</summary>
    public string? NameAt(double latitude, double longitude) => Current().ByPoint.GetValueOrDefault((latitude, longitude));

    /// <summary>Places whose name begins with what is typed, most sites first.</summary>
    public IReadOnlyList<KnownPlace> Suggest(string prefix, int limit)
    {
        var start = Fold(prefix);
        return start.Length is 0 or > LongestName ? []
            : [.. Current().ByName.Where(one => one.Key.StartsWith(start, StringComparison.Ordinal)).SelectMany(one => one.Value)
                .OrderByDescending(place => place.Sites).Take(limit)];
    }

    /// <summary>The town where a record names it: town, region and country must agree. Null when no site is placed there.</summary>
    public KnownPlace? Town(string? city, string? state, string? country) => string.IsNullOrWhiteSpace(city) || city.Length > LongestName
        ? null
        : Current().ByName.GetValueOrDefault(Fold(city), []).FirstOrDefault(place => place.Kind == PlaceKind.City
            && Fold(place.State ?? "") == Fold(state ?? "") && Fold(place.Country ?? "") == Fold(country ?? ""));

    /// <summary>The towns within a distance of a point in which some sites give no coordinates, those with most sites first.</summary>
    public IReadOnlyList<KnownPlace> TownsInPartUnplaced(double latitude, double longitude, double miles, int limit)
    {
        var kilometres = miles * StudySites.KilometresPerMile;
        return [.. Current().PartlyUnplaced
            .Where(town => Math.Abs(town.Latitude - latitude) * KilometresPerDegree <= kilometres
                && StudySites.Distance(latitude, longitude, town.Latitude, town.Longitude) <= kilometres)
            .Take(limit)];
    }

    // A shortened name of a region or country, as the language's words list them.
    private string Meant(string part) => Fold(words.Find("place.alias." + Fold(part)) ?? part);

    private Shelf Current()
    {
        var search = registry.Search;
        var shelf = Volatile.Read(ref _shelf);
        if (shelf?.SnapshotId == search.SnapshotId)
        {
            return shelf;
        }

        // While one reader waits for the places of a new index, the others go on with those of the old one.
        if (!_reading.TryEnter(shelf is null ? Timeout.Infinite : 0))
        {
            return shelf!;
        }

        try
        {
            if (_shelf?.SnapshotId != search.SnapshotId)
            {
                _shelf = Shelf.Of(search.SnapshotId, search.Places());
            }

            return _shelf;
        }
        finally
        {
            _reading.Exit();
        }
    }

    internal static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var one in text.Trim().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(one) != UnicodeCategory.NonSpacingMark && one != '.')
            {
                folded.Append(char.ToLowerInvariant(one));
            }
        }

        return folded.ToString();
    }

    private sealed record Shelf(
        string SnapshotId, Dictionary<string, KnownPlace[]> ByName, KnownPlace[] PartlyUnplaced,
        Dictionary<(double Latitude, double Longitude), string> ByPoint)
    {
        public static Shelf Of(string snapshotId, IReadOnlyList<SitePlace> all)
        {
            var sites = all.Where(site => site.Latitude is not null).ToList();
            var unplaced = all.Where(site => site.Latitude is null).Select(site => NameOf(site.City, site.State, site.Country)).ToHashSet();
            var towns = Merged(sites, PlaceKind.City)
                .Where(town => !string.IsNullOrWhiteSpace(town.City) && !string.IsNullOrWhiteSpace(town.Country)
                    && unplaced.Contains(NameOf(town.City, town.State, town.Country)))
                .OrderByDescending(town => town.Sites).ToArray();
            var places = Merged(sites, PlaceKind.City).Concat(Merged(sites, PlaceKind.State)).Concat(Merged(sites, PlaceKind.Country));
            var byName = places.GroupBy(NameOf).Where(group => group.Key.Length > 0)
                .ToDictionary(group => group.Key, group => group.OrderByDescending(place => place.Sites).ToArray(), StringComparer.Ordinal);
            var byPoint = new Dictionary<(double, double), string>();
            foreach (var site in sites)
            {
                byPoint.TryAdd((site.Latitude!.Value, site.Longitude!.Value),
                    new KnownPlace(PlaceKind.City, site.City, site.State, site.Country, 0, 0, 0).Name);
            }

            return new(snapshotId, byName, towns, byPoint);
        }

        private static (string, string, string) NameOf(string? city, string? state, string? country) =>
            (Fold(city ?? ""), Fold(state ?? ""), Fold(country ?? ""));

        private static string NameOf(KnownPlace place) =>
            Fold((place.Kind switch { PlaceKind.City => place.City, PlaceKind.State => place.State, _ => place.Country }) ?? "");

        // One place for all sites of one name; the list is ordered, so the first point is that of most sites.
        private static IEnumerable<KnownPlace> Merged(IEnumerable<SitePlace> sites, PlaceKind kind) => sites
            .GroupBy(site => (kind == PlaceKind.City ? site.City : null, kind == PlaceKind.Country ? null : site.State, site.Country))
            .Select(group => new KnownPlace(kind, group.Key.Item1, group.Key.Item2, group.Key.Country,
                group.First().Latitude!.Value, group.First().Longitude!.Value, group.Sum(site => site.Sites)));
    }
}
