namespace Lind.Web.Api.Description;

/// <summary>Parameters that several operations of both APIs take.</summary>
internal static class SharedParameters
{
    public const string NctPattern = "^[Nn][Cc][Tt]0*[1-9]\\d{0,7}$";

    private const string GeoPattern = "^distance\\(-?\\d+(\\.\\d+)?,-?\\d+(\\.\\d+)?,\\d+(\\.\\d+)?(km|mi)?\\)$";

    private const string DecayPattern =
        "^func:(gauss|exp|linear),scale:(\\d+(\\.\\d+)?(km|mi)),offset:(\\d+(\\.\\d+)?(km|mi)),decay:(\\d+(\\.\\d+)?)$";

    private const string Essie = " An expression of the registry's query language (Essie).";

    private static readonly string[] Statuses =
    [
        "ACTIVE_NOT_RECRUITING", "COMPLETED", "ENROLLING_BY_INVITATION", "NOT_YET_RECRUITING", "RECRUITING",
        "SUSPENDED", "TERMINATED", "WITHDRAWN", "AVAILABLE", "NO_LONGER_AVAILABLE", "TEMPORARILY_NOT_AVAILABLE",
        "APPROVED_FOR_MARKETING", "WITHHELD", "UNKNOWN",
    ];

    public static ApiParameter NctId { get; } = new("nctId", "string", "The study; a former id redirects to it.")
    {
        IsPath = true,
        IsRequired = true,
        Pattern = NctPattern,
    };

    public static ApiParameter Fields { get; } = new("fields", "list",
        "Fields to answer: pieces, older piece names, paths, search areas, or @query for what the queries search. A " +
        "branch brings all below it.");

    public static ApiParameter Markup { get; } = new("markupFormat", "string", "How marked-up text is written.")
    {
        Choices = ["markdown", "legacy"],
        Default = "markdown",
    };

    public static ApiParameter Sort { get; } = new("sort", "list",
        "At most two of a date or numeric field, or @relevance, each with :asc or :desc. Studies without the value " +
        "come last.");

    public static ApiParameter PageToken { get; } = new("pageToken", "string",
        "The nextPageToken of the page before; everything else but pageSize and countTotal must be as it was there.");

    public static ApiParameter PageSize { get; } = new("pageSize", "integer",
        "Studies on a page; 0 means 10, more than 1000 means 1000.")
    { Least = 0, Default = "10" };

    public static ApiParameter GeoDecay { get; } = new("geoDecay", "string",
        "How relevance falls with the distance to the nearest site; only with a geo filter and up to 10,000 studies.")
    {
        Pattern = DecayPattern,
        Default = "func:exp,scale:300mi,offset:0mi,decay:0.5",
    };

    /// <summary>What chooses studies: queries, filters, filters of the registry's result page.</summary>
    public static IReadOnlyList<ApiParameter> Choosing { get; } =
    [
        new("query.cond", "string", "Condition or disease." + Essie),
        new("query.term", "string", "Other terms." + Essie),
        new("query.locn", "string", "Location terms." + Essie),
        new("query.titles", "string", "Title or acronym." + Essie),
        new("query.intr", "string", "Intervention or treatment." + Essie),
        new("query.outc", "string", "Outcome measure." + Essie),
        new("query.spons", "string", "Sponsor or collaborator." + Essie),
        new("query.lead", "string", "Lead sponsor's name." + Essie),
        new("query.id", "string", "Study ids." + Essie),
        new("query.patient", "string", "A patient's words." + Essie),
        .. Filters("filter"),
        .. Filters("postFilter"),
        new("aggFilters", "string", "Pairs of filter and keys, as results:with,status:not rec."),
    ];

    private static IEnumerable<ApiParameter> Filters(string prefix) =>
    [
        new(prefix + ".overallStatus", "list", "Any of these statuses.") { Choices = Statuses },
        new(prefix + ".geo", "string", "Studies with a site in this circle.") { Pattern = GeoPattern },
        new(prefix + ".ids", "list", "Any of these studies, by present or former id.") { Pattern = NctPattern },
        new(prefix + ".advanced", "string", "A condition that does not touch the ranking." + Essie),
        new(prefix + ".synonyms", "list", "Expansions to switch off, as ConditionSearch:4711."),
    ];
}
