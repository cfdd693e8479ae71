using System.Collections.Frozen;
using System.Text.Json;
using Lind.Search;
using Lind.Web.Api.Requests;
using Lind.Web.Api.V2;
using Microsoft.AspNetCore.Http;

namespace Lind.Web.Api.Lind;

/// <summary>The parameters of <c>GET /api/lind/search</c>: those of <c>/api/v2/studies</c> and our own.</summary>
internal sealed record SearchParameters
{
    public const int MostHighlights = 50;
    private const int MostFacetValues = 250;
    private const string AllFacets = "all";

    private static readonly FrozenSet<string> OwnNames = new[]
    {
        "narrative", "facets", "facetLimit", "histograms", "details", "highlights", "spelling", "criteria",
    }.ToFrozenSet(StringComparer.Ordinal);

    // A table of the API has no place here; markup stays as the record has it.
    private static readonly FrozenSet<string> Names = StudiesRequest.Names.Union(OwnNames)
        .Except(["format", "markupFormat"]).ToFrozenSet(StringComparer.Ordinal);

    public static FrozenDictionary<string, FacetKind> FacetNames { get; } = Enum.GetValues<FacetKind>()
        .ToFrozenDictionary(NameOf, kind => kind, StringComparer.Ordinal);

    public required StudySearchRequest Search { get; init; }

    /// <summary>Where the walk goes on; null on the first page.</summary>
    public PageToken? After { get; private init; }

    /// <summary>Fields of each study to answer along; null answers ids and scores alone.</summary>
    public IReadOnlyList<string>? Fields { get; private init; }

    /// <summary>Highlighted pieces per study.</summary>
    public int Highlights { get; private init; }

    public static string NameOf(FacetKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    public static SearchParameters Read(IQueryCollection query, out string? fault)
    {
        var reader = new QueryReader(query).Only(Names);
        var parameters = QueryParameters.Read(reader);
        var after = reader.Text("pageToken") is { } token ? PageToken.Read(token) : null;
        if (after is null && reader.Text("pageToken") is not null)
        {
            reader.Refuse(ApiMessages.BadPageToken);
        }

        var read = new SearchParameters
        {
            After = after,
            Search = parameters.ToSearch() with
            {
                PatientNarrative = reader.Text("narrative"),
                PageSize = reader.Between("pageSize", 0, StudiesRequest.LargestPageSize, StudiesRequest.DefaultPageSize),
                CountTotal = reader.Text("countTotal") is null || reader.Flag("countTotal"),
                Facets = FacetsOf(reader),
                Histograms = HistogramsOf(reader),
                WantDetails = reader.Flag("details"),
                CheckSpelling = reader.Flag("spelling"),
                IncludeCriteria = reader.Flag("criteria"),
            },
            Fields = QueriedFields.Expand(reader.List("fields", mayBeEmpty: false), parameters),
            Highlights = reader.Between("highlights", 0, MostHighlights, otherwise: 0),
        };
        fault = reader.Fault;
        return read;
    }

    private static List<FacetRequest> FacetsOf(QueryReader reader)
    {
        var limit = reader.Between("facetLimit", 1, MostFacetValues, otherwise: 20);
        var facets = new List<FacetRequest>();
        foreach (var name in (reader.List("facets") ?? []).Distinct())
        {
            if (name == AllFacets)
            {
                return [.. FacetNames.Values.Order().Select(one => new FacetRequest(one, limit))];
            }

            if (FacetNames.TryGetValue(name, out var kind))
            {
                facets.Add(new(kind, limit));
            }
            else
            {
                reader.Refuse(ApiMessages.InvalidValue("facets", name));
            }
        }

        return facets;
    }

    private static List<HistogramRequest> HistogramsOf(QueryReader reader)
    {
        const int MostHistograms = 8;
        var histograms = new List<HistogramRequest>();
        foreach (var item in reader.List("histograms") ?? [])
        {
            var parts = item.Split(':');
            if (parts.Length != 2 || histograms.Count == MostHistograms)
            {
                reader.Refuse(ApiMessages.InvalidValue("histograms", item));
                break;
            }

            histograms.Add(new(parts[0], parts[1]));
        }

        return histograms;
    }
}
