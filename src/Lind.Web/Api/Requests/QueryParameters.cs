namespace Lind.Web.Api.Requests;

/// <summary>The parameters that say which studies are meant and in which order: the same words in both APIs.</summary>
internal sealed record QueryParameters
{
    public const int MostSorts = 2;

    public string? QueryCond { get; init; }
    public string? QueryTerm { get; init; }
    public string? QueryLocn { get; init; }
    public string? QueryTitles { get; init; }
    public string? QueryIntr { get; init; }
    public string? QueryOutc { get; init; }
    public string? QuerySpons { get; init; }
    public string? QueryLead { get; init; }
    public string? QueryId { get; init; }
    public string? QueryPatient { get; init; }
    public FilterParameters Filter { get; init; } = new();
    public FilterParameters PostFilter { get; init; } = new();
    public string? AggFilters { get; init; }
    public string? GeoDecay { get; init; }
    public IReadOnlyList<string> Sort { get; init; } = [];

    public static QueryParameters Read(QueryReader reader)
    {
        var sort = reader.List("sort") ?? [];
        if (sort.Count > MostSorts)
        {
            reader.Refuse(ApiMessages.TooManySorts);
        }

        return new()
        {
            QueryCond = reader.Text("query.cond"),
            QueryTerm = reader.Text("query.term"),
            QueryLocn = reader.Text("query.locn"),
            QueryTitles = reader.Text("query.titles"),
            QueryIntr = reader.Text("query.intr"),
            QueryOutc = reader.Text("query.outc"),
            QuerySpons = reader.Text("query.spons"),
            QueryLead = reader.Text("query.lead"),
            QueryId = reader.Text("query.id"),
            QueryPatient = reader.Text("query.patient"),
            Filter = FilterParameters.Read(reader, "filter"),
            PostFilter = FilterParameters.Read(reader, "postFilter"),
            AggFilters = reader.Text("aggFilters"),
            GeoDecay = reader.Text("geoDecay"),
            Sort = sort,
        };
    }
}

/// <summary>The parameters behind one of the prefixes <c>filter.</c> and <c>postFilter.</c>.</summary>
internal sealed record FilterParameters
{
    public IReadOnlyList<string> OverallStatus { get; init; } = [];
    public string? Geo { get; init; }
    public IReadOnlyList<string> Ids { get; init; } = [];
    public string? Advanced { get; init; }
    public IReadOnlyList<string> Synonyms { get; init; } = [];

    public static FilterParameters Read(QueryReader reader, string prefix) => new()
    {
        OverallStatus = reader.List(prefix + ".overallStatus") ?? [],
        Geo = reader.Text(prefix + ".geo"),
        Ids = reader.List(prefix + ".ids") ?? [],
        Advanced = reader.Text(prefix + ".advanced"),
        Synonyms = reader.List(prefix + ".synonyms") ?? [],
    };
}
