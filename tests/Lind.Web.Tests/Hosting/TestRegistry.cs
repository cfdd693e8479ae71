using System.Globalization;
using Lind.Registry;
using Lind.Store;
using Lind.Store.Sqlite;
using Lind.TestKit;
using Lind.Web.Tests.Api;

namespace Lind.Web.Tests.Hosting;

/// <summary>A registry of given records in a folder of its own, imported and indexed as the program does it.</summary>
public sealed class TestRegistry : IAsyncDisposable
{
    private readonly TempFolder _folder;
    private int _imports;

    private TestRegistry(TempFolder folder, StudyRegistry registry, WatchedStore? watch) =>
        (_folder, Registry, Watch) = (folder, registry, watch!);

    public StudyRegistry Registry { get; }

    /// <summary>Of a registry opened as watched.</summary>
    public WatchedStore Watch { get; }

    /// <summary>A registry whose store can hold reads up.</summary>
    public static async Task<TestRegistry> OpenWatchedAsync(params IEnumerable<string> studies)
    {
        var made = Open(isWatched: true);
        await made.AddAsync(studies);
        return made;
    }

    public static async Task<TestRegistry> OpenAsync(params IEnumerable<string> studies)
    {
        var made = Open();
        await made.AddAsync(studies);
        return made;
    }

    /// <summary>A registry of the records in files, as <c>lind import</c> takes them.</summary>
    public static async Task<TestRegistry> ImportAsync(params string[] paths)
    {
        var made = Open();
        await made.Registry.ImportAsync(paths, new ImportOptions(), null, TestContext.Current.CancellationToken);
        return made;
    }

    /// <summary>Takes records in as one import and brings the indexes up.</summary>
    public async Task AddAsync(params IEnumerable<string> studies)
    {
        // An empty file is not a registry file: it would count as rejected.
        if (!studies.Any())
        {
            return;
        }

        var file = _folder.File(string.Create(CultureInfo.InvariantCulture, $"input-{++_imports}.ndjson"));
        await File.WriteAllLinesAsync(file, studies, TestContext.Current.CancellationToken);
        var report = await Registry.ImportAsync([file], new ImportOptions(), null, TestContext.Current.CancellationToken);
        Assert.Equal(0, report.Counts.Rejected);
    }

    public async ValueTask DisposeAsync()
    {
        await Registry.DisposeAsync();
        _folder.Dispose();
    }

    private static TestRegistry Open(bool isWatched = false)
    {
        var folder = new TempFolder();
        var place = new RegistryFolder(folder.File("data"));
        IStudyStore store = SqliteStudyStore.Open(place.StorePath, TimeProvider.System);
        WatchedStore? watch = null;
        if (isWatched)
        {
            (store, watch) = WatchedStore.Around(store);
        }

        return new(folder, StudyRegistry.Open(place, store, TimeProvider.System), watch);
    }
}
