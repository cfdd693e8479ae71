using System.Collections.Frozen;
using Lind.Web.Api.Requests;
using Microsoft.AspNetCore.Http;

namespace Lind.Web.Api.V2;

/// <summary>The parameters of <c>GET /studies</c> under their own names.</summary>
internal sealed record StudiesRequest
{
    public const int DefaultPageSize = 10;
    public const int LargestPageSize = 1000;

    /// <summary>Every name that <c>GET /studies</c> knows.</summary>
    public static FrozenSet<string> Names { get; } = new[]
    {
        "format", "markupFormat", "query.cond", "query.term", "query.locn", "query.titles", "query.intr", "query.outc",
        "query.spons", "query.lead", "query.id", "query.patient", "filter.overallStatus", "filter.geo", "filter.ids",
        "filter.advanced", "filter.synonyms", "postFilter.overallStatus", "postFilter.geo", "postFilter.ids",
        "postFilter.advanced", "postFilter.synonyms", "aggFilters", "geoDecay", "fields", "sort", "countTotal",
        "pageSize", "pageToken",
    }.ToFrozenSet(StringComparer.Ordinal);

    public string Format { get; private init; } = "json";
    public bool LegacyMarkup { get; private init; }
    public QueryParameters Query { get; private init; } = new();
    public IReadOnlyList<string>? Fields { get; private init; }
    public bool CountTotal { get; private init; }
    public int PageSize { get; private init; } = DefaultPageSize;
    public string? PageToken { get; private init; }

    public static StudiesRequest Bind(IQueryCollection query, out string? fault)
    {
        var reader = new QueryReader(query).Only(Names);
        var request = new StudiesRequest
        {
            Format = reader.Choice("format", "json", "csv"),
            LegacyMarkup = reader.Choice("markupFormat", "markdown", "legacy") == "legacy",
            Query = QueryParameters.Read(reader),
            Fields = reader.List("fields", mayBeEmpty: false),
            CountTotal = reader.Flag("countTotal"),
            PageSize = PageSizeOf(reader.Count("pageSize", LargestPageSize)),
            PageToken = reader.Text("pageToken"),
        };
        fault = reader.Fault;
        return request;
    }

    private static int PageSizeOf(int? given) => given is null or 0 ? DefaultPageSize : given.Value;
}
