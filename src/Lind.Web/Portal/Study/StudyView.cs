using Lind.Studies;

namespace Lind.Web.Portal;

/// <summary>One study as a page shows it: the record, the day the page is made, and what stands around the record.</summary>
public sealed class StudyView
{
    private static readonly ProtocolSection EmptyProtocol = new();

    /// <summary>The record.</summary>
    public required Study Study { get; init; }

    /// <summary>The day from whose point of view sentences are true.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>When this copy of the record was taken in.</summary>
    public DateOnly? TakenOn { get; init; }

    public IReadOnlyList<RelatedStudyView> Related { get; init; } = [];

    public IReadOnlyList<RelatedStudyView> MoreRelated { get; init; } = [];

    public IReadOnlyList<RelatedStudyView> Family { get; init; } = [];

    /// <summary>The place the reader measures distances from, if one was typed.</summary>
    public NearPlace? Near { get; init; }

    /// <summary>Whether the reader asked for recruiting sites only.</summary>
    public bool OnlyOpenSites { get; init; }

    public ProtocolSection Protocol => Study.ProtocolSection ?? EmptyProtocol;

    public string NctId => Protocol.IdentificationModule?.NctId ?? "";

    public string Title => Protocol.IdentificationModule?.BriefTitle ?? Protocol.IdentificationModule?.OfficialTitle ?? NctId;

    public string Url => $"/study/{NctId}";

    public StatusModule Status => Protocol.StatusModule ?? new();

    public DesignModule Design => Protocol.DesignModule ?? new();

    public IReadOnlyList<Location> Locations => Protocol.ContactsLocationsModule?.Locations ?? [];

    public bool HasResults => Study.ResultsSection is not null;

    public bool IsObservational => Design.StudyType == StudyType.Observational;

    public bool IsExpandedAccess => Design.StudyType == StudyType.ExpandedAccess;
}
