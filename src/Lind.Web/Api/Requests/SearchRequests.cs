using Lind.Search;
using Lind.Studies.Fields;

namespace Lind.Web.Api.Requests;

/// <summary>Hands the parameters on to the search engine, which checks what stands in them.</summary>
internal static class SearchRequests
{
    private static readonly StudyEnum Statuses = StudyEnums.OfType("Status");

    public static StudySearchRequest ToSearch(this QueryParameters query) => new()
    {
        QueryCond = query.QueryCond,
        QueryTerm = query.QueryTerm,
        QueryLocn = query.QueryLocn,
        QueryTitles = query.QueryTitles,
        QueryIntr = query.QueryIntr,
        QueryOutc = query.QueryOutc,
        QuerySpons = query.QuerySpons,
        QueryLead = query.QueryLead,
        QueryId = query.QueryId,
        QueryPatient = query.QueryPatient,
        Filter = query.Filter.ToSearch(),
        PostFilter = query.PostFilter.ToSearch(),
        AggFilters = query.AggFilters,
        GeoDecay = query.GeoDecay,
        Sort = query.Sort,
    };

    private static StudyFilters ToSearch(this FilterParameters filter) => new()
    {
        OverallStatus = Codes(filter.OverallStatus),
        Geo = filter.Geo,
        Ids = filter.Ids,
        Advanced = filter.Advanced,
        Synonyms = filter.Synonyms,
    };

    // The classic labels are taken too, as written there. One of them, "Active, not recruiting", holds a comma, at
    // which the list was split.
    private static List<string> Codes(IReadOnlyList<string> statuses)
    {
        var codes = new List<string>(statuses.Count);
        for (var at = 0; at < statuses.Count; at++)
        {
            if (at + 1 < statuses.Count && LabelOf($"{statuses[at]}, {statuses[at + 1]}") is { } joined)
            {
                codes.Add(joined.Value);
                at++;
            }
            else
            {
                codes.Add(LabelOf(statuses[at])?.Value ?? statuses[at]);
            }
        }

        return codes;
    }

    private static StudyEnumValue? LabelOf(string text) =>
        Statuses.Values.FirstOrDefault(status => status.LegacyValue == text);
}
