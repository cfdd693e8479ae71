using Lind.Search.Areas;

namespace Lind.Search.Filters;

/// <summary>The ten query parameters and the scope each searches.</summary>
internal static class QueryParameters
{
    /// <summary>The parameters a request gives, with their text.</summary>
    public static IEnumerable<(string Parameter, string Text, SearchScope Scope)> Of(StudySearchRequest request)
    {
        (string Parameter, string? Text, SearchScope Scope)[] all =
        [
            ("query.cond", request.QueryCond, SearchScopes.Get("ConditionSearch")),
            ("query.term", request.QueryTerm, request.IncludeCriteria ? SearchScopes.Wide : SearchScopes.Get("BasicSearch")),
            ("query.locn", request.QueryLocn, SearchScopes.Get("LocationSearch")),
            ("query.titles", request.QueryTitles, SearchScopes.Get("TitleSearch")),
            ("query.intr", request.QueryIntr, SearchScopes.Get("InterventionSearch")),
            ("query.outc", request.QueryOutc, SearchScopes.Get("OutcomeSearch")),
            ("query.spons", request.QuerySpons, SearchScopes.Get("SponsorSearch")),
            ("query.lead", request.QueryLead, SearchScopes.Get("LeadSponsorName")),
            ("query.id", request.QueryId, SearchScopes.Get("IdSearch")),
            ("query.patient", request.QueryPatient, SearchScopes.Get("PatientSearch")),
        ];
        return all.Where(one => !string.IsNullOrWhiteSpace(one.Text)).Select(one => (one.Parameter, one.Text!, one.Scope));
    }

    /// <summary>The request with another text in one parameter.</summary>
    public static StudySearchRequest With(StudySearchRequest request, string parameter, string text) => parameter switch
    {
        "query.cond" => request with { QueryCond = text },
        "query.term" => request with { QueryTerm = text },
        "query.locn" => request with { QueryLocn = text },
        "query.titles" => request with { QueryTitles = text },
        "query.intr" => request with { QueryIntr = text },
        "query.outc" => request with { QueryOutc = text },
        "query.spons" => request with { QuerySpons = text },
        "query.lead" => request with { QueryLead = text },
        "query.id" => request with { QueryId = text },
        "query.patient" => request with { QueryPatient = text },
        _ => throw new ArgumentOutOfRangeException(nameof(parameter), parameter, "Unknown query parameter."),
    };

    /// <summary>The scope of a parameter (with or without <c>query.</c>) or of an area or piece; null when unknown.</summary>
    public static SearchScope? ScopeOf(string name)
    {
        var parameter = name.StartsWith("query.", StringComparison.Ordinal) ? name["query.".Length..] : name;
        return Lind.Studies.Fields.SearchAreas.All.FirstOrDefault(area => area.Param == parameter) is { } area
            ? SearchScopes.Get(area.Name)
            : parameter == "lead" ? SearchScopes.Get("LeadSponsorName") : SearchScopes.Find(name);
    }
}
