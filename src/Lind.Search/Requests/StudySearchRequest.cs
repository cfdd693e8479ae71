namespace Lind.Search;

/// <summary>One search over the registry, in the parameters of the registry's API: every member carries the parameter's
/// name and takes its text as the person sent it. Search validates all of them and answers a
/// <see cref="SearchError"/> that names the parameter when one is wrong.</summary>
/// <remarks>All queries and filters are joined by AND. Queries rank; filters do not. A request without any query and
/// filter means every study. Immutable.</remarks>
public sealed record StudySearchRequest
{
    /// <summary>The request for every study, first page of ten.</summary>
    public static StudySearchRequest Everything { get; } = new();

    /// <summary><c>query.cond</c>: an Essie expression over <c>ConditionSearch</c>.</summary>
    public string? QueryCond { get; init; }

    /// <summary><c>query.term</c>: an Essie expression over <c>BasicSearch</c>. A patient's description of some sentences, pasted
    /// here, is read as <see cref="PatientNarrative"/>: as an expression it would ask for all of its words.</summary>
    public string? QueryTerm { get; init; }

    /// <summary><c>query.locn</c>: an Essie expression over <c>LocationSearch</c>.</summary>
    public string? QueryLocn { get; init; }

    /// <summary><c>query.titles</c>: an Essie expression over <c>TitleSearch</c>.</summary>
    public string? QueryTitles { get; init; }

    /// <summary><c>query.intr</c>: an Essie expression over <c>InterventionSearch</c>.</summary>
    public string? QueryIntr { get; init; }

    /// <summary><c>query.outc</c>: an Essie expression over <c>OutcomeSearch</c>.</summary>
    public string? QueryOutc { get; init; }

    /// <summary><c>query.spons</c>: an Essie expression over <c>SponsorSearch</c>.</summary>
    public string? QuerySpons { get; init; }

    /// <summary><c>query.lead</c>: an Essie expression over the field <c>LeadSponsorName</c>.</summary>
    public string? QueryLead { get; init; }

    /// <summary><c>query.id</c>: an Essie expression over <c>IdSearch</c>.</summary>
    public string? QueryId { get; init; }

    /// <summary><c>query.patient</c>: an Essie expression over <c>PatientSearch</c>.</summary>
    public string? QueryPatient { get; init; }

    /// <summary>Our own addition: a patient described in plain sentences. It is read for findings, negation, age and
    /// sex, and ranks the studies that could concern this patient. <see cref="StudySearchAnswer.Patient"/> says how.</summary>
    public string? PatientNarrative { get; init; }

    /// <summary>The <c>filter.*</c> parameters.</summary>
    public StudyFilters Filter { get; init; } = StudyFilters.None;

    /// <summary>The <c>postFilter.*</c> parameters: the same effect as <see cref="Filter"/>.</summary>
    public StudyFilters PostFilter { get; init; } = StudyFilters.None;

    /// <summary><c>aggFilters</c>: <c>group:key key,group:key</c>. Keys of one group are alternatives.</summary>
    public string? AggFilters { get; init; }

    /// <summary><c>geoDecay</c>: <c>func:(gauss|exp|linear),scale:300mi,offset:0mi,decay:0.5</c>. Ignored without a
    /// geo filter or when more than 10,000 studies match.</summary>
    public string? GeoDecay { get; init; }

    /// <summary><c>sort</c>: at most two of <c>Field[:asc|desc]</c> with a date or numeric field, or
    /// <c>@relevance</c>. Studies without the value come last. Empty: by relevance when a query is given, else by
    /// NCT number.</summary>
    public IReadOnlyList<string> Sort { get; init; } = [];

    /// <summary>How many hits to answer, 0 to 1,000. 0 asks for counts and facets only.</summary>
    public int PageSize { get; init; } = 10;

    /// <summary><see cref="StudySearchAnswer.NextCursor"/> of the page before; bound to the request it came from: with
    /// another query, filter or sort it is refused.</summary>
    public string? Cursor { get; init; }

    /// <summary>The <see cref="StudySearchAnswer.SnapshotId"/> of the page before: the next page is then of the same
    /// state, while that is held (ten minutes after a newer one). Null, or no longer held: the newest state.</summary>
    public string? Snapshot { get; init; }

    /// <summary>How many hits to pass over first, for numbered pages of a portal; at most 10,000. The API has no
    /// offset: it uses <see cref="Cursor"/>.</summary>
    public int Offset { get; init; }

    /// <summary>Whether <see cref="StudySearchAnswer.TotalCount"/> is wanted. The count is exact.</summary>
    public bool CountTotal { get; init; }

    /// <summary>The facets to count over all matches.</summary>
    public IReadOnlyList<FacetRequest> Facets { get; init; } = [];

    /// <summary>The histograms to count over all matches.</summary>
    public IReadOnlyList<HistogramRequest> Histograms { get; init; } = [];

    /// <summary>Whether terms, synonyms and their counts are wanted in <see cref="StudySearchAnswer.Details"/>.</summary>
    public bool WantDetails { get; init; }

    /// <summary>Whether counts of <see cref="StudySearchAnswer.Details"/> are found that are not known yet. Finding them can
    /// cost more than the search itself; without, they are null.</summary>
    public bool CountDetails { get; init; } = true;

    /// <summary>Whether a spelling suggestion is wanted when words of the query are rare or unknown.</summary>
    public bool CheckSpelling { get; init; }

    /// <summary>Our own addition: <c>query.term</c> without an AREA also looks into the eligibility criteria and the
    /// detailed description, at a low weight. Off for the registry's API.</summary>
    public bool IncludeCriteria { get; init; }
}
