namespace Lind.Studies.Xml.Forms;

/// <summary>Which of the registry's older data models a record was last written under.</summary>
/// <remarks>The registry never rewrote old records when it changed its forms, so the date of a record says which form it
/// has where the XML does not. The limits are read off the shared v2 records: docs/xml-mapping.md gives the counts.</remarks>
internal readonly record struct Era(string? FirstSubmitted, string? LastUpdated)
{
    /// <summary>The dates of submission: every record has them.</summary>
    public static Era Of(XmlNode study) => new(
        Dates.Iso(study.Text("study_first_submitted") ?? study.Text("firstreceived_date")),
        Dates.Iso(study.Text("last_update_submitted") ?? study.Text("lastchanged_date")));

    /// <summary>Observational studies were asked whether they are a patient registry, so that silence means no.</summary>
    public bool AsksForPatientRegistry => FirstSubmitted is not null && !IsBefore(FirstSubmitted, "2013-01-01");

    /// <summary>The standard baseline measure was still called "Age Continuous".</summary>
    public bool HasAgeWithoutComma => IsBefore(LastUpdated, "2013-12-01");

    /// <summary>Analyses said whether non-inferiority was tested beside what was tested.</summary>
    public bool SaysTestedNonInferiority => IsBefore(LastUpdated, "2017-01-18");

    // ISO dates compare as text. A record without the date is of no known era.
    private static bool IsBefore(string? date, string limit) =>
        date is not null && string.CompareOrdinal(date, limit) < 0;
}
