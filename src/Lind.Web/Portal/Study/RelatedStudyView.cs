namespace Lind.Web.Portal;

/// <summary>One related study with what a reader decides by, and why it is here.</summary>
public sealed record RelatedStudyView(
    string NctId, StudySummary? Study, IReadOnlyList<string> Reasons, IReadOnlyList<string> Differences)
{
    public string Title => Study is { Title.Length: > 0 } ? Study.Title : NctId;
}
