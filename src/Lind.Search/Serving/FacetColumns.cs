using System.Globalization;
using Lind.Index.Collectors;
using Lind.Search.Mapping;
using Lind.Studies.Fields;

namespace Lind.Search.Serving;

/// <summary>From facets and histograms asked for to columns, and back to answers.</summary>
internal static class FacetColumns
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;
    private const int MostBars = 2_000;

    /// <summary>The column a facet counts.</summary>
    public static int ColumnOf(FacetKind kind) => kind switch
    {
        FacetKind.State => StudySchema.StateAndCountry,
        FacetKind.StartYear => StudySchema.StartYear,
        FacetKind.Enrollment => StudySchema.EnrollmentBand,
        _ => StudySchema.ColumnOf(FieldOf(kind)),
    };

    /// <summary>A counted facet as answered.</summary>
    public static Facet Answer(FacetRequest request, FacetResult result) => new(
        request.Kind,
        result.Values.Select(value => new FacetValue(NameOf(request.Kind, value.Text), value.Count)).ToArray(),
        result.Missing);

    /// <summary>A histogram asked for, in the index's terms; or what is wrong with it.</summary>
    public static (Index.Collectors.HistogramRequest? Request, SearchError? Error) Bind(HistogramRequest request)
    {
        var field = FieldCatalogue.Find(request.Field);
        var column = field is { IsLeaf: true } ? StudySchema.ColumnOf(field) : -1;
        if (field is null || column < 0)
        {
            return Fail($"Unknown histogram field: {request.Field}");
        }

        if (field.Kind is FieldKind.Date or FieldKind.DateTime)
        {
            return request.Interval is "year" or "month"
                ? (new(column, Starts(request.Interval).Select(DayValue).ToArray()), null)
                : Fail($"Unknown interval: {request.Interval}");
        }

        return field.Kind is FieldKind.Integer or FieldKind.Number or FieldKind.Time
            && double.TryParse(request.Interval, NumberStyles.Float, CultureInfo.InvariantCulture, out var width) && width > 0
            ? (new(column, Enumerable.Range(0, MostBars).Select(i => i * width).ToArray()), null)
            : Fail($"Unsupported histogram: {request.Field} by {request.Interval}");
    }

    /// <summary>A counted histogram as answered.</summary>
    public static Histogram Answer(HistogramRequest request, HistogramResult result) => new(
        request.Field,
        result.Counts.Select((count, i) => (count, i)).Where(bar => bar.count > 0)
            .Select(bar => new HistogramBar(NameOf(request.Interval, bar.i), bar.count)).ToArray(),
        result.Missing);

    private static string NameOf(string interval, int bar) => interval switch
    {
        "year" => string.Create(CultureInfo.InvariantCulture, $"{FirstYear + bar:0000}"),
        "month" => string.Create(CultureInfo.InvariantCulture, $"{FirstYear + (bar / 12):0000}-{(bar % 12) + 1:00}"),
        _ => (bar * double.Parse(interval, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture),
    };

    private static IEnumerable<DateOnly> Starts(string interval) =>
        from year in Enumerable.Range(FirstYear, LastYear - FirstYear + 1)
        from month in interval == "year" ? [1] : Enumerable.Range(1, 12)
        select new DateOnly(year, month, 1);

    private static double DayValue(DateOnly day) => day.DayNumber * 4.0;

    private static StudyField FieldOf(FacetKind kind) => kind switch
    {
        FacetKind.Status => StudyFields.OverallStatus,
        FacetKind.Phase => StudyFields.Phase,
        FacetKind.StudyType => StudyFields.StudyType,
        FacetKind.Sex => StudyFields.Sex,
        FacetKind.AgeGroup => StudyFields.StdAge,
        FacetKind.Country => StudyFields.LocationCountry,
        FacetKind.City => StudyFields.LocationCity,
        FacetKind.SponsorClass => StudyFields.LeadSponsorClass,
        FacetKind.Sponsor => StudyFields.LeadSponsorName,
        FacetKind.ConditionMesh => StudyFields.ConditionMeshTerm,
        FacetKind.InterventionMesh => StudyFields.InterventionMeshTerm,
        FacetKind.InterventionType => StudyFields.InterventionType,
        FacetKind.Results => StudyFields.HasResults,
        FacetKind.HealthyVolunteers => StudyFields.HealthyVolunteers,
        FacetKind.PrimaryPurpose => StudyFields.DesignPrimaryPurpose,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No column for this facet."),
    };

    private static string NameOf(FacetKind kind, string value) => kind == FacetKind.Results
        ? value == "true" ? "with" : "without"
        : value;

    private static (Index.Collectors.HistogramRequest?, SearchError) Fail(string message) =>
        (null, new SearchError("", 0, 0, message));
}
