namespace Lind.Web.Portal;

/// <summary>A search as the parameters of the API's download, so that a form or a link can ask for its file.</summary>
internal static class SearchDownload
{
    public static IReadOnlyList<KeyValuePair<string, string>> Fields(SearchQuery query, NearPlace? near)
    {
        var request = SearchRequestBuilder.Build(query, near);
        (string Name, string? Value)[] fields =
        [
            ("query.cond", request.QueryCond), ("query.term", request.QueryTerm), ("query.intr", request.QueryIntr),
            ("query.locn", request.QueryLocn), ("query.titles", request.QueryTitles), ("query.outc", request.QueryOutc),
            ("query.spons", request.QuerySpons), ("query.lead", request.QueryLead), ("query.id", request.QueryId),
            ("query.patient", request.QueryPatient), ("filter.geo", request.Filter.Geo),
            ("filter.advanced", request.Filter.Advanced), ("filter.synonyms", string.Join(',', request.Filter.Synonyms)),
            ("aggFilters", request.AggFilters),
            ("narrative", request.PatientNarrative),
        ];
        return [.. fields.Where(field => !string.IsNullOrEmpty(field.Value)).Select(field => new KeyValuePair<string, string>(field.Name, field.Value!))];
    }
}
