using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Lind.Registry.Importing;
using Lind.Store;
using Lind.Store.Packing;
using Lind.Studies;
using Lind.TestKit;

namespace Lind.Registry.Tests.Importing;

/// <summary>The end state of an import depends on its records: not on threads, batches, order or interruptions.</summary>
public sealed class ImportStateTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Import_TwoVersionsInOneInput_KeepsTheLaterAndTheOlderInHistory()
    {
        await using var fixture = new RegistryFixture();
        var path = fixture.Write("a.ndjson",
            $"{MinimalStudy.Json(1, "2021-05-05", "later")}\n{MinimalStudy.Json(1, "2020-05-05", "older")}\n");

        var counts = await fixture.ImportAsync(path);

        var versions = await fixture.Registry.Store.ListVersionsAsync(NctId.FromNumber(1), Cancellation);
        Assert.Equal((1, 1), (counts.Added, counts.Unchanged));
        Assert.Equal("later", await fixture.TitleAsync(1));
        Assert.Equal(2, versions.Count);
    }

    [Fact]
    public async Task Import_SameContentTwice_IsUnchanged()
    {
        await using var fixture = new RegistryFixture();
        var path = fixture.Write("a.json", MinimalStudy.Json(1));

        var twice = await fixture.ImportAsync(path, path);
        var again = await fixture.ImportAsync(path);

        Assert.Equal((1, 1), (twice.Added, twice.Unchanged));
        Assert.Equal((0, 1), (again.Added, again.Unchanged));
    }

    [Fact]
    public async Task Import_ChangedRecordOfTheSameDate_Updates()
    {
        await using var fixture = new RegistryFixture();
        await fixture.ImportAsync(fixture.Write("a.json", MinimalStudy.Json(1, title: "before")));

        var counts = await fixture.ImportAsync(fixture.Write("b.json", MinimalStudy.Json(1, title: "after")));

        Assert.Equal(1, counts.Updated);
        Assert.Equal("after", await fixture.TitleAsync(1));
    }

    [Fact]
    public async Task Import_XmlOfTheSameDate_DoesNotReplaceV2()
    {
        await using var fixture = new RegistryFixture();
        var xml = fixture.Write("a.xml",
            "<clinical_study><id_info><nct_id>NCT00000001</nct_id></id_info><brief_title>From XML</brief_title>"
            + "<last_update_posted type=\"Actual\">January 1, 2020</last_update_posted></clinical_study>");
        var json = fixture.Write("b.json", MinimalStudy.Json(1, "2020-01-01", "From v2"));

        await fixture.ImportAsync(json, xml);

        Assert.Equal("From v2", await fixture.TitleAsync(1));
        Assert.Equal(2, (await fixture.Registry.Store.ListVersionsAsync(NctId.FromNumber(1), Cancellation)).Count);
    }

    [Theory]
    [InlineData("<lastchanged_date>March 3, 2014</lastchanged_date>", "2014-03-03")]
    [InlineData("<verification_date>May 2013</verification_date>", "2013-05-01")]
    [InlineData("<verification_date>May 2013</verification_date><last_update_submitted>June 2, 2013</last_update_submitted>", "2013-06-02")]
    [InlineData("", null)]
    public async Task Import_XmlWithoutAPostedDate_RanksByTheNextBestDate(string dates, string? expected)
    {
        await using var fixture = new RegistryFixture();
        await fixture.ImportAsync(fixture.Write("a.xml",
            $"<clinical_study><id_info><nct_id>NCT00000001</nct_id></id_info>{dates}</clinical_study>"));

        var versions = await fixture.Registry.Store.ListVersionsAsync(NctId.FromNumber(1), Cancellation);

        Assert.Equal(expected, versions.Single().Rank.Updated?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Import_OlderXmlReadLast_StaysInHistory()
    {
        await using var fixture = new RegistryFixture();
        static string Xml(string title, string changed) => "<clinical_study><id_info><nct_id>NCT00000001</nct_id></id_info>"
            + $"<brief_title>{title}</brief_title><lastchanged_date>{changed}</lastchanged_date></clinical_study>";

        await fixture.ImportAsync(
            fixture.Write("a.xml", Xml("later", "March 3, 2014")), fixture.Write("b.xml", Xml("older", "March 3, 2012")));

        Assert.Equal("later", await fixture.TitleAsync(1));
    }

    [Fact]
    public async Task Import_ManyNewStudies_LearnsASecondDictionaryAndGivesEveryRecordBack()
    {
        await using var fixture = new RegistryFixture();
        const int Count = DictionaryTraining.Records * (DictionaryLearner.Spread + 2);
        var lines = Enumerable.Range(1, Count).Select(number => MinimalStudy.Json(number, title: $"Trial {number % 97} of rest"))
            .ToArray();

        await fixture.ImportAsync(fixture.Write("a.ndjson", string.Join('\n', lines)));

        var store = fixture.Registry.Store;
        Assert.Equal(2, (await store.FindDictionaryAsync(Cancellation))!.Id);
        foreach (var number in new[] { 1, 999, 20_000, 21_001, Count })
        {
            var study = await store.FindAsync(NctId.FromNumber(number), Cancellation);
            Assert.Equal(lines[number - 1], Encoding.UTF8.GetString(study!.Json.Span));
        }

        Assert.True((await store.VerifyAsync(null, Cancellation)).IsClean);
    }

    [Fact]
    public async Task Import_NewerDownloadOfAnUnchangedStudy_ShowsItsStampAndMakesNoVersion()
    {
        await using var fixture = new RegistryFixture();
        await fixture.ImportAsync(fixture.Write("a.json", MinimalStudy.Json(1, stamp: "2026-01-01")));

        var counts = await fixture.ImportAsync(fixture.Write("b.json", MinimalStudy.Json(1, stamp: "2026-02-02")));

        var study = await fixture.Registry.Store.FindAsync(NctId.FromNumber(1), Cancellation);
        Assert.Equal(1, counts.Unchanged);
        Assert.Equal(MinimalStudy.Json(1, stamp: "2026-02-02"), Encoding.UTF8.GetString(study!.Json.Span));
        Assert.Single(await fixture.Registry.Store.ListVersionsAsync(NctId.FromNumber(1), Cancellation));
        Assert.True((await fixture.Registry.Store.VerifyAsync(null, Cancellation)).IsClean);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 7)]
    [InlineData(8, 50)]
    public async Task Import_AnyThreadsAndBatches_EndsInTheSameStateAndCounts(int threads, int batch)
    {
        var lines = ManyVersions(seed: 5).ToArray();
        await using var plain = new RegistryFixture();
        var expected = await plain.ImportAsync(plain.Write("a.ndjson", string.Join('\n', lines)));
        await using var other = new RegistryFixture();

        var report = await other.ImportAsync(
            new ImportOptions { Threads = threads, BatchRecords = batch, UpdateIndexes = false },
            other.Write("a.ndjson", string.Join('\n', lines)));

        Assert.Equal(expected, report.Counts);
        Assert.Equal(await plain.StateAsync(), await other.StateAsync());
    }

    [Fact]
    public async Task Import_AnyOrderOfDifferentDates_EndsInTheSameStateAndCounts()
    {
        var lines = ManyVersions(seed: 6).Distinct().ToArray();
        await using var first = new RegistryFixture();
        var expected = await first.ImportAsync(first.Write("a.ndjson", string.Join('\n', lines)));
        new Random(9).Shuffle(lines);
        await using var second = new RegistryFixture();

        var counts = await second.ImportAsync(second.Write("a.ndjson", string.Join('\n', lines)));

        Assert.Equal(expected, counts);
        Assert.Equal(await first.StateAsync(), await second.StateAsync());
    }

    [Fact]
    public async Task Import_StoppedInTheMiddleAndRunAgain_EndsInTheSameState()
    {
        var text = string.Join('\n', ManyVersions(seed: 7));
        await using var whole = new RegistryFixture();
        await whole.ImportAsync(whole.Write("a.ndjson", text));
        await using var cut = new RegistryFixture();
        var path = cut.Write("a.ndjson", text);
        var options = new ImportOptions { BatchRecords = 10, UpdateIndexes = false };
        for (var batches = 1; batches < 20; batches += 6)
        {
            using var stop = new CancellationTokenSource();
            var progress = new StopAfter(batches, stop);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                async () => await cut.Registry.ImportAsync([path], options, progress, stop.Token));
            await cut.ReopenAsync();
            Assert.True((await cut.Registry.Store.VerifyAsync(null, Cancellation)).IsClean);
        }

        await cut.ImportAsync(path);

        Assert.Equal(await whole.StateAsync(), await cut.StateAsync());
    }

    [Fact]
    public async Task Import_SharedStudies_ComeBackDeepEqual()
    {
        var shared = Requires.SharedData("studies-v2.ndjson.gz");
        await using var fixture = new RegistryFixture();

        var counts = await fixture.ImportAsync(shared);

        Assert.Equal((4017, 0), (counts.Added, counts.Rejected));
        foreach (var line in ReadLines(shared))
        {
            var id = (string)line["protocolSection"]!["identificationModule"]!["nctId"]!;
            var kept = await fixture.Registry.Store.FindAsync(NctId.Parse(id).Value, Cancellation);
            Assert.True(JsonNode.DeepEquals(line, JsonNode.Parse(kept!.Json.Span)), id);
        }
    }

    [Fact]
    public async Task Import_SharedVersions_KeepsEachDifferentOne()
    {
        var shared = Requires.SharedData("study-versions.ndjson.gz");
        await using var fixture = new RegistryFixture();
        var lines = ReadLines(shared).ToList();
        foreach (var day in lines.GroupBy(line => (string)line["seen"]!).OrderBy(day => day.Key, StringComparer.Ordinal))
        {
            await fixture.ImportAsync(fixture.Write(
                $"{day.Key}.ndjson", string.Join('\n', day.Select(line => line["study"]!.ToJsonString()))));
        }

        var ids = lines.Select(line => (string)line["nctId"]!).Distinct().ToList();
        var statistics = await fixture.Registry.Store.ReadStatisticsAsync(Cancellation);
        Assert.Equal(ids.Count, statistics.Studies);
        foreach (var study in lines.GroupBy(line => (string)line["nctId"]!))
        {
            var nctId = NctId.Parse(study.Key).Value;
            var versions = await fixture.Registry.Store.ListVersionsAsync(nctId, Cancellation);
            var latest = study.Max(line => (string)line["lastUpdatePost"]!)!;
            Assert.Equal(latest, versions[^1].Rank.Updated!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            Assert.InRange(versions.Count, 1, study.Count());
            for (var number = 1; number <= versions.Count; number++)
            {
                var kept = await fixture.Registry.Store.FindVersionAsync(nctId, number, Cancellation);
                var node = JsonNode.Parse(kept!.Json.Span);
                Assert.Contains(study, line => JsonNode.DeepEquals(line["study"], node));
            }
        }
    }

    private static IEnumerable<string> ManyVersions(int seed)
    {
        var random = new Random(seed);
        for (var line = 0; line < 300; line++)
        {
            // The content follows from study and date: no two different records of one rank.
            var (number, month) = (random.Next(1, 80), random.Next(1, 13));
            yield return line % 37 == 0
                ? "{\"broken\":"
                : MinimalStudy.Json(number, $"2020-{month:D2}-01", $"Study {number} of month {month}");
        }
    }

    private static IEnumerable<JsonNode> ReadLines(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            yield return JsonNode.Parse(line)!;
        }
    }

    private sealed class StopAfter(int batches, CancellationTokenSource stop) : IProgress<ImportProgress>
    {
        private int _seen;

        public void Report(ImportProgress value)
        {
            if (++_seen == batches)
            {
                stop.Cancel();
            }
        }
    }
}
