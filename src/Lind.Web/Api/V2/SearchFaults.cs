using Lind.Search;
using Lind.Studies.Fields;
using Lind.Web.Api.Requests;

namespace Lind.Web.Api.V2;

/// <summary>What the search engine refuses, as the registry words it.</summary>
internal static class SearchFaults
{
    private const string QueryPrefix = "query.";

    /// <summary>The sentence; of an expression it says first which input box it is of.</summary>
    public static string TextOf(SearchError error) =>
        error.Parameter.StartsWith(QueryPrefix, StringComparison.Ordinal)
            ? ApiMessages.BadExpression(LabelOf(error.Parameter[QueryPrefix.Length..]), error.Message)
            : error.Message;

    // Two parameters have no box at the registry: the lead sponsor's field and the patient's area.
    private static string LabelOf(string parameter) =>
        SearchAreas.All.FirstOrDefault(area => area.Param == parameter) is { } area
            ? area.UiLabel ?? area.Name
            : StudyFields.LeadSponsorName.Piece;
}
