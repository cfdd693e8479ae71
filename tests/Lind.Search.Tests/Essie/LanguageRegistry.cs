using System.Text;
using Lind.Studies;
using Lind.TestKit;

namespace Lind.Search.Tests.Essie;

/// <summary>A dozen made-up studies, each there for one rule of the language; built once for a class of tests.</summary>
public sealed class LanguageRegistry : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly TempFolder _mesh = new();

    public LanguageRegistry()
    {
        var descriptors = Path.Combine(_mesh.Path, "d2026.bin");
        File.WriteAllLines(descriptors, ["*NEWRECORD", "MH = Myocardial Infarction", "ENTRY = Heart Attack|T047|BRD"]);
        Index = SearchIndex.Open(_folder.Path, new SearchIndexOptions { MeshDescriptorFile = descriptors });
        Index.Rebuild(Records());
    }

    public SearchIndex Index { get; }

    /// <summary>The numbers of the studies found, best first (or by number, if nothing ranks them).</summary>
    public int[] Ranked(string expression)
    {
        var result = Index.Search(new StudySearchRequest { QueryTerm = expression, PageSize = 100 });
        Assert.True(result.Error is null, $"{expression}: {result.Error?.Message}");
        return [.. result.Answer!.Hits.Select(hit => hit.NctId.Number)];
    }

    public void Dispose()
    {
        Index.Dispose();
        _folder.Dispose();
        _mesh.Dispose();
    }

    private static IEnumerable<StudyRecord> Records()
    {
        yield return Study(1, "Aspirin after heart attack", "Heart attack");
        yield return Study(2, "Rehabilitation and myocardial infarction", "Myocardial infarction");
        yield return Study(3, "An attack on a failing heart", "Cardiac insufficiency");
        yield return Study(4, "Hearts of children", "Pain", ages: ("6 Months", "24 Months"));
        yield return Study(5, "Pain", "Back pain", ages: ("1 Year", "17 Years"), enrollment: 50);
        yield return Study(6, "SLE and the kidney", "Lupus", ages: ("18 Years", null), enrollment: 500);
        yield return Study(7, "sle in the elderly", "Lupus", ages: ("65 Years", "99 Years"), enrollment: 1000, results: "2019-05-20");
        yield return Study(8, "Tumour growth and IL-6 in anaemia", "Anemia", start: "2019", phases: ["PHASE1", "PHASE2"]);
        yield return Study(9, "Tumor growth and IL6", "Anaemia", start: "2019-03", phases: ["PHASE2"]);
        yield return Study(10, "Crohn's disease, naïve patients", "Crohn disease", start: "2019-03-15", phases: ["PHASE3"],
            sites: [("Portland", "Maine", "United States", "COMPLETED", 43.66, -70.26), ("Augusta", "Georgia", "United States", "RECRUITING", 33.47, -81.97)]);
        yield return Study(11, "Stroke NOT treated, a MISSING \\\"sleep deprivation\\\" study", "Stroke", start: "2021-01-02",
            sites: [("Portland", "Oregon", "United States", "RECRUITING", 45.52, -122.68)]);
        yield return Study(12, "Stroke unit", "Stroke; hemiplegia", start: "2011-01-02",
            sites: [("Bethesda", "Maryland", "United States", "RECRUITING", 38.98, -77.09), ("Portland", "Maine", "United States", "RECRUITING", 43.66, -70.26)]);
        yield return Study(13, "Surgery for type II fractures", "Fracture");
    }

    private static StudyRecord Study(
        int number, string title, string condition, (string? Low, string? High)? ages = null, int? enrollment = null,
        string? start = null, string[]? phases = null, string? results = null,
        (string City, string State, string Country, string Status, double Latitude, double Longitude)[]? sites = null)
    {
        var id = NctId.FromNumber(number);
        var status = new List<string> { "\"overallStatus\":\"COMPLETED\"" };
        status.AddRange(start is null ? [] : [$"\"startDateStruct\":{{\"date\":\"{start}\"}}"]);
        status.AddRange(results is null ? [] : [$"\"resultsFirstPostDateStruct\":{{\"date\":\"{results}\"}}"]);
        var eligibility = new List<string>();
        eligibility.AddRange(ages?.Low is { } low ? [$"\"minimumAge\":\"{low}\""] : []);
        eligibility.AddRange(ages?.High is { } high ? [$"\"maximumAge\":\"{high}\""] : []);
        var design = new List<string>();
        design.AddRange(phases is null ? [] : [$"\"phases\":[{string.Join(',', phases.Select(phase => $"\"{phase}\""))}]"]);
        design.AddRange(enrollment is null ? [] : [$"\"enrollmentInfo\":{{\"count\":{enrollment}}}"]);
        var locations = (sites ?? []).Select(site =>
            $"{{\"facility\":\"Hospital\",\"city\":\"{site.City}\",\"state\":\"{site.State}\",\"country\":\"{site.Country}\",\"status\":\"{site.Status}\","
            + FormattableString.Invariant($"\"geoPoint\":{{\"lat\":{site.Latitude},\"lon\":{site.Longitude}}}}}"));
        var conditions = string.Join(',', condition.Split("; ").Select(one => $"\"{one}\""));
        var modules = new List<string>
        {
            $"\"identificationModule\":{{\"nctId\":\"{id}\",\"briefTitle\":\"{title}\"}}",
            $"\"statusModule\":{{{string.Join(',', status)}}}",
            $"\"conditionsModule\":{{\"conditions\":[{conditions}]}}",
        };
        modules.AddRange(design.Count == 0 ? [] : [$"\"designModule\":{{{string.Join(',', design)}}}"]);
        modules.AddRange(eligibility.Count == 0 ? [] : [$"\"eligibilityModule\":{{{string.Join(',', eligibility)}}}"]);
        modules.AddRange(sites is null ? [] : [$"\"contactsLocationsModule\":{{\"locations\":[{string.Join(',', locations)}]}}"]);
        return new StudyRecord(id, Encoding.UTF8.GetBytes($"{{\"protocolSection\":{{{string.Join(',', modules)}}}}}"));
    }
}
