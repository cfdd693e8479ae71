using Lind.Web.Api.Lind;

namespace Lind.Web.Api.Description;

/// <summary>Our own API beside the registry's.</summary>
internal static class LindDescription
{
    private static readonly ApiParameter[] RelatedChoices =
    [
        new("limit", "integer", "Studies to answer.") { Least = 1, Most = 100, Default = "10" },
        new("onlyRecruiting", "boolean", "Only studies that are recruiting.") { Default = "false" },
        new("onlyWithResults", "boolean", "Only studies with posted results.") { Default = "false" },
        new("sponsor", "string", "Whose studies.") { Choices = ["any", "same", "other"], Default = "any" },
        new("phases", "list", "Only studies of one of these phases, as PHASE2."),
        new("lat", "number", "Only studies with a site near this place.") { Least = -90, Most = 90 },
        new("lon", "number", "Goes with lat.") { Least = -180, Most = 180 },
        new("miles", "number", "How near; goes with lat.") { Default = "50" },
    ];

    private static readonly ApiParameter[] Searching =
    [
        .. SharedParameters.Choosing, SharedParameters.GeoDecay, SharedParameters.Sort,
        new("countTotal", "boolean", "Count all matches.") { Default = "true" },
        new("pageSize", "integer", "Studies on a page; 0 answers counts alone.") { Least = 0, Most = 1000, Default = "10" },
        SharedParameters.PageToken, SharedParameters.Fields,
        new("narrative", "string", "A patient described in sentences: findings, age and sex are read from it."),
        new("facets", "list", "What to count over all matches; all counts everything.")
        {
            Choices = [.. SearchParameters.FacetNames.Keys.Order(StringComparer.Ordinal), "all"],
        },
        new("facetLimit", "integer", "Values of each facet.") { Least = 1, Most = 250, Default = "20" },
        new("histograms", "list", "Bars to count over all matches: StartDate:year, StartDate:month, EnrollmentCount:100."),
        new("details", "boolean", "Tell the terms and synonyms searched, with counts.") { Default = "false" },
        new("highlights", "integer", "Matched pieces of each study to mark.") { Least = 0, Most = 50, Default = "0" },
        new("spelling", "boolean", "Propose a better spelling.") { Default = "false" },
        new("criteria", "boolean", "query.term looks into eligibility criteria and description too.") { Default = "false" },
    ];

    public static ApiDescription Api { get; } = new(
        "Lind API",
        "What the registry's API lacks: facets and statistics over any query, highlights, explanations, related " +
        "studies, sites by distance, streams. Refusals are RFC 9457 problem details with the place of the fault.",
        "/api/lind", IsProblem: true,
        [
            new("/search", "search", "Search with scores, nearest sites, facets, highlights, search details", Searching,
                new ApiAnswer("application/json", "SearchAnswer")),
            new("/statistics", "statistics", "What fields hold over the studies that match",
                [.. SharedParameters.Choosing, SharedParameters.GeoDecay,
                    new("fields", "list", "Up to 20 leaf fields.") { IsRequired = true }],
                new ApiAnswer("application/json", "FieldValuesStatsList")),
            new("/suggest", "suggest", "Completions of what is being typed",
                [
                    new("area", "string", "The parameter typed into.") { Default = "query.cond" },
                    new("prefix", "string", "What was typed."),
                    new("limit", "integer", "Completions.") { Least = 1, Most = 50, Default = "10" },
                ],
                new ApiAnswer("application/json", "Suggestions")) { IsTagged = false },
            new("/spelling", "spelling", "A better spelling of a query; empty when it is fine", Searching,
                new ApiAnswer("application/json", "Spelling")) { IsTagged = false },
            new("/studies", "batch", "Up to 1,000 studies by id",
                [
                    new("ids", "list", "The studies.") { IsRequired = true, Pattern = SharedParameters.NctPattern },
                    SharedParameters.Fields,
                ],
                new ApiAnswer("application/json", "StudyBatch")) { IsTagged = false },
            new("/stream", "stream", "All studies that match, one a line, in order of their ids",
                [SharedParameters.Markup, .. SharedParameters.Choosing, SharedParameters.Fields],
                new ApiAnswer("application/x-ndjson", "Text")) { Headers = [("x-total-count", "All matches.")] },
            new("/download", "download", "All studies that match as one file, in order of their ids",
                [
                    new("format", "string", "The file's form.") { Choices = ["csv", "json", "ndjson", "ris"], Default = "csv" },
                    .. SharedParameters.Choosing, SharedParameters.Fields,
                    new("narrative", "string", "A patient described in sentences: findings, age and sex are read from it."),
                ],
                new ApiAnswer("text/csv", "Text")),
            new("/related", "related", "Studies like several, or like a text",
                [
                    new("ids", "list", "Up to 50 studies.") { Pattern = SharedParameters.NctPattern },
                    new("text", "string", "A draft protocol, a summary."), .. RelatedChoices,
                ],
                new ApiAnswer("application/json", "RelatedStudies")) { IsTagged = false },
            new("/related", "relatedToText", "Studies like a text too long for a URL, and like the studies named beside it",
                [
                    new("ids", "list", "Up to 50 studies.") { Pattern = SharedParameters.NctPattern }, .. RelatedChoices,
                ],
                new ApiAnswer("application/json", "RelatedStudies"))
            {
                IsTagged = false,
                Body = new("A draft protocol, a summary: at most 200,000 characters, 1 MiB.",
                    new ApiAnswer("text/plain", "Text"), new ApiAnswer("application/json", "PostedText")),
            },
            new("/studies/{nctId}/related", "relatedToStudy", "Studies like this one, with reasons",
                [SharedParameters.NctId, .. RelatedChoices],
                new ApiAnswer("application/json", "RelatedStudies")) { IsTagged = false },
            new("/studies/{nctId}/sites", "sites", "Sites with their own status, the nearest first",
                [
                    SharedParameters.NctId,
                    new("lat", "number", "Where from.") { Least = -90, Most = 90 },
                    new("lon", "number", "Goes with lat.") { Least = -180, Most = 180 },
                    new("onlyRecruiting", "boolean", "Only sites that say they recruit.") { Default = "false" },
                    new("limit", "integer", "Sites.") { Least = 1, Most = 10_000, Default = "100" },
                ],
                new ApiAnswer("application/json", "StudySites")),
            new("/studies/{nctId}/explain", "explain", "Why a study has its score for a query",
                [SharedParameters.NctId, .. Searching],
                new ApiAnswer("application/json", "Explanation")) { IsTagged = false },
        ]);
}
