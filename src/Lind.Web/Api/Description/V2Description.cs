namespace Lind.Web.Api.Description;

/// <summary>The registry's API as we answer it.</summary>
internal static class V2Description
{
    private static readonly ApiParameter TableOrJson =
        new("format", "string", "JSON page or CSV table.") { Choices = ["json", "csv"], Default = "json" };

    public static ApiDescription Api { get; } = new(
        "ClinicalTrials.gov API v2, answered by Lind",
        "The registry's public API over the studies held here: same paths, parameters, answers and errors. Errors are " +
        "one sentence of plain text.",
        "/api/v2", IsProblem: false,
        [
            new("/studies", "listStudies", "A page of studies that match queries and filters",
                [
                    TableOrJson, SharedParameters.Markup, .. SharedParameters.Choosing, SharedParameters.GeoDecay,
                    SharedParameters.Fields, SharedParameters.Sort,
                    new("countTotal", "boolean", "Count all matches, on the first page.") { Default = "false" },
                    SharedParameters.PageSize, SharedParameters.PageToken,
                ],
                new("application/json", "PagedStudies"), new("text/csv", "Text"))
            {
                Headers =
                [
                    ("x-total-count", "All matches, of a CSV table when counted."),
                    ("x-next-page-token", "The pageToken of the next page, of a CSV table."),
                ],
            },
            new("/studies/{nctId}", "fetchStudy", "One study",
                [
                    SharedParameters.NctId,
                    new("format", "string", "What to answer.")
                    {
                        Choices = ["json", "csv", "json.zip", "fhir.json", "ris"],
                        Default = "json",
                    },
                    SharedParameters.Markup, SharedParameters.Fields,
                ],
                new("application/json", "Study"), new("text/csv", "Text"), new("application/zip", "Binary"),
                new("application/fhir+json", "Object"), new("application/x-research-info-systems", "Text")),
            new("/studies/download", "downloadStudies", "Every study, as a zip of JSON files in 100 folders",
                [new("format", "string", "The one format.") { Choices = ["json.zip"], Default = "json.zip" }],
                new ApiAnswer("application/zip", "Binary")) { IsTagged = false },
            new("/studies/metadata", "studiesMetadata", "The fields of the study record",
                [
                    new("includeIndexedOnly", "boolean", "Accepted; there are none.") { Default = "false" },
                    new("includeHistoricOnly", "boolean", "Accepted; there are none.") { Default = "false" },
                ],
                new ApiAnswer("application/json", "FieldNodeList")),
            new("/studies/search-areas", "searchAreas", "The search areas and their weights", [],
                new ApiAnswer("application/json", "SearchDocumentList")),
            new("/studies/enums", "enums", "The coded lists", [], new ApiAnswer("application/json", "EnumInfoList")),
            new("/stats/size", "sizeStats", "How large the studies are as compact JSON", [],
                new ApiAnswer("application/json", "GzipStats")),
            new("/stats/field/values", "fieldValuesStats", "What the fields hold, over the whole registry",
                [
                    new("types", "list", "Fields of these types.")
                    {
                        Choices = ["ENUM", "STRING", "DATE", "INTEGER", "NUMBER", "BOOLEAN"],
                    },
                    new("fields", "list", "These leaf fields."),
                ],
                new ApiAnswer("application/json", "FieldValuesStatsList")) { NotFound = "No such field" },
            new("/stats/field/sizes", "listFieldSizesStats", "How long the lists are, over the whole registry",
                [new("fields", "list", "These list fields.")],
                new ApiAnswer("application/json", "ListSizesList")) { NotFound = "No such field" },
            new("/version", "version", "Version of the API and of the data", [],
                new ApiAnswer("application/json", "Version")) { IsTagged = false },
        ]);
}
