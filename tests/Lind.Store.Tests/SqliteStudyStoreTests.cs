using Lind.Store.Sqlite;
using Lind.Studies;
using Lind.TestKit;
using Microsoft.Data.Sqlite;

namespace Lind.Store.Tests;

/// <summary>The suite on SQLite, and what only a file can suffer.</summary>
public sealed class SqliteStudyStoreTests : StudyStoreTests
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string FilePath => _folder.File("registry.db");

    protected override IStudyStore OpenStore() => SqliteStudyStore.Open(FilePath, TimeProvider.System);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("UPDATE blocks SET payload = zeroblob(length(payload))", "checksum")]
    [InlineData("UPDATE blocks SET checksum = checksum + 1", "checksum")]
    [InlineData("UPDATE versions SET offset = 100000", "outside its block")]
    [InlineData("UPDATE versions SET hash = zeroblob(16) WHERE nct = 1", "content hash")]
    [InlineData("PRAGMA foreign_keys = OFF; DELETE FROM blocks", "block is missing")]
    [InlineData("PRAGMA foreign_keys = OFF; DELETE FROM versions", "current version is missing")]
    [InlineData("DELETE FROM studies", "no current one")]
    public async Task Verify_Damaged_NamesWhatIsWrong(string damage, string expected)
    {
        await using var store = OpenStore();
        await store.WriteAsync(StoreWriting.Study(1), StoreWriting.Study(2));
        Execute(damage);

        var report = await store.VerifyAsync(null, Cancellation);

        Assert.Contains(report.Problems, problem => problem.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Find_DamagedBlock_ThrowsInsteadOfGivingWrongBytes()
    {
        await using var store = OpenStore();
        await store.WriteAsync(StoreWriting.Study(1));
        Execute("UPDATE blocks SET checksum = checksum + 1");

        await Assert.ThrowsAsync<StoreDamagedException>(
            async () => await store.FindAsync(NctId.FromNumber(1), Cancellation));
    }

    [Fact]
    public void Open_FileOfANewerProgram_IsRefused()
    {
        Execute("PRAGMA user_version = 99");

        var refused = Assert.Throws<StoreDamagedException>(OpenStore);
        Assert.Contains("newer program", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_NoDatabase_IsRefused()
    {
        using var other = new TempFolder();
        var path = other.File("text.db");
        File.WriteAllText(path, string.Concat(Enumerable.Repeat("not a database ", 100)));

        Assert.Throws<StoreDamagedException>(() => SqliteStudyStore.Open(path, TimeProvider.System));
    }

    [Fact]
    public async Task Commit_DiskFull_FailsAndKeepsWhatWasThere()
    {
        await using var store = OpenStore();
        await store.WriteAsync(StoreWriting.Study(1));
        var large = await store.PlanAsync([.. Enumerable.Range(2, 3000)
            .Select(number => StoreWriting.Study(number, title: Guid.NewGuid().ToString()))]);
        await using (var writer = (SqliteStudyWriter)await store.OpenWriterAsync(Cancellation))
        {
            writer.LimitPages(100);
            await Assert.ThrowsAsync<StoreWriteException>(async () => await writer.CommitAsync(large, Cancellation));
        }

        Assert.Equal(1, (await store.ReadStatisticsAsync(Cancellation)).Studies);
        Assert.True((await store.VerifyAsync(null, Cancellation)).IsClean);
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={FilePath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
