using System.Text;
using Lind.Index.Queries;
using Lind.Search.Areas;
using Lind.Search.Binding;
using Lind.Search.Essie;
using Lind.Search.Mapping;
using Lind.Search.Patients;
using Lind.Studies;
using Lind.Studies.Fields;

namespace Lind.Search.Filters;

/// <summary>From a request to one query: its queries score, its filters do not.</summary>
internal sealed class RequestBinder(IVocabulary vocabulary)
{
    /// <summary>Binds a request.</summary>
    public (BoundRequest? Bound, SearchError? Error) Bind(StudySearchRequest request)
    {
        var queries = new List<Query>();
        var areas = new List<BoundArea>();
        var onlyIds = false;
        var choice = new SynonymChoice(request.Filter.Synonyms.Concat(request.PostFilter.Synonyms));
        PatientReading? patient = null;
        foreach (var (parameter, text, scope) in QueryParameters.Of(request))
        {
            if (parameter == "query.term" && NarrativeForm.Is(text))
            {
                (var narrated, patient) = new PatientQuery(vocabulary, PatientWeights.Default).Bind(text);
                queries.Add(narrated);
                continue;
            }

            var parsed = EssieParser.Parse(text);
            if (parsed.Expression is null)
            {
                return (null, parsed.Error! with { Parameter = parameter });
            }

            onlyIds |= NctIdBinder.OnlyIds(parsed.Expression) is not null;
            var textBinder = new TextBinder(vocabulary, choice, scores: WantsScores(request));
            var (query, error) = new EssieBinder(textBinder).Bind(parsed.Expression, scope);
            if (query is null)
            {
                return (null, error! with { Parameter = parameter });
            }

            queries.Add(query);
            areas.Add(new BoundArea(parameter, text, textBinder.Terms));
        }

        if (request.PatientNarrative is { } narrative && !string.IsNullOrWhiteSpace(narrative))
        {
            (var query, patient) = new PatientQuery(vocabulary, PatientWeights.Default).Bind(narrative);
            queries.Add(query);
        }

        var (filters, geo, failed) = Filters(request, skip: onlyIds);
        return failed is not null
            ? (null, failed)
            : (new BoundRequest(Join(queries, filters), queries.Count > 0, areas, geo) { Patient = patient }, null);
    }

    private static bool WantsScores(StudySearchRequest request) =>
        request.Sort.Count == 0 || request.Sort.Any(item => item.Contains("@relevance", StringComparison.Ordinal));

    private static Query Join(List<Query> queries, List<Query> filters)
    {
        var all = queries.Concat(filters.Select(filter => new ConstantQuery(filter, 0))).ToArray();
        return all.Length switch { 0 => Query.All, 1 => all[0], _ => new AndQuery(all) };
    }

    // All filters are checked even when a query of ids makes them ineffective.
    private (List<Query> Filters, GeoFilter? Geo, SearchError? Error) Filters(StudySearchRequest request, bool skip)
    {
        var filters = new List<Query>();
        GeoFilter? geo = null;
        foreach (var (prefix, filter) in new[] { ("filter", request.Filter), ("postFilter", request.PostFilter) })
        {
            var error = Statuses(filter, prefix, filters) ?? Ids(filter, prefix, filters)
                ?? Geo(filter, prefix, filters, ref geo) ?? Advanced(filter, prefix, filters);
            if (error is not null)
            {
                return ([], null, error);
            }
        }

        if (request.AggFilters is { Length: > 0 } text)
        {
            var (query, error) = AggFilters.Bind(text);
            if (error is not null)
            {
                return ([], null, error);
            }

            filters.Add(query!);
        }

        return (skip ? [] : filters, skip ? null : geo, null);
    }

    private static SearchError? Statuses(StudyFilters filter, string prefix, List<Query> filters)
    {
        if (filter.OverallStatus.Count == 0)
        {
            return null;
        }

        var codes = new List<ReadOnlyMemory<byte>>();
        foreach (var status in filter.OverallStatus)
        {
            if (StudyFields.OverallStatus.Enum!.Find(status) is null)
            {
                return new SearchError($"{prefix}.overallStatus", 0, 0, $"Invalid value in parameter `overallStatus`: `{status}`")
                {
                    Suggestion = Near.Best(status, StudyFields.OverallStatus.Enum!.Values.Select(value => value.Value).ToArray()),
                };
            }

            codes.Add(Encoding.UTF8.GetBytes(status));
        }

        filters.Add(new KeywordQuery(StudySchema.ColumnOf(StudyFields.OverallStatus), codes));
        return null;
    }

    private static SearchError? Ids(StudyFilters filter, string prefix, List<Query> filters)
    {
        var ids = new List<NctId>();
        foreach (var (index, text) in filter.Ids.Index())
        {
            if (!NctId.ParseRequest(text.Trim()).TryGet(out var id))
            {
                return new SearchError($"{prefix}.ids", 0, 0, $"Item {index + 1} in parameter `{prefix}.ids` has incorrect format");
            }

            ids.Add(id);
        }

        if (ids.Count > 0)
        {
            filters.Add(NctIdBinder.AnyOf(ids));
        }

        return null;
    }

    private static SearchError? Geo(StudyFilters filter, string prefix, List<Query> filters, ref GeoFilter? geo)
    {
        if (filter.Geo is not { Length: > 0 } text)
        {
            return null;
        }

        if (GeoFilter.Parse(text) is not { } parsed)
        {
            return new SearchError($"{prefix}.geo", 0, text.Length, $"Parameter `{prefix}.geo` has incorrect format")
            {
                Expected = "distance(lat,lon,N[km|mi])",
            };
        }

        geo ??= parsed;
        filters.Add(parsed.Query);
        return null;
    }

    private SearchError? Advanced(StudyFilters filter, string prefix, List<Query> filters)
    {
        if (filter.Advanced is not { Length: > 0 } text)
        {
            return null;
        }

        var parsed = EssieParser.Parse(text);
        var error = parsed.Error;
        if (parsed.Expression is not null)
        {
            var binder = new EssieBinder(new TextBinder(vocabulary, new SynonymChoice(filter.Synonyms), scores: false));
            (var query, error) = binder.Bind(parsed.Expression, SearchScopes.Get("BasicSearch"));
            if (query is not null)
            {
                filters.Add(query);
                return null;
            }
        }

        return error! with
        {
            Parameter = $"{prefix}.advanced",
            Message = $"Error parsing query in advanced filter: {error.Message}",
        };
    }
}
