using Lind.Search;
using Lind.Studies;
using Lind.TestKit;

namespace Lind.Registry.Tests;

public sealed class StudyRegistryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Find_FormerId_LeadsToTheStudy()
    {
        await using var fixture = new RegistryFixture();
        await fixture.ImportAsync(fixture.Write("a.json", MinimalStudy.Json(1, alias: "NCT00000077")));

        var lookup = await fixture.Registry.FindAsync(NctId.FromNumber(77), Cancellation);

        Assert.Null(lookup.Study);
        Assert.Equal(NctId.FromNumber(1), lookup.MovedTo);
    }

    [Fact]
    public async Task Import_WithIndexes_MakesTheStudiesFindable()
    {
        await using var fixture = new RegistryFixture();
        await fixture.ImportAsync(new ImportOptions(), fixture.Write("a.json", MinimalStudy.Json(1)));

        Assert.Equal(1, fixture.Registry.Search.StudyCount);

        await fixture.ImportAsync(new ImportOptions(), fixture.Write("b.json", MinimalStudy.Json(2)));

        Assert.Equal(2, fixture.Registry.Search.StudyCount);
        var verification = await fixture.Registry.VerifyAsync(null, Cancellation);
        Assert.True(verification.IsClean);
        Assert.True(verification.IndexesAreCurrent);
    }

    [Fact]
    public async Task CatchUp_ImportCutOffBeforeItsIndexes_BuildsThem()
    {
        await using var fixture = new RegistryFixture();
        await fixture.ImportAsync(fixture.Write("a.json", MinimalStudy.Json(1)));
        Assert.False((await fixture.Registry.VerifyAsync(null, Cancellation)).IndexesAreCurrent);

        Assert.True(await fixture.Registry.CatchUpAsync(null, Cancellation));

        Assert.Equal(1, fixture.Registry.Search.StudyCount);
        Assert.True((await fixture.Registry.VerifyAsync(null, Cancellation)).IndexesAreCurrent);
        Assert.False(await fixture.Registry.CatchUpAsync(null, Cancellation));
    }

    [Fact]
    public async Task CatchUp_TellsOfBothIndexes_HowFarTheyAre()
    {
        await using var fixture = new RegistryFixture();
        await fixture.ImportAsync(fixture.Write("a.json", MinimalStudy.Json(1)), fixture.Write("b.json", MinimalStudy.Json(2)));
        var seen = new Heard();

        await fixture.Registry.CatchUpAsync(seen, Cancellation);

        Assert.Equal(
            [(ImportStage.Indexing, 2L, 2L), (ImportStage.Relating, 2, 2)],
            seen.Select(one => (one.Stage, one.Indexed, one.ToIndex)).Distinct());
    }

    [Fact]
    public async Task Import_WhileAnotherOneRuns_IsRefused()
    {
        await using var fixture = new RegistryFixture();
        using var other = new FileStream(
            Path.Combine(fixture.Registry.Folder.Path, "write.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite,
            FileShare.None);

        await Assert.ThrowsAsync<RegistryBusyException>(
            async () => await fixture.ImportAsync(fixture.Write("a.json", MinimalStudy.Json(1))));
    }

    [Fact]
    public async Task Search_AnImportPublishedElsewhere_IsNoticed()
    {
        await using var fixture = new RegistryFixture();
        var clock = new TestClock();
        await using var server = StudyRegistry.Open(
            fixture.Registry.Folder,
            Lind.Store.Sqlite.SqliteStudyStore.Open(fixture.Registry.Folder.StorePath, clock), clock);
        Assert.Equal(0, server.Search.StudyCount);

        await fixture.ImportAsync(new ImportOptions(), fixture.Write("a.json", MinimalStudy.Json(1)));
        clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(1, server.Search.Search(StudySearchRequest.Everything with { CountTotal = true }, Cancellation)
            .Answer!.TotalCount);
    }

    private sealed class TestClock : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Advance(TimeSpan time) => _ticks += time.Ticks;
    }

    private sealed class Heard : List<ImportProgress>, IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => Add(value);
    }
}
