using System.Text.Json;

namespace Lind.Search.Tests.Similarity;

/// <summary>Small made-up records, enough to tell diseases and treatments apart.</summary>
internal static class Samples
{
    private static readonly string[] Diseases = ["Heart Failure", "Asthma", "Breast Neoplasms", "Migraine Disorders", "Psoriasis"];
    private static readonly string[] Treatments = ["Metformin", "Aspirin", "Exercise", "Mesenchymal Stem Cells"];

    /// <summary>Sixty records: twelve of each disease.</summary>
    public static List<(string NctId, ReadOnlyMemory<byte> Study)> Sixty() =>
    [
        .. Enumerable.Range(0, 60).Select(i => Record(
            i + 1, $"{Treatments[i % 4]} for {Diseases[i % 5]} trial {i}", Diseases[i % 5], Treatments[i % 4],
            i % 3 == 0 ? "RECRUITING" : "COMPLETED", phase: i % 2 == 0 ? "PHASE2" : "PHASE3", sponsor: $"Sponsor {i % 7}",
            results: i % 6 == 1)),
    ];

    public static (string NctId, ReadOnlyMemory<byte> Study) Record(
        int number, string title, string condition, string intervention, string status = "COMPLETED",
        string phase = "PHASE2", string sponsor = "A Sponsor", bool results = false, string summary = "A summary.",
        string organizationId = "1", int enrollment = 100, double latitude = 52.5, double longitude = 13.4)
    {
        var id = $"NCT{number:D8}";
        var record = new
        {
            protocolSection = new
            {
                identificationModule = new { nctId = id, orgStudyIdInfo = new { id = organizationId }, briefTitle = title },
                statusModule = new { overallStatus = status, startDateStruct = new { date = "2020-03" } },
                sponsorCollaboratorsModule = new { leadSponsor = new { name = sponsor } },
                descriptionModule = new { briefSummary = summary },
                conditionsModule = new { conditions = new[] { condition } },
                designModule = new
                {
                    studyType = "INTERVENTIONAL",
                    phases = new[] { phase },
                    designInfo = new { allocation = "RANDOMIZED" },
                    enrollmentInfo = new { count = enrollment },
                },
                armsInterventionsModule = new { interventions = new[] { new { type = "DRUG", name = intervention } } },
                eligibilityModule = new { eligibilityCriteria = $"Inclusion Criteria: {condition}", sex = "ALL" },
                contactsLocationsModule = new
                {
                    locations = new[] { new { city = "A City", geoPoint = new { lat = latitude, lon = longitude } } },
                },
            },
            hasResults = results,
        };
        return (id, JsonSerializer.SerializeToUtf8Bytes(record));
    }
}
