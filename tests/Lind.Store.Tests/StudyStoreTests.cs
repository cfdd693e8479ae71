using System.Text;
using Lind.Studies;

namespace Lind.Store.Tests;

/// <summary>What every store must do. Each dialect's tests derive from this and give the store.</summary>
public abstract class StudyStoreTests : IAsyncLifetime
{
    private IStudyStore _store = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected abstract IStudyStore OpenStore();

    public ValueTask InitializeAsync()
    {
        _store = OpenStore();
        return ValueTask.CompletedTask;
    }

    public virtual async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Find_StudyWritten_GivesItsBytes()
    {
        var study = StoreWriting.Study(1);
        await _store.WriteAsync(study);

        var found = await _store.FindAsync(NctId.FromNumber(1), Cancellation);

        Assert.Equal(study.Json.ToArray(), found!.Json.ToArray());
        Assert.Equal(study.Version.Rank, found.Rank);
    }

    [Fact]
    public async Task Find_UnknownStudy_GivesNull() =>
        Assert.Null(await _store.FindAsync(NctId.FromNumber(1), Cancellation));

    [Fact]
    public async Task ResolveAlias_FormerId_GivesTheStudyThatListsItNow()
    {
        await _store.WriteAsync(StoreWriting.Study(1, alias: "NCT00000009"));
        Assert.Equal(NctId.FromNumber(1), await _store.ResolveAliasAsync(NctId.FromNumber(9), Cancellation));

        await _store.WriteAsync(StoreWriting.Study(1, posted: "2021-01-01"));

        Assert.Null(await _store.ResolveAliasAsync(NctId.FromNumber(9), Cancellation));
    }

    [Fact]
    public async Task FindMany_SomeUnknown_GivesTheOthersInTheOrderAsked()
    {
        await _store.WriteAsync([.. Enumerable.Range(1, 5).Select(number => StoreWriting.Study(number))]);

        var found = await _store.FindManyAsync([.. new[] { 4, 77, 2 }.Select(NctId.FromNumber)], Cancellation);

        Assert.Equal([4, 2], found.Select(study => study.NctId.Number));
    }

    [Fact]
    public async Task FindMany_OneOfABlockThenOthersOfIt_GivesEachWhole()
    {
        var studies = Enumerable.Range(1, 40).Select(number => StoreWriting.Study(number, title: $"Study number {number}")).ToArray();
        await _store.WriteTogetherAsync(studies);

        foreach (var asked in new int[][] { [3], [30], [1, 40], [3], [2, 3, 39], [20] })
        {
            var found = await _store.FindManyAsync([.. asked.Select(NctId.FromNumber)], Cancellation);

            Assert.Equal(
                asked.Select(number => Encoding.UTF8.GetString(studies[number - 1].Json.Span)),
                found.Select(study => Encoding.UTF8.GetString(study.Json.Span)));
        }
    }

    [Fact]
    public async Task ListVersions_NewerThenOldest_AreInOrderOfTheirDates()
    {
        await _store.WriteAsync(StoreWriting.Study(1, "2020-01-01", "first"));
        await _store.WriteAsync(StoreWriting.Study(1, "2022-01-01", "third"));
        await _store.WriteAsync(StoreWriting.Study(1, "2021-01-01", "second"));

        var versions = await _store.ListVersionsAsync(NctId.FromNumber(1), Cancellation);

        Assert.Equal([1, 2, 3], versions.Select(version => version.Number));
        Assert.Equal([2020, 2021, 2022], versions.Select(version => version.Rank.Updated!.Value.Year));
        Assert.Equal([false, false, true], versions.Select(version => version.IsCurrent));
        Assert.Contains("second", Text(await _store.FindVersionAsync(NctId.FromNumber(1), 2, Cancellation)));
        Assert.Null(await _store.FindVersionAsync(NctId.FromNumber(1), 4, Cancellation));
    }

    [Fact]
    public async Task ReadAll_AfterAnId_GivesTheRestInOrderOfIds()
    {
        await _store.WriteAsync(StoreWriting.Study(30), StoreWriting.Study(10), StoreWriting.Study(20));

        var all = await _store.ReadAllAsync(null, Cancellation).ToListAsync(Cancellation);
        var rest = await _store.ReadAllAsync(NctId.FromNumber(10), Cancellation).ToListAsync(Cancellation);

        Assert.Equal([10, 20, 30], all.Select(study => study.NctId.Number));
        Assert.Equal([20, 30], rest.Select(study => study.NctId.Number));
    }

    [Fact]
    public async Task ReadChanges_SinceTheFirstImport_GivesOnlyWhatChangedAfterIt()
    {
        await _store.WriteAsync(StoreWriting.Study(1), StoreWriting.Study(2));
        var change = (await _store.ReadStatisticsAsync(Cancellation)).LastChange;
        await _store.WriteAsync(StoreWriting.Study(1), StoreWriting.Study(2, title: "other"), StoreWriting.Study(3));

        var changed = await _store.ReadChangesAsync(change, Cancellation).ToListAsync(Cancellation);

        Assert.Equal([2, 3], changed.Select(study => study.NctId.Number).Order());
        Assert.Equal(2, await _store.CountChangesAsync(change, Cancellation));
        Assert.Equal(3, await _store.CountChangesAsync(0, Cancellation));
    }

    [Fact]
    public async Task ReadChanges_OlderVersionArrives_IsNoChange()
    {
        await _store.WriteAsync(StoreWriting.Study(1, "2021-01-01"));
        var change = (await _store.ReadStatisticsAsync(Cancellation)).LastChange;

        await _store.WriteAsync(StoreWriting.Study(1, "2020-01-01"));

        Assert.Equal(0, await _store.CountChangesAsync(change, Cancellation));
    }

    [Fact]
    public async Task ReadStatistics_TwoVersionsOfOneStudy_CountsBoth()
    {
        await _store.WriteAsync(StoreWriting.Study(1), StoreWriting.Study(2));
        var newer = StoreWriting.Study(1, "2021-01-01");
        await _store.WriteAsync(newer);

        var statistics = await _store.ReadStatisticsAsync(Cancellation);
        var sizes = await _store.ReadSizesAsync(Cancellation);

        Assert.Equal((2, 3), (statistics.Studies, statistics.Versions));
        Assert.Equal(statistics.JsonBytes, sizes.Sum(size => size.Bytes));
        Assert.Equal(newer.Json.Length, sizes[0].Bytes);
    }

    [Fact]
    public async Task Commit_BatchThatFails_LeavesNothingOfItBehind()
    {
        await _store.WriteAsync(StoreWriting.Study(1));
        var good = await _store.PlanAsync(StoreWriting.Study(2));
        // The same version twice cannot be: the second one breaks the batch.
        var broken = good with { Versions = [.. good.Versions, .. good.Versions] };
        await using (var writer = await _store.OpenWriterAsync(Cancellation))
        {
            await Assert.ThrowsAsync<StoreWriteException>(
                async () => await writer.CommitAsync(broken, Cancellation));
        }

        Assert.Null(await _store.FindAsync(NctId.FromNumber(2), Cancellation));
        Assert.True((await _store.VerifyAsync(null, Cancellation)).IsClean);
        await _store.WriteAsync(StoreWriting.Study(2));
        Assert.NotNull(await _store.FindAsync(NctId.FromNumber(2), Cancellation));
    }

    [Fact]
    public async Task ReadAll_WhileAnImportWrites_SeesTheStateItBeganWith()
    {
        await _store.WriteAsync([.. Enumerable.Range(1, 20).Select(number => StoreWriting.Study(number))]);
        var seen = new List<StoredStudy>();

        await foreach (var study in _store.ReadAllAsync(null, Cancellation))
        {
            if (seen.Count == 3)
            {
                await _store.WriteAsync([.. Enumerable.Range(10, 20)
                    .Select(number => StoreWriting.Study(number, "2021-01-01", "newer"))]);
            }

            seen.Add(study);
        }

        Assert.Equal(Enumerable.Range(1, 20), seen.Select(study => study.NctId.Number));
        Assert.All(seen, study => Assert.DoesNotContain("newer", Text(study)));
    }

    [Fact]
    public async Task ReadRejected_OfAnImport_GivesThemInReadingOrder()
    {
        await using (var writer = await _store.OpenWriterAsync(Cancellation))
        {
            RejectedRecord[] rejected =
            [
                RejectedRecord.Of("a.ndjson", "line 2", "no id", "{}"u8), RejectedRecord.Of("a.ndjson", "line 7", "cut off", "{"u8),
            ];
            var counts = new ImportCounts(0, 0, 0, 2);
            await writer.CommitAsync(new StoreBatch([], [], [], [], rejected, counts, []), Cancellation);
            await writer.FinishAsync(counts, Cancellation);
        }

        var run = Assert.Single(await _store.ListRunsAsync(10, Cancellation));
        var records = await _store.ReadRejectedAsync(run.Id, 0, 10, Cancellation);

        Assert.Equal(new ImportCounts(0, 0, 0, 2), run.Counts);
        Assert.NotNull(run.Finished);
        Assert.Equal(["line 2", "line 7"], records.Select(record => record.Position));
        Assert.Equal("{}", Encoding.UTF8.GetString(records[0].Raw));
        Assert.Equal("cut off", Assert.Single(await _store.ReadRejectedAsync(run.Id, 1, 10, Cancellation)).Reason);
    }

    [Fact]
    public async Task ListRuns_ImportThatWasCutOff_HasNoEnd()
    {
        await using (await _store.OpenWriterAsync(Cancellation))
        {
            // Opened, and gone before its end.
        }

        Assert.Null(Assert.Single(await _store.ListRunsAsync(10, Cancellation)).Finished);
    }

    [Fact]
    public async Task Verify_SoundStore_IsClean()
    {
        await _store.WriteAsync(StoreWriting.Study(1), StoreWriting.Study(2));
        await _store.WriteAsync(StoreWriting.Study(1, "2021-01-01"));

        var report = await _store.VerifyAsync(null, Cancellation);

        Assert.Empty(report.Problems);
        Assert.Equal((2, 3), (report.Studies, report.Versions));
    }

    protected static string Text(StoredStudy? study) => Encoding.UTF8.GetString(study!.Json.Span);
}
