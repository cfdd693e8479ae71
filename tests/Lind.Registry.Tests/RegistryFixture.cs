using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Lind.Store;
using Lind.Store.Sqlite;
using Lind.Studies;
using Lind.TestKit;

namespace Lind.Registry.Tests;

/// <summary>A registry of one test's own and a folder to write inputs into.</summary>
public sealed class RegistryFixture : IAsyncDisposable
{
    private readonly TempFolder _folder = new();

    public RegistryFixture() => Registry = Open();

    public StudyRegistry Registry { get; private set; }

    public string File(string name) => _folder.File(name);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = _folder.File(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Imports without indexes: the tests here are about what is kept.</summary>
    public async Task<ImportCounts> ImportAsync(params string[] paths) =>
        (await ImportAsync(new ImportOptions { UpdateIndexes = false }, paths)).Counts;

    public async Task<ImportReport> ImportAsync(ImportOptions options, params string[] paths) =>
        await Registry.ImportAsync(paths, options, null, TestContext.Current.CancellationToken);

    public async Task<IReadOnlyList<RejectedRecord>> RejectedAsync()
    {
        var run = (await Registry.Store.ListRunsAsync(1, TestContext.Current.CancellationToken))[0];
        return await Registry.Store.ReadRejectedAsync(run.Id, 0, 1000, TestContext.Current.CancellationToken);
    }

    /// <summary>Everything that is kept, as text that can be compared: ids, contents, history.</summary>
    public async Task<string> StateAsync()
    {
        var text = new StringBuilder();
        await foreach (var study in Registry.Store.ReadAllAsync(null, TestContext.Current.CancellationToken))
        {
            text.Append(study.NctId).Append(' ').AppendLine(Encoding.UTF8.GetString(study.Json.Span));
            var versions = await Registry.Store.ListVersionsAsync(study.NctId, TestContext.Current.CancellationToken);
            text.AppendJoin(' ', versions.Select(version => $"{version.Hash}{(version.IsCurrent ? "*" : "")}").Order())
                .AppendLine();
        }

        return text.ToString();
    }

    public async Task<string?> TitleAsync(int number)
    {
        var study = await Registry.Store.FindAsync(NctId.FromNumber(number), TestContext.Current.CancellationToken);
        return study is null
            ? null
            : (string?)JsonNode.Parse(study.Json.Span)!["protocolSection"]!["identificationModule"]!["briefTitle"];
    }

    public async Task ReopenAsync()
    {
        await Registry.DisposeAsync();
        Registry = Open();
    }

    public async ValueTask DisposeAsync()
    {
        await Registry.DisposeAsync();
        _folder.Dispose();
    }

    public static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Fastest))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    public static byte[] Zip(params (string Name, byte[] Content)[] members)
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in members)
            {
                using var member = archive.CreateEntry(name).Open();
                member.Write(content);
            }
        }

        return packed.ToArray();
    }

    private StudyRegistry Open()
    {
        var folder = new RegistryFolder(_folder.File("data"));
        return StudyRegistry.Open(folder, SqliteStudyStore.Open(folder.StorePath, TimeProvider.System),
            TimeProvider.System);
    }
}
