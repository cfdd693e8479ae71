using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lind.Registry;
using Lind.Store;
using Lind.Store.Sqlite;
using Lind.Studies;
using Lind.Studies.Json;
using Lind.TestKit;

namespace Lind.Web.Tests.Hosting;

/// <summary>A registry of given records in a folder of its own, indexed and ready.</summary>
public sealed class TestRegistry : IAsyncDisposable
{
    private readonly TempFolder _folder;

    private TestRegistry(TempFolder folder, StudyRegistry registry) => (_folder, Registry) = (folder, registry);

    public StudyRegistry Registry { get; }

    public static async Task<TestRegistry> OpenAsync(params IEnumerable<string> studies)
    {
        var folder = new TempFolder();
        var place = new RegistryFolder(folder.File("data"));
        var store = SqliteStudyStore.Open(place.StorePath, TimeProvider.System);
        var registry = StudyRegistry.Open(place, store, TimeProvider.System);
        var made = new TestRegistry(folder, registry);
        await made.AddAsync(studies);
        return made;
    }

    /// <summary>Takes records in as one import and brings the indexes up.</summary>
    public async Task AddAsync(params IEnumerable<string> studies)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var batch = new StoreBatch([], [], [], [], [], ImportCounts.None);
        foreach (var json in studies.Select(study => Encoding.UTF8.GetBytes(JsonNode.Parse(study)!.ToJsonString())))
        {
            batch = With(batch, json);
        }

        await using (var writer = await Registry.Store.OpenWriterAsync(cancellation))
        {
            await writer.CommitAsync(batch, cancellation);
            await writer.FinishAsync(batch.Counts, cancellation);
        }

        await Registry.CatchUpAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await Registry.DisposeAsync();
        _folder.Dispose();
    }

    private static StoreBatch With(StoreBatch batch, byte[] json)
    {
        var head = StudyHead.Read(json).Value;
        var posted = head.LastUpdatePostDate is { IsDate: true } date ? date.Range.First : (DateOnly?)null;
        var version = new KnownVersion(ContentHash.Of(json, -1), new StudyRank(posted, StudyForm.V2, null));
        return batch with
        {
            Blocks = [.. batch.Blocks, StudyBlock.Pack(json)],
            Versions = [.. batch.Versions, new(head.NctId, version, batch.Blocks.Count, 0, json.Length, -1)],
            Currents = [.. batch.Currents, new(head.NctId, version.Hash, head.Aliases)],
            Counts = batch.Counts with { Added = batch.Counts.Added + 1 },
        };
    }
}
