namespace Lind.Search.Similarity;

/// <summary>The related studies of one question.</summary>
public sealed record RelatedAnswer
{
    /// <summary>The studies the question named that are in the index, in the order asked.</summary>
    public required IReadOnlyList<string> NctIds { get; init; }

    /// <summary>The studies the question named that are not in the index (never null; a caller answers 404 when it is
    /// all of them).</summary>
    public required IReadOnlyList<string> Unknown { get; init; }

    /// <summary>The joint ranking of all blocks: scores fall or stay level, equal scores in order of NCT id, no study
    /// twice, the same answer every time.</summary>
    public required IReadOnlyList<RelatedEntry> Entries { get; init; }

    /// <summary>Every link that the records themselves show between a study asked about and another study of the index,
    /// whatever the options and the limit; also present in <see cref="Entries"/> when it passes the options.</summary>
    public required IReadOnlyList<FamilyLink> Family { get; init; }
}

/// <summary>One related study.</summary>
public sealed record RelatedEntry
{
    /// <summary>The study.</summary>
    public required string NctId { get; init; }

    /// <summary>What a list shows of it, so that nobody need read its record.</summary>
    public required RelatedFacts Facts { get; init; }

    /// <summary>How near it is, 0 to 1; comparable inside one answer, not between answers.</summary>
    public required double Score { get; init; }

    /// <summary>Where a page shows it.</summary>
    public required RelatedBlock Block { get; init; }

    /// <summary>What both records show, strongest first. Never empty.</summary>
    public required IReadOnlyList<RelatedStatement> Reasons { get; init; }

    /// <summary>Where the two records differ (size, design, phase, age, status). May be
    /// empty. Empty for free text, which states nothing to differ from.</summary>
    public required IReadOnlyList<RelatedStatement> Differences { get; init; }

    /// <summary>What each ingredient added to the score, largest first.</summary>
    public required IReadOnlyList<FeatureContribution> Contributions { get; init; }
}

/// <summary>What a list shows of a related study, as the index read it from the record.</summary>
/// <param name="Title">The brief title; empty if the record has none.</param>
/// <param name="Status">The code of its overall status; empty if the record has none.</param>
/// <param name="Phases">The codes of its phases, in the record's order.</param>
/// <param name="StartDate">The start date as the record writes it; empty if it has none.</param>
/// <param name="VerifiedDate">When the team last stood by the record, as it writes it; empty if it does not.</param>
/// <param name="Enrollment">How many participants; null when the record does not say.</param>
/// <param name="HasResults">Whether results are posted.</param>
public sealed record RelatedFacts(
    string Title, string Status, IReadOnlyList<string> Phases, string StartDate, string VerifiedDate, long? Enrollment,
    bool HasResults);

/// <summary>The block of a page that an entry belongs to.</summary>
public enum RelatedBlock
{
    /// <summary>The record shows that both belong together: parent, extension, same protocol number.</summary>
    Family,

    /// <summary>Nearly the same question: "study characteristics and research focus".</summary>
    Related,

    /// <summary>The wider neighbourhood: "similarity analysis". Diverse, and never repeats the first block.</summary>
    MoreRelated,
}

/// <summary>One ingredient of a score.</summary>
/// <param name="Feature">The ingredient's name, for instance <c>conditions</c>.</param>
/// <param name="Similarity">How alike the two studies are in it, 0 to 1.</param>
/// <param name="Points">What that adds to the score: similarity times the fitted weight, times a factor near 1 that grows
/// slowly with the length of the other record; all points together are the score.</param>
public sealed record FeatureContribution(string Feature, double Similarity, double Points);
