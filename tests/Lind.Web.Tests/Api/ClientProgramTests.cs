using System.Text.Json;

namespace Lind.Web.Tests.Api;

/// <summary>Two small programs in the manner of those that people run against the registry, pointed here.</summary>
public sealed class ClientProgramTests(SeededServer seeded) : IClassFixture<SeededServer>
{
    [Fact]
    public async Task Harvester_FollowingPages_CollectsEveryStudyOnce()
    {
        var table = await HarvestAsync(seeded.Server.Client, "gout OR migraine", TestContext.Current.CancellationToken);

        var expected = SeededServer.Records.Where(one => Holds(one, "gout") || Holds(one, "migraine")).ToArray();
        Assert.Equal(expected.Select(one => one.NctId), table.Keys.Order());
        Assert.All(expected, one => Assert.Equal((one.Status, one.Enrollment), table[one.NctId]));
    }

    [Fact]
    public async Task Counter_OneRequestPerCell_FillsTheTable()
    {
        var counts = await CountAsync(seeded.Server.Client, TestContext.Current.CancellationToken);

        Assert.All(counts, cell => Assert.Equal(
            SeededServer.Records.Count(one => one.Phase == cell.Key.Phase && one.Status == cell.Key.Status), cell.Value));
        Assert.Equal(12, counts.Count);
    }

    // A typical harvester: pages of 20 with a few fields, the token passed on until there is none, missing members
    // taken as absent.
    private static async Task<Dictionary<string, (string Status, int? Enrollment)>> HarvestAsync(
        HttpClient http, string title, CancellationToken cancellation)
    {
        var table = new Dictionary<string, (string, int?)>();
        string? token = null;
        do
        {
            var url = "/api/v2/studies?format=json&markupFormat=legacy&countTotal=true&pageSize=20"
                + "&query.titles=" + Uri.EscapeDataString(title)
                + "&fields=" + Uri.EscapeDataString("NCTId,OverallStatus|EnrollmentCount")
                + "&sort=" + Uri.EscapeDataString("LastUpdatePostDate:desc")
                + (token is null ? "" : "&pageToken=" + token);
            using var answer = await http.GetAsync(url, cancellation);
            answer.EnsureSuccessStatusCode();
            using var page = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellation));
            foreach (var study in page.RootElement.GetProperty("studies").EnumerateArray())
            {
                var protocol = study.GetProperty("protocolSection");
                table.Add(
                    protocol.GetProperty("identificationModule").GetProperty("nctId").GetString()!,
                    (protocol.GetProperty("statusModule").GetProperty("overallStatus").GetString()!,
                        protocol.TryGetProperty("designModule", out var design)
                            ? design.GetProperty("enrollmentInfo").GetProperty("count").GetInt32() : null));
            }

            token = page.RootElement.TryGetProperty("nextPageToken", out var next) ? next.GetString() : null;
        }
        while (token is not null);

        return table;
    }

    // A typical counter: no studies wanted, one total for each pair of filters.
    private static async Task<Dictionary<(string Phase, string Status), int>> CountAsync(
        HttpClient http, CancellationToken cancellation)
    {
        var counts = new Dictionary<(string, string), int>();
        foreach (var phase in new[] { "PHASE1", "PHASE2", "NA" })
        {
            foreach (var status in new[] { "RECRUITING", "COMPLETED", "WITHDRAWN", "ACTIVE_NOT_RECRUITING" })
            {
                var advanced = Uri.EscapeDataString($"AREA[Phase]{phase}");
                using var page = JsonDocument.Parse(await http.GetStringAsync(
                    $"/api/v2/studies?countTotal=true&pageSize=1&fields=NCTId&filter.advanced={advanced}&filter.overallStatus={status}",
                    cancellation));
                counts.Add((phase, status), page.RootElement.GetProperty("totalCount").GetInt32());
            }
        }

        return counts;
    }

    private static bool Holds(SeededServer.Made record, string word) => record.Condition == word || record.Second == word;
}
