namespace Lind.Search;

/// <summary>What a facet counts.</summary>
public enum FacetKind
{
    /// <summary><c>OverallStatus</c>.</summary>
    Status,

    /// <summary><c>Phase</c>; a study of phase 1/2 counts in both.</summary>
    Phase,

    /// <summary><c>StudyType</c>.</summary>
    StudyType,

    /// <summary><c>Sex</c>.</summary>
    Sex,

    /// <summary><c>StdAge</c>: CHILD, ADULT, OLDER_ADULT.</summary>
    AgeGroup,

    /// <summary><c>LocationCountry</c>, each country once a study.</summary>
    Country,

    /// <summary><c>LocationState</c>, each state once a study, as <c>State, Country</c>.</summary>
    State,

    /// <summary><c>LocationCity</c>, each city once a study.</summary>
    City,

    /// <summary><c>LeadSponsorClass</c>.</summary>
    SponsorClass,

    /// <summary><c>LeadSponsorName</c>.</summary>
    Sponsor,

    /// <summary><c>ConditionMeshTerm</c>.</summary>
    ConditionMesh,

    /// <summary><c>InterventionMeshTerm</c>.</summary>
    InterventionMesh,

    /// <summary><c>InterventionType</c>.</summary>
    InterventionType,

    /// <summary>The year of <c>StartDate</c>.</summary>
    StartYear,

    /// <summary><c>HasResults</c>: <c>with</c>, <c>without</c>.</summary>
    Results,

    /// <summary>Bands of <c>EnrollmentCount</c>: <c>0-49</c>, <c>50-99</c>, <c>100-499</c>, <c>500-999</c>,
    /// <c>1000+</c>.</summary>
    Enrollment,

    /// <summary><c>HealthyVolunteers</c>: <c>true</c>, <c>false</c>.</summary>
    HealthyVolunteers,

    /// <summary><c>DesignPrimaryPurpose</c>.</summary>
    PrimaryPurpose,
}

/// <summary>One facet to count over all matches of a search.</summary>
/// <param name="Kind">What is counted.</param>
/// <param name="Limit">How many values at most, most frequent first; 1 to 250.</param>
public sealed record FacetRequest(FacetKind Kind, int Limit = 20);

/// <summary>The counts of one facet.</summary>
/// <param name="Kind">What is counted.</param>
/// <param name="Values">Values with the number of matching studies, most frequent first, then by value.</param>
/// <param name="Missing">Matching studies without any value.</param>
public sealed record Facet(FacetKind Kind, IReadOnlyList<FacetValue> Values, long Missing);

/// <summary>One value of a facet.</summary>
/// <param name="Value">The value as the record has it.</param>
/// <param name="Count">Matching studies that have it.</param>
public sealed record FacetValue(string Value, long Count);

/// <summary>One histogram to count over all matches.</summary>
/// <param name="Field">A date or numeric piece, as <c>StartDate</c> or <c>EnrollmentCount</c>.</param>
/// <param name="Interval">For dates <c>year</c> or <c>month</c>; for numbers the width as text.</param>
public sealed record HistogramRequest(string Field, string Interval);

/// <summary>A counted histogram.</summary>
/// <param name="Field">The piece.</param>
/// <param name="Bars">Bars in ascending order; empty bars between others are left out.</param>
/// <param name="Missing">Matching studies without the value.</param>
public sealed record Histogram(string Field, IReadOnlyList<HistogramBar> Bars, long Missing);

/// <summary>One bar: all values from <paramref name="From"/> (<c>2019</c>, <c>2019-03</c> or a number) up to the next
/// bar's start.</summary>
/// <param name="From">Where the bar starts.</param>
/// <param name="Count">Matching studies in it.</param>
public sealed record HistogramBar(string From, long Count);
