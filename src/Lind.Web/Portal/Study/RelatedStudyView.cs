using Lind.Search.Similarity;

namespace Lind.Web.Portal;

/// <summary>One related study with what a reader decides by, and why it is here.</summary>
public sealed record RelatedStudyView(
    string NctId, RelatedFacts Facts, IReadOnlyList<string> Reasons, IReadOnlyList<string> Differences)
{
    public string Title => Facts.Title.Length > 0 ? Facts.Title : NctId;
}
