using Lind.Studies;

namespace Lind.Web.Portal;

/// <summary>One study as a page shows it: the record, the day the page is made, and what stands around the record.</summary>
public sealed class StudyView
{
    private static readonly ProtocolSection EmptyProtocol = new();
    private static readonly StatusModule EmptyStatus = new();
    private static readonly DesignModule EmptyDesign = new();

    /// <summary>The record.</summary>
    public required Study Study { get; init; }

    /// <summary>The day from whose point of view sentences are true.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>When this copy of the record was taken in.</summary>
    public DateOnly? TakenOn { get; init; }

    /// <summary>Scheme and host under which the page is read.</summary>
    public string Site { get; init; } = "";

    /// <summary>Which adverse events are shown, in which order.</summary>
    public EventChoice Events { get; init; } = new();

    public IReadOnlyList<RelatedStudyView> Related { get; init; } = [];

    public IReadOnlyList<RelatedStudyView> MoreRelated { get; init; } = [];

    public IReadOnlyList<RelatedStudyView> Family { get; init; } = [];

    /// <summary>The place the reader measures distances from, if one was typed.</summary>
    public NearPlace? Near { get; init; }

    /// <summary>The towns by which sites without coordinates are placed; null when none are to be.</summary>
    public Gazetteer? Towns { get; init; }

    /// <summary>Whether the reader asked for recruiting sites only.</summary>
    public bool OnlyOpenSites { get; init; }

    public ProtocolSection Protocol => Study.ProtocolSection ?? EmptyProtocol;

    public string NctId => Protocol.IdentificationModule?.NctId ?? "";

    public string Title => Protocol.IdentificationModule?.BriefTitle ?? Protocol.IdentificationModule?.OfficialTitle ?? NctId;

    public string Url => $"/study/{NctId}";

    /// <summary>The page's whole address, the same whatever the reader chose on it.</summary>
    public string Address => Site + Url;

    public StatusModule Status => Protocol.StatusModule ?? EmptyStatus;

    public DesignModule Design => Protocol.DesignModule ?? EmptyDesign;

    public IReadOnlyList<Location> Locations => Protocol.ContactsLocationsModule?.Locations ?? [];

    public bool HasResults => Study.ResultsSection is not null;

    public bool IsObservational => Design.StudyType == StudyType.Observational;

    public bool IsExpandedAccess => Design.StudyType == StudyType.ExpandedAccess;
}
