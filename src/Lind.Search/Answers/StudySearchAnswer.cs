using Lind.Studies;

namespace Lind.Search;

/// <summary>What a search found, all of it on one snapshot of the index.</summary>
public sealed record StudySearchAnswer
{
    /// <summary>The exact number of matching studies; null unless <see cref="StudySearchRequest.CountTotal"/>.</summary>
    public long? TotalCount { get; init; }

    /// <summary>The hits of this page in order.</summary>
    public required IReadOnlyList<StudyHit> Hits { get; init; }

    /// <summary>The cursor of the next page; null on the last.</summary>
    public string? NextCursor { get; init; }

    /// <summary>The facets asked for, in the order asked.</summary>
    public IReadOnlyList<Facet> Facets { get; init; } = [];

    /// <summary>The histograms asked for, in the order asked.</summary>
    public IReadOnlyList<Histogram> Histograms { get; init; } = [];

    /// <summary>Terms and synonyms, when asked for.</summary>
    public SearchDetails? Details { get; init; }

    /// <summary>A better spelt query, when asked for and found.</summary>
    public SpellingSuggestion? Spelling { get; init; }

    /// <summary>How the narrative was read, when <see cref="StudySearchRequest.PatientNarrative"/> was given.</summary>
    public PatientReading? Patient { get; init; }

    /// <summary>The snapshot of the index that answered: the same id, the same answer.</summary>
    public required string SnapshotId { get; init; }
}

/// <summary>One study found.</summary>
/// <param name="NctId">The study.</param>
/// <param name="Score">Relevance, higher is better; 0 when nothing ranks.</param>
public sealed record StudyHit(NctId NctId, double Score)
{
    /// <summary>The nearest site within the searched distance, open or not; null without a distance search.</summary>
    public SiteDistance? NearestSite { get; init; }

    /// <summary>The nearest site that itself says RECRUITING (or, where sites carry no status, of a study that says
    /// RECRUITING); null when there is none within the distance.</summary>
    public SiteDistance? NearestRecruitingSite { get; init; }
}

/// <summary>A site and how far it is.</summary>
/// <param name="LocationIndex">The site's place in the record's <c>locations</c>, from 0.</param>
/// <param name="DistanceMiles">Great-circle distance to the point searched.</param>
/// <param name="Facility">The facility as recorded; null when not given.</param>
/// <param name="City">The city as recorded; null when not given.</param>
/// <param name="Status">The site's own status; null when it has none.</param>
public sealed record SiteDistance(int LocationIndex, double DistanceMiles, string? Facility, string? City, string? Status);

/// <summary>Either an answer or the reason why the request was refused; never both, never neither.</summary>
public sealed record StudySearchResult
{
    private StudySearchResult(StudySearchAnswer? answer, SearchError? error) => (Answer, Error) = (answer, error);

    /// <summary>The answer, or null when refused.</summary>
    public StudySearchAnswer? Answer { get; }

    /// <summary>Why the request was refused, or null.</summary>
    public SearchError? Error { get; }

    /// <summary>A result that answers.</summary>
    public static StudySearchResult Of(StudySearchAnswer answer) => new(answer, null);

    /// <summary>A result that refuses.</summary>
    public static StudySearchResult Of(SearchError error) => new(null, error);
}
