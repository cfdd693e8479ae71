using System.Text;
using Lind.Studies;
using Lind.Web.Portal;
using Lind.Web.Tests.Hosting;

namespace Lind.Web.Tests.Portal;

public sealed class HistoryTests
{
    [Fact]
    public void Changes_ValuesThatOnlyOneVersionHolds_FieldByField()
    {
        var changes = RecordChanges.Between(
            Record("""{"conditionsModule":{"conditions":["Asthma","COPD","COPD"]},"statusModule":{"overallStatus":"RECRUITING"}}"""),
            Record("""{"conditionsModule":{"conditions":["COPD","Asthma","Cough"]},"statusModule":{"overallStatus":"COMPLETED"}}"""));

        Assert.Equal(["OverallStatus", "Condition"], changes.Select(change => change.Field.Piece));
        Assert.Equal(["COPD"], changes[1].Before);
        Assert.Equal(["Cough"], changes[1].After);
    }

    [Fact]
    public void Changes_OrderOnly_IsAChangeWithoutValues()
    {
        var change = Assert.Single(RecordChanges.Between(
            Record("""{"conditionsModule":{"conditions":["A","B"]}}"""), Record("""{"conditionsModule":{"conditions":["B","A"]}}""")));
        Assert.Empty(change.Before);
        Assert.Empty(change.After);
    }

    [Fact]
    public void Changes_DownloadStampAndDerivedTerms_AreNone() => Assert.Empty(RecordChanges.Between(
        """{"protocolSection":{},"derivedSection":{"miscInfoModule":{"versionHolder":"2026-01-01"}}}"""u8,
        """{"protocolSection":{},"derivedSection":{"miscInfoModule":{"versionHolder":"2026-02-01"}}}"""u8));

    [Fact]
    public void Outcomes_AddedTakenOutMovedAndRenamed_AreToldApart()
    {
        var changes = OutcomeChange.Between(
            new() { PrimaryOutcomes = [new() { Measure = "Death" }, new() { Measure = "Pain at rest in part 1" }], SecondaryOutcomes = [new() { Measure = "Weight", TimeFrame = "1 year" }, new() { Measure = "Unchanged" }] },
            new() { PrimaryOutcomes = [new() { Measure = "Weight", TimeFrame = "1 year" }, new() { Measure = "Pain at rest in part 2" }], SecondaryOutcomes = [new() { Measure = "Unchanged" }, new() { Measure = "Sleep" }] });

        Assert.Equal(
            ["primary Pain at rest in part 1 -> primary Pain at rest in part 2", "primary Death -> ", "secondary Weight -> primary Weight", " -> secondary Sleep"],
            changes.Select(change => $"{change.OldKind} {change.Before?.Measure}".TrimEnd() + " -> " + $"{change.NewKind} {change.After?.Measure}".Trim()).Order(ByPlace()));

        static Comparer<string> ByPlace() => Comparer<string>.Create((one, other) => Place(one).CompareTo(Place(other)));
        static int Place(string text) => text.Contains("Pain", StringComparison.Ordinal) ? 0 : text.Contains("Death", StringComparison.Ordinal) ? 1 : text.Contains("Weight", StringComparison.Ordinal) ? 2 : 3;
    }

    [Fact]
    public async Task History_SaysOfEachVersionWhichPartsItChanged()
    {
        await using var server = await WebServer.StartAsync(Version("2020-01-01", "RECRUITING", "Death"),
            Version("2021-01-01", "COMPLETED", "Death"), Version("2022-01-01", "COMPLETED", "Survival"));

        var page = await server.ReadAsync("/study/NCT00000007/history");

        Assert.Equal(["status and dates, outcome measures", "status and dates", "the first kept here"],
            page.QuerySelectorAll(".versions tbody tr").Select(row => row.Children[2].TextContent));

        static string Version(string day, string status, string outcome) => Records.Json(7, $$$"""
            "statusModule":{"overallStatus":"{{{status}}}","lastUpdatePostDateStruct":{"date":"{{{day}}}"}},
            "outcomesModule":{"primaryOutcomes":[{"measure":"{{{outcome}}}"}]}
            """);
    }

    [Fact]
    public async Task History_OneVersion_SaysSo()
    {
        await using var server = await WebServer.StartAsync(Records.Json(7, ""));
        var page = await server.ReadAsync("/study/NCT00000007/history");

        Assert.Contains("one version", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task History_TwoVersions_ShowsOutcomeChangesAndFields()
    {
        await using var server = await WebServer.StartAsync(
            Version("2024-01-05", "Walking distance"), Version("2025-01-05", "Quality of life"));
        var page = await server.ReadAsync("/study/NCT00000009/history");
        var text = page.QuerySelector("main")!.TextContent;

        Assert.Contains("What changed from version 1 to version 2", text, StringComparison.Ordinal);
        Assert.Contains("Taken out", text, StringComparison.Ordinal);
        Assert.Contains("Walking distance", text, StringComparison.Ordinal);
        Assert.Contains("5 January 2025", text, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("table.changes th[scope=row]"), row => row.TextContent.Contains("PrimaryOutcomeMeasure", StringComparison.Ordinal));

        static string Version(string updated, string outcome) => Records.Json(9, $$"""
            "statusModule":{"lastUpdatePostDateStruct":{"date":"{{updated}}","type":"ACTUAL" } },
            "outcomesModule":{"primaryOutcomes":[{"measure":"{{outcome}}"}]}
            """);
    }

    private static byte[] Record(string protocol) => Encoding.UTF8.GetBytes($$"""{"protocolSection":{{protocol}} }""");
}
