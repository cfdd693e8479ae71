using Lind.Search;

namespace Lind.Web.Api.Requests;

/// <summary>Hands the parameters on to the search engine, and its refusals back.</summary>
internal static class SearchRequests
{
    private const string ActiveNotRecruiting = "ACTIVE_NOT_RECRUITING";

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

    /// <summary>The sentence to answer with. The registry says where a filter expression failed; a bad operator
    /// parameter it names alone.</summary>
    public static string TextOf(SearchError error)
    {
        var isSyntax = error.Position > 0 || error.Length > 0 || error.Expected is not null;
        if (!isSyntax || error.Message.StartsWith("Invalid ", StringComparison.Ordinal)
            || error.Message.StartsWith("Error parsing", StringComparison.Ordinal))
        {
            return error.Message;
        }

        return error.Parameter switch
        {
            "filter.advanced" or "postFilter.advanced" => "Error parsing query in advanced filter: " + error.Message,
            ['q', 'u', 'e', 'r', 'y', '.', ..] => $"Error parsing query in {error.Parameter}: {error.Message}",
            _ => error.Message,
        };
    }

    private static StudyFilters ToSearch(this FilterParameters filter) => new()
    {
        OverallStatus = WithoutCommaWords(filter.OverallStatus),
        Geo = filter.Geo,
        Ids = filter.Ids,
        Advanced = filter.Advanced,
        Synonyms = filter.Synonyms,
    };

    // The older word "Active, not recruiting" holds a comma, at which the list was split.
    private static List<string> WithoutCommaWords(IReadOnlyList<string> statuses)
    {
        var joined = new List<string>(statuses.Count);
        for (var at = 0; at < statuses.Count; at++)
        {
            if (at + 1 < statuses.Count
                && statuses[at].Equals("Active", StringComparison.OrdinalIgnoreCase)
                && statuses[at + 1].Equals("not recruiting", StringComparison.OrdinalIgnoreCase))
            {
                joined.Add(ActiveNotRecruiting);
                at++;
            }
            else
            {
                joined.Add(statuses[at]);
            }
        }

        return joined;
    }
}
