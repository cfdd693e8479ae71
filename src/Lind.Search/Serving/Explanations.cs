using Lind.Index.Collectors;
using Lind.Search.Filters;
using Lind.Studies;

namespace Lind.Search.Serving;

/// <summary>Why a study has its score.</summary>
internal static class Explanations
{
    /// <summary>The explanation; null when the request is refused or the study unknown.</summary>
    public static ScoreExplanation? Of(SearchView view, StudySearchRequest request, NctId nctId)
    {
        var (bound, _) = new RequestBinder(view).Bind(request);
        return bound is null || !view.Snapshot.Contains(nctId.Number)
            ? null
            : Of(view.Searcher.Explain(bound.Query, nctId.Number)!);
    }

    private static ScoreExplanation Of(Explanation part) =>
        new(part.Matches, part.Score, part.Text, part.Parts.Select(Of).ToArray());
}
