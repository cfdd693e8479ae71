using Lind.Studies;

namespace Lind.Web.Portal;

/// <summary>One related study with what a reader decides by, and why it is here.</summary>
public sealed record RelatedStudyView(
    string NctId, Study? Study, IReadOnlyList<string> Reasons, IReadOnlyList<string> Differences)
{
    public string Title => Study?.ProtocolSection?.IdentificationModule?.BriefTitle ?? NctId;
}
