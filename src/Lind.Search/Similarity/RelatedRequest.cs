namespace Lind.Search.Similarity;

/// <summary>What to find related studies for, and which of them to keep.</summary>
/// <remarks>The question is <see cref="NctIds"/> (one study, or several at once: "trials like these five"),
/// <see cref="Text"/> (a draft protocol, a summary), or both together. The studies asked about are never in the answer.
/// Immutable.</remarks>
public sealed record RelatedRequest
{
    /// <summary>The most studies one question may name.</summary>
    public const int MaximumStudies = 50;

    /// <summary>The longest text that is read; what follows is ignored.</summary>
    public const int MaximumTextLength = 200_000;

    /// <summary>The longest list that is answered.</summary>
    public const int MaximumLimit = 100;

    /// <summary>The studies to find others for, as <c>NCT</c> and eight digits. May be empty when <see cref="Text"/> is
    /// given.</summary>
    public IReadOnlyList<string> NctIds { get; init; } = [];

    /// <summary>Free text that describes a study; null or blank when the question is only studies.</summary>
    public string? Text { get; init; }

    /// <summary>How many entries to answer, 1 to 100.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>Keep only studies whose overall status is Recruiting.</summary>
    public bool OnlyRecruiting { get; init; }

    /// <summary>Keep only studies with posted results.</summary>
    public bool OnlyWithResults { get; init; }

    /// <summary>Keep only studies with a location inside this circle; null for anywhere.</summary>
    public RelatedPlace? Near { get; init; }

    /// <summary>Keep studies of the same lead sponsor, of another one, or of any. With several studies asked about,
    /// "same" means the sponsor of at least one of them. Ignored when no study is named.</summary>
    public SponsorChoice Sponsor { get; init; }

    /// <summary>Keep only studies of at least one of these phases, in the registry's spelling (<c>PHASE2</c>,
    /// <c>EARLY_PHASE1</c>, <c>NA</c>); empty for any. A study without a phase is kept only when this is empty.</summary>
    public IReadOnlyList<string> Phases { get; init; } = [];
}

/// <summary>A circle on the map.</summary>
/// <param name="Latitude">Degrees, -90 to 90.</param>
/// <param name="Longitude">Degrees, -180 to 180.</param>
/// <param name="RadiusMiles">Above 0.</param>
public sealed record RelatedPlace(double Latitude, double Longitude, double RadiusMiles);

/// <summary>Whose studies to keep.</summary>
public enum SponsorChoice
{
    /// <summary>Any lead sponsor.</summary>
    Any,

    /// <summary>The lead sponsor of a study asked about.</summary>
    Same,

    /// <summary>A lead sponsor other than those of the studies asked about.</summary>
    Other,
}
