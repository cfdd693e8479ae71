using Lind.Search.Similarity;
using Lind.Studies;

namespace Lind.Web.Portal;

/// <summary>One related study with what a reader decides by, and why it is here.</summary>
public sealed record RelatedStudyView(
    string NctId, RelatedFacts Facts, IReadOnlyList<RelatedStatement> Reasons, IReadOnlyList<RelatedStatement> Differences)
{
    /// <summary>When the study's team last stood by the record; null if it does not say.</summary>
    public PartialDate? Verified => PartialDate.FromRecord(Facts.VerifiedDate);

    public string Title => Facts.Title.Length > 0 ? Facts.Title : NctId;
}
