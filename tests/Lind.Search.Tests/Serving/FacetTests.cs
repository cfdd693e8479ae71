using System.Globalization;
using System.Text.Json.Nodes;

namespace Lind.Search.Tests.Serving;

/// <summary>Every facet against a count over the records' own JSON.</summary>
public sealed class FacetTests(SampleIndex sample) : IClassFixture<SampleIndex>
{
    public static TheoryData<FacetKind, string?> KindsAndQueries
    {
        get
        {
            var data = new TheoryData<FacetKind, string?>();
            foreach (var kind in Enum.GetValues<FacetKind>())
            {
                data.Add(kind, null);
                data.Add(kind, "AREA[StudyType]INTERVENTIONAL AND NOT AREA[OverallStatus]COMPLETED");
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(KindsAndQueries))]
    public void Facet_OfEveryKind_CountsWhatTheMatchingRecordsHold(FacetKind kind, string? advanced)
    {
        var request = new StudySearchRequest { Filter = new() { Advanced = advanced }, CountTotal = true, PageSize = 0, Facets = [new(kind, 250)] };
        var found = sample.Find(request).ToHashSet();
        var matching = sample.Records.Where(record => found.Contains(record.NctId.Number))
            .Select(record => ValuesOf(kind, JsonNode.Parse(record.Json.Span)!)).ToArray();

        var facet = sample.Search(request).Facets.Single();

        Assert.Equal(
            matching.SelectMany(values => values).GroupBy(value => value).ToDictionary(group => group.Key, group => (long)group.Count()),
            facet.Values.ToDictionary(value => value.Value, value => value.Count));
        Assert.Equal(matching.Count(values => values.Count == 0), facet.Missing);
        Assert.Equal(facet.Values.OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal), facet.Values);

        var first = sample.Search(request with { Facets = [new(kind, 2)] }).Facets.Single();
        Assert.Equal(facet.Values.Take(2), first.Values);
        Assert.Equal(facet.Missing, first.Missing);
    }

    private static HashSet<string> ValuesOf(FacetKind kind, JsonNode study)
    {
        var protocol = study["protocolSection"];
        var design = protocol?["designModule"];
        var eligibility = protocol?["eligibilityModule"];
        var sites = List(protocol?["contactsLocationsModule"]?["locations"]);
        var sponsor = protocol?["sponsorCollaboratorsModule"]?["leadSponsor"];
        IEnumerable<string?> values = kind switch
        {
            FacetKind.Status => [(string?)protocol?["statusModule"]?["overallStatus"]],
            FacetKind.Phase => List(design?["phases"]).Select(phase => (string?)phase),
            FacetKind.StudyType => [(string?)design?["studyType"]],
            FacetKind.Sex => [(string?)eligibility?["sex"]],
            FacetKind.AgeGroup => List(eligibility?["stdAges"]).Select(age => (string?)age),
            FacetKind.Country => sites.Select(site => (string?)site?["country"]),
            FacetKind.State => sites.Where(site => site?["state"] is not null)
                .Select(site => string.Join(", ", new[] { (string?)site!["state"], (string?)site["country"] }.OfType<string>())),
            FacetKind.City => sites.Select(site => (string?)site?["city"]),
            FacetKind.SponsorClass => [(string?)sponsor?["class"]],
            FacetKind.Sponsor => [(string?)sponsor?["name"]],
            FacetKind.ConditionMesh => Terms(study, "conditionBrowseModule"),
            FacetKind.InterventionMesh => Terms(study, "interventionBrowseModule"),
            FacetKind.InterventionType => List(protocol?["armsInterventionsModule"]?["interventions"]).Select(one => (string?)one?["type"]),
            FacetKind.StartYear => [((string?)protocol?["statusModule"]?["startDateStruct"]?["date"])?[..4]],
            FacetKind.Results => [(bool?)study["hasResults"] is { } has ? has ? "with" : "without" : null],
            FacetKind.Enrollment => [(int?)design?["enrollmentInfo"]?["count"] is { } count ? Band(count) : null],
            FacetKind.HealthyVolunteers => [((bool?)eligibility?["healthyVolunteers"])?.ToString(CultureInfo.InvariantCulture).ToLowerInvariant()],
            FacetKind.PrimaryPurpose => [(string?)design?["designInfo"]?["primaryPurpose"]],
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A facet without a naive count"),
        };
        return values.OfType<string>().ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<string?> Terms(JsonNode study, string module) =>
        List(study["derivedSection"]?[module]?["meshes"]).Select(mesh => (string?)mesh?["term"]);

    private static string Band(int count) => count switch
    {
        < 50 => "0-49",
        < 100 => "50-99",
        < 500 => "100-499",
        < 1000 => "500-999",
        _ => "1000+",
    };

    private static JsonArray List(JsonNode? node) => node as JsonArray ?? [];
}
