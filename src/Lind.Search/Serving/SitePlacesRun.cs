using Lind.Index.Collectors;
using Lind.Search.Filters;
using Lind.Search.Mapping;
using Lind.Studies.Fields;

namespace Lind.Search.Serving;

/// <summary>Where sites lie: of the studies found, and of the whole registry.</summary>
internal static class SitePlacesRun
{
    private static readonly PointRequest Points = new(
        StudySchema.Sites, StudySchema.SiteColumnOf(StudyFields.LocationGeoPoint), StudySchema.SiteColumnOf(StudyFields.LocationStatus),
        StudySchema.ColumnOf(StudyFields.OverallStatus), "RECRUITING"u8.ToArray());

    /// <summary>The points of a request's studies.</summary>
    public static (IReadOnlyList<SitePoint>? Points, SearchError? Error) Of(
        SearchView view, StudySearchRequest request, CancellationToken cancellation)
    {
        var (bound, error) = new RequestBinder(view).Bind(request);
        return bound is null
            ? (null, error)
            : ([.. PointCounter.Count(view.Snapshot, bound.Query, Points, cancellation)
                .Select(point => new SitePoint(point.Latitude, point.Longitude, point.Rows, point.Marked))], null);
    }

    /// <summary>The places of all sites, most sites first.</summary>
    public static IReadOnlyList<SitePlace> All(SearchView view, CancellationToken cancellation) =>
    [
        .. RowCombinations.Of(
                view.Snapshot, StudySchema.Sites,
                (StudySchema.SiteColumnOf(StudyFields.LocationCity), StudySchema.SiteColumnOf(StudyFields.LocationState),
                    StudySchema.SiteColumnOf(StudyFields.LocationCountry)),
                StudySchema.SiteColumnOf(StudyFields.LocationGeoPoint), cancellation)
            .OrderByDescending(place => place.Rows)
            .Select(place => new SitePlace(
                place.Keywords[0], place.Keywords[1], place.Keywords[2], place.Latitude, place.Longitude, place.Rows)),
    ];
}
