namespace Lind.Search.Similarity;

/// <summary>What of a record is shown, compared in words, filtered by, and linked by. Lists keep the record's order.
/// </summary>
internal sealed class StudyTraits
{
    public int Number { get; set; }

    public string Title { get; set; } = "";

    public string OfficialTitle { get; set; } = "";

    public List<string> Conditions { get; } = [];

    public List<string> Keywords { get; } = [];

    public List<string> Interventions { get; } = [];

    public List<string> PrimaryOutcomes { get; } = [];

    /// <summary>MeSH headings of the conditions: those the record carries and those its conditions, keywords and titles
    /// name.</summary>
    public List<int> ConditionHeadings { get; } = [];

    /// <summary>The same for interventions.</summary>
    public List<int> InterventionHeadings { get; } = [];

    public string Status { get; set; } = "";

    public string StartDate { get; set; } = "";

    /// <summary>When the team last stood by the record, as the record writes it.</summary>
    public string Verified { get; set; } = "";

    public string Sponsor { get; set; } = "";

    public string StudyType { get; set; } = "";

    public List<string> Phases { get; } = [];

    public string Allocation { get; set; } = "";

    public string Masking { get; set; } = "";

    public string Purpose { get; set; } = "";

    public string Sex { get; set; } = "";

    public string MinimumAge { get; set; } = "";

    public string MaximumAge { get; set; } = "";

    /// <summary>How many participants; -1 when the record does not say.</summary>
    public int Enrollment { get; set; } = -1;

    public bool HasResults { get; set; }

    /// <summary>The locations' points, each once.</summary>
    public List<SitePoint> Sites { get; } = [];

    /// <summary>Identifiers that tie it to other studies.</summary>
    public List<FamilyKey> FamilyKeys { get; } = [];
}

/// <summary>A location's point, in degrees.</summary>
internal readonly record struct SitePoint(float Latitude, float Longitude);

/// <summary>An identifier in a record that another record may carry too.</summary>
/// <param name="Kind">What it says of the other record.</param>
/// <param name="Key">The form both records share.</param>
/// <param name="Quote">As written.</param>
/// <param name="Where">The piece it stands in.</param>
internal readonly record struct FamilyKey(FamilyKeyKind Kind, string Key, string Quote, string Where);

/// <summary>The sorts of <see cref="FamilyKey"/>; the numbers are stored.</summary>
internal enum FamilyKeyKind : byte
{
    /// <summary>An NCT id, and nothing says what for.</summary>
    Mentions = 0,

    /// <summary>The NCT id of the study this one extends or follows up.</summary>
    Extends = 1,

    /// <summary>The NCT id of the study this one is part of, or that is part of it.</summary>
    SubStudyOf = 2,

    /// <summary>A protocol number, with its sponsor.</summary>
    Protocol = 3,

    /// <summary>A number of another registry, a grant or an agency.</summary>
    Secondary = 4,

    /// <summary>A PubMed id of the study's own results.</summary>
    Publication = 5,

    /// <summary>The NCT id of the study that extends or follows up this one.</summary>
    ExtendedBy = 6,
}
