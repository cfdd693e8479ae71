using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Lind.Store.Packing;
using Lind.Store.Sqlite;
using Lind.Studies;
using Lind.TestKit;

namespace Lind.Store.Tests;

/// <summary>A store that an older program wrote opens, reads and takes more.</summary>
public sealed class OlderStoreTests : IDisposable
{
    private const int Studies = 1010;

    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Open_StoreOfSchema2_ReadsEveryRecordAndVerifies()
    {
        await using var store = OpenOlder();
        var numbers = new List<int>();
        await foreach (var study in store.ReadAllAsync(null, Cancellation))
        {
            using var json = JsonDocument.Parse(study.Json);
            var id = json.RootElement.GetProperty("protocolSection").GetProperty("identificationModule")
                .GetProperty("nctId").GetString();
            Assert.Equal(study.NctId.ToString(), id);
            numbers.Add(study.NctId.Number);
        }

        Assert.Equal(Enumerable.Range(1, Studies), numbers);
        var report = await store.VerifyAsync(null, Cancellation);
        Assert.True(report.IsClean, string.Join("; ", report.Problems));
        Assert.Equal(DictionaryForm.Pieces, (await store.FindDictionaryAsync(Cancellation))!.Form);
    }

    [Fact]
    public async Task Pack_WithADictionaryOfTheFirstForm_DoesWithoutIt()
    {
        await using var store = OpenOlder();
        var older = (await store.FindDictionaryAsync(Cancellation))!;
        var record = Encoding.UTF8.GetBytes(MinimalStudy.Json(7));

        var block = StudyBlock.Pack([record], older);

        Assert.Equal(0, block.DictionaryId);
        Assert.Equal(record, block.Unpack());
    }

    [Fact]
    public async Task Write_IntoAStoreOfSchema2_KeepsBothFormsReadable()
    {
        await using var store = OpenOlder();
        await store.WriteAsync(StoreWriting.Study(2000));

        Assert.NotNull(await store.FindAsync(NctId.FromNumber(2000), Cancellation));
        Assert.NotNull(await store.FindAsync(NctId.FromNumber(3), Cancellation));
        Assert.True((await store.VerifyAsync(null, Cancellation)).IsClean);
    }

    private SqliteStudyStore OpenOlder()
    {
        var path = _folder.File("registry.db");
        using (var packed = new GZipStream(
            File.OpenRead(Repository.PathOf("tests", "Lind.Store.Tests", "TestData", "store-schema2.db.gz")),
            CompressionMode.Decompress))
        using (var file = File.Create(path))
        {
            packed.CopyTo(file);
        }

        return SqliteStudyStore.Open(path, TimeProvider.System);
    }
}
