using Lind.Studies;
using Lind.Studies.Fields;
using Lind.Studies.Json;

namespace Lind.Web.Portal;

/// <summary>What a list of studies shows of each: read from the record's bytes in one pass, without the rest.</summary>
public sealed class StudySummary : IStudyVisitor
{
    private const int MostListed = 12;

    private static readonly FieldSet Wanted = new(
    [
        StudyFields.NCTId, StudyFields.BriefTitle, StudyFields.Acronym, StudyFields.OverallStatus, StudyFields.LastKnownStatus,
        StudyFields.StatusVerifiedDate, StudyFields.StartDate, StudyFields.CompletionDate, StudyFields.LastUpdatePostDate,
        StudyFields.LastUpdateSubmitDate,
        StudyFields.Phase, StudyFields.StudyType, StudyFields.EnrollmentCount, StudyFields.LeadSponsorName,
        StudyFields.Condition, StudyFields.InterventionName, StudyFields.MinimumAge, StudyFields.MaximumAge, StudyFields.Sex,
        StudyFields.HealthyVolunteers, StudyFields.LocationCountry, StudyFields.LocationCity, StudyFields.LocationStatus,
        StudyFields.LocationGeoPoint, StudyFields.HasResults, StudyFields.PrimaryCompletionDate,
    ]);

    private readonly List<string> _phases = [];
    private readonly List<string> _conditions = [];
    private readonly List<string> _interventions = [];
    private readonly List<string> _countries = [];
    private readonly List<SitePoint> _points = [];
    private readonly List<int> _openSites = [];

    private StudySummary(DateOnly today) => Today = today;

    /// <summary>The day from whose point of view the study is read.</summary>
    public DateOnly Today { get; }

    public string NctId { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string? Acronym { get; private set; }

    public string? Status { get; private set; }

    public string? LastKnownStatus { get; private set; }

    public PartialDate? Verified { get; private set; }

    public PartialDate? Start { get; private set; }

    public PartialDate? PrimaryCompletion { get; private set; }

    public PartialDate? Completion { get; private set; }

    public PartialDate? Updated { get; private set; }

    public PartialDate? UpdateSubmitted { get; private set; }

    public string? StudyType { get; private set; }

    public long? Enrollment { get; private set; }

    public string? Sponsor { get; private set; }

    public Age? MinimumAge { get; private set; }

    public Age? MaximumAge { get; private set; }

    public string? Sex { get; private set; }

    public bool HasResults { get; private set; }

    public int SiteCount { get; private set; }

    public IReadOnlyList<string> Phases => _phases;

    public IReadOnlyList<string> Conditions => _conditions;

    public IReadOnlyList<string> Interventions => _interventions;

    public IReadOnlyList<string> Countries => _countries;

    /// <summary>Where sites lie, with whether each takes people now (as <see cref="StudySites.IsOpen"/> reads it).</summary>
    public IEnumerable<(SitePoint Point, bool Open)> Points => _points.Select(point =>
        (point, IsOpen && (_openSites.Count == 0 || _openSites.Contains(point.Site))));

    /// <summary>Whether the study as a whole takes people now, and somebody has said so within two years.</summary>
    public bool IsOpen => Status is "RECRUITING" or "AVAILABLE" && !StudyFlags.IsUnconfirmedOpen(Status, Verified, Today);

    /// <summary>Reads a record that the store holds.</summary>
    public static StudySummary Read(ReadOnlySpan<byte> utf8, DateOnly today)
    {
        var summary = new StudySummary(today);
        StudyWalker.Walk(utf8, Wanted, ref summary);
        return summary;
    }

    void IStudyVisitor.Value(in StudyValue value)
    {
        switch (value.Field.Piece)
        {
            case "LocationGeoPoint": _points.Add(new(value.Ordinals[0], value.Latitude, value.Longitude)); break;
            case "LocationStatus": TakeSiteStatus(value); break;
            case "LocationCity": break;
            case "EnrollmentCount": Enrollment = (long)value.Number; break;
            case "HasResults": HasResults = value.IsTrue; break;
            default: TakeText(value.Field.Piece, value.ToString()); break;
        }
    }

    void IStudyVisitor.EndList(StudyField list, int count, ReadOnlySpan<int> ordinals)
    {
        if (list == StudyFields.Location)
        {
            SiteCount = count;
        }
    }

    private void TakeSiteStatus(in StudyValue value)
    {
        if (value.Utf8.SequenceEqual("RECRUITING"u8) || value.Utf8.SequenceEqual("AVAILABLE"u8))
        {
            _openSites.Add(value.Ordinals[0]);
        }
    }

    private void TakeText(string piece, string text)
    {
        switch (piece)
        {
            case "NCTId": NctId = text; break;
            case "BriefTitle": Title = text; break;
            case "Acronym": Acronym = text; break;
            case "OverallStatus": Status = text; break;
            case "LastKnownStatus": LastKnownStatus = text; break;
            case "StatusVerifiedDate": Verified = PartialDate.FromRecord(text); break;
            case "StartDate": Start = PartialDate.FromRecord(text); break;
            case "PrimaryCompletionDate": PrimaryCompletion = PartialDate.FromRecord(text); break;
            case "CompletionDate": Completion = PartialDate.FromRecord(text); break;
            case "LastUpdateSubmitDate": UpdateSubmitted = PartialDate.FromRecord(text); break;
            case "LastUpdatePostDate": Updated = PartialDate.FromRecord(text); break;
            case "StudyType": StudyType = text; break;
            case "LeadSponsorName": Sponsor = text; break;
            case "MinimumAge": MinimumAge = Age.FromRecord(text); break;
            case "MaximumAge": MaximumAge = Age.FromRecord(text); break;
            case "Sex": Sex = text; break;
            case "Phase": _phases.Add(text); break;
            case "Condition": AddOnce(_conditions, text, MostListed); break;
            case "InterventionName": AddOnce(_interventions, text, MostListed); break;
            case "LocationCountry": AddOnce(_countries, text, int.MaxValue); break;
        }
    }

    private static void AddOnce(List<string> list, string text, int most)
    {
        if (list.Count < most && (list.Count == 0 || list[^1] != text) && !list.Contains(text))
        {
            list.Add(text);
        }
    }
}

/// <summary>One site of a study on the map; <paramref name="Site"/> is its place in the record's list.</summary>
public readonly record struct SitePoint(int Site, double Latitude, double Longitude);
