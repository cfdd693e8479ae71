using System.Globalization;
using System.Text;

namespace Lind.Web.Portal;

/// <summary>The address of the registry's API that gives a search's studies as a file.</summary>
internal static class SearchDownload
{
    public static string Url(SearchQuery query, string format, int size)
    {
        var request = SearchRequestBuilder.Build(query, null);
        var url = new StringBuilder("/api/v2/studies?format=").Append(format);
        Add("pageSize", size.ToString(CultureInfo.InvariantCulture));
        Add("query.cond", request.QueryCond);
        Add("query.term", request.QueryTerm);
        Add("query.intr", request.QueryIntr);
        Add("query.locn", request.QueryLocn);
        Add("query.titles", request.QueryTitles);
        Add("query.outc", request.QueryOutc);
        Add("query.spons", request.QuerySpons);
        Add("query.lead", request.QueryLead);
        Add("query.id", request.QueryId);
        Add("query.patient", request.QueryPatient);
        Add("filter.geo", request.Filter.Geo);
        Add("filter.advanced", request.Filter.Advanced);
        Add("aggFilters", request.AggFilters);
        Add("sort", string.Join(',', request.Sort));
        return url.ToString();

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                url.Append('&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
            }
        }
    }
}
