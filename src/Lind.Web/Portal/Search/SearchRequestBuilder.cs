using System.Globalization;
using Lind.Search;

namespace Lind.Web.Portal;

/// <summary>Turns the page's fields into the request that the engine takes, in the registry's own language.</summary>
public static class SearchRequestBuilder
{
    private const int DefaultMiles = 50;

    // "Open to women" means open to women, whether or not to men too: not the API's filter, which asks for the code.
    private const string SexGroup = "sex";

    /// <summary>The facets shown beside every result.</summary>
    public static readonly FacetRequest[] Facets =
    [
        new(FacetKind.Status, 14), new(FacetKind.Phase, 6), new(FacetKind.StudyType, 3), new(FacetKind.Results, 2),
        new(FacetKind.Country, 12), new(FacetKind.ConditionMesh, 10), new(FacetKind.InterventionMesh, 10), new(FacetKind.InterventionType, 12),
        new(FacetKind.Sponsor, 8), new(FacetKind.SponsorClass, 9), new(FacetKind.Sex, 3), new(FacetKind.AgeGroup, 3),
    ];

    /// <summary>The further facets that the charts draw.</summary>
    public static readonly FacetRequest[] ChartFacets = [.. Facets, new(FacetKind.StartYear, 150), new(FacetKind.Enrollment, 5)];

    public static StudySearchRequest Build(SearchQuery query, NearPlace? near)
    {
        var geo = Geo(query, near);
        return new StudySearchRequest
        {
            QueryCond = Text(query, "cond"),
            QueryTerm = Text(query, "term"),
            QueryIntr = Text(query, "intr"),
            // A place with a distance is a circle on the map, not words in the record.
            QueryLocn = near?.Latitude is null ? Text(query, "locn") : null,
            QueryTitles = Text(query, "titles"),
            QueryOutc = Text(query, "outc"),
            QuerySpons = Text(query, "spons"),
            QueryLead = Text(query, "lead"),
            QueryId = Text(query, "id"),
            QueryPatient = Text(query, "patient"),
            PatientNarrative = Text(query, "narrative"),
            Filter = new StudyFilters
            {
                Geo = near?.ByName is null ? geo : null,
                Advanced = Advanced(query, geo, near?.ByName),
                Synonyms = query["syn"].Split(',', StringSplitOptions.RemoveEmptyEntries),
            },
            AggFilters = query.Agg.Without(SexGroup) is { IsEmpty: false } filters ? filters.ToString() : null,
            Sort = query["sort"].Split(',', StringSplitOptions.RemoveEmptyEntries),
            PageSize = query.Size,
            Offset = (query.Page - 1) * query.Size,
            CountTotal = true,
            Facets = query.View == "charts" ? ChartFacets : Facets,
            WantDetails = true,
            CountDetails = query[SearchQuery.WordCounts] == "1",
            CheckSpelling = true,
        };
    }

    /// <summary>The same search as one expression of the expert language, for reading and for editing.</summary>
    public static string Expression(SearchQuery query, NearPlace? near = null)
    {
        var geo = Geo(query, near);
        string[] areas =
        [
            Area("ConditionSearch", query["cond"]), Area("BasicSearch", query["term"]), Area("InterventionSearch", query["intr"]),
            near?.Latitude is null ? Area("LocationSearch", query["locn"]) : "", Area("TitleSearch", query["titles"]),
            Area("OutcomeSearch", query["outc"]), Area("SponsorSearch", query["spons"]), Area("LeadSponsorName", query["lead"]),
            Area("IdSearch", query["id"]), Area("PatientSearch", query["patient"]), near?.ByName is null ? Circle(geo) : "",
            Advanced(query, geo, near?.ByName) ?? "",
            .. query.Agg.Without(SexGroup).All.GroupBy(filter => filter.Group).Select(FilterExpression),
        ];
        return string.Join(" AND ", areas.Where(area => area.Length > 0));
    }

    /// <summary>Miles around the place: what was typed, in miles or with <c>km</c>; 50 when nothing sensible was.</summary>
    public static double Miles(string distance)
    {
        var text = distance.Trim().ToLowerInvariant();
        var isKilometres = text.EndsWith("km", StringComparison.Ordinal);
        var number = text.TrimEnd('k', 'm', 'i', ' ');
        var ok = double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value > 0;
        return !ok ? DefaultMiles : Math.Min(500, isKilometres ? value / 1.609344 : value);
    }

    private static string? Text(SearchQuery query, string name) => query[name].Length == 0 ? null : query[name];

    private static string? Geo(SearchQuery query, NearPlace? near)
    {
        var (latitude, longitude) = (query["lat"], query["lng"]);
        if (near is { Latitude: { } y, Longitude: { } x })
        {
            (latitude, longitude) = (Number(y), Number(x));
        }

        return latitude.Length == 0 || longitude.Length == 0 ? null
            : $"distance({latitude},{longitude},{Number(Math.Round(Miles(query["distance"]), 2))}mi)";
    }

    // filter.geo's circle in the expert language.
    private static string Circle(string? geo) => geo is null ? ""
        : $"AREA[LocationGeoPoint]DISTANCE[{geo["distance(".Length..^1].Replace(",", ", ", StringComparison.Ordinal)}]";

    private static string? Advanced(SearchQuery query, string? geo, string? byName)
    {
        List<string> parts = [];
        foreach (var (name, piece) in SearchQuery.DateFields)
        {
            if (Span(query[name]) is var (from, to))
            {
                parts.Add($"AREA[{piece}]RANGE[{from}, {to}]");
            }
        }

        if (Span(query["ageRange"]) is var (youngest, oldest))
        {
            parts.Add($"(AREA[MinimumAge]RANGE[MIN, {Age(oldest)}] OR AREA[MinimumAge]MISSING)");
            parts.Add($"(AREA[MaximumAge]RANGE[{Age(youngest)}, MAX] OR AREA[MaximumAge]MISSING)");
        }

        parts.AddRange(query.Agg.All.Where(filter => filter.Group == SexGroup)
            .Select(filter => SearchFilters.Expression(filter.Group, filter.Key)).Where(text => text.Length > 0));
        parts.AddRange(ExactFilter.All.Where(filter => query[filter.Name].Length > 0).Select(filter => filter.Expression(query[filter.Name])));
        parts.AddRange(Site(query, geo, byName));
        return parts.Count == 0 ? null : string.Join(" AND ", parts);
    }

    // Country, region, town and the site's own status must hold for one and the same site, and so must the distance
    // and the words of the place when a site's status is asked for. A place that is also found by the names of its towns
    // is always said here: the filter of the circle knows coordinates only.
    private static IEnumerable<string> Site(SearchQuery query, string? geo, string? byName)
    {
        List<string> parts =
        [
            .. new[] { ("LocationCountry", "country"), ("LocationState", "state"), ("LocationCity", "city") }
                .Where(field => query[field.Item2].Length > 0)
                .Select(field => $"AREA[{field.Item1}]COVERAGE[FullMatch]{Quote.Phrase(query[field.Item2])}"),
        ];
        var statuses = query["locStatus"].Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(Quote.Code).OfType<string>().ToList();
        if (statuses.Count > 0)
        {
            var any = string.Join(" OR ", statuses.Select(status => $"AREA[LocationStatus]{status}"));
            parts.Add(statuses.Count == 1 ? any : $"({any})");
            parts.Add(byName is not null ? "" : geo is not null ? Circle(geo) : Area("LocationSearch", query["locn"]));
        }

        if (byName is not null)
        {
            parts.Add($"({Circle(geo)} OR ({byName}))");
        }

        parts.RemoveAll(part => part.Length == 0);
        return parts.Count == 0 ? [] : [$"SEARCH[Location]({string.Join(" AND ", parts)})"];
    }

    private static (string From, string To)? Span(string text) => text.Length == 0 ? null
        : SearchSpan.Of(text) is var span ? (span.From.Length == 0 ? "MIN" : span.From, span.To.Length == 0 ? "MAX" : span.To) : null;

    // The site's short form "18y" and a bare number both mean years.
    private static string Age(string text) => text is "MIN" or "MAX" ? text
        : text.TrimEnd('y', 'Y', ' ') is var years && years.Length > 0 && years.All(char.IsAsciiDigit) ? years + " years" : text;

    private static string Area(string area, string text) => text.Length == 0 ? "" : $"AREA[{area}]({text})";

    private static string FilterExpression(IGrouping<string, (string Group, string Key)> group)
    {
        var values = group.Select(filter => SearchFilters.Expression(filter.Group, filter.Key)).Where(text => text.Length > 0).ToList();
        return values.Count == 0 ? "" : values.Count == 1 ? values[0] : $"({string.Join(" OR ", values)})";
    }

    private static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
