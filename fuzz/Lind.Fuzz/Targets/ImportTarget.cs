using System.IO.Compression;
using Lind.Registry;
using Lind.Store.Sqlite;

namespace Lind.Fuzz.Targets;

/// <summary>Whole files as <c>lind import</c> takes them: every record is counted once, the store stays sound.</summary>
/// <remarks>One registry takes them all in turn; the first byte of an input chooses the file's name.</remarks>
internal sealed class ImportTarget : FuzzTarget
{
    private static readonly string[] Names = ["a.json", "a.ndjson", "a.gz", "a.zip", "a.xml", "a.json.gz", "a.xml.gz"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lind-fuzz-");
    private StudyRegistry? _registry;

    public override string Name => "import";

    public override IReadOnlyList<byte[]> Samples
    {
        get
        {
            var study = SampleFiles.Studies[0];
            var lines = SampleFiles.Studies.Take(5).SelectMany(line => line.Append((byte)'\n')).ToArray();
            return
            [
                [0, .. study], [0, .. "["u8, .. study, .. ","u8, .. SampleFiles.Studies[1], .. "]"u8],
                [0, .. "{\"studies\":["u8, .. study, .. "],\"nextPageToken\":\"x\"}"u8], [1, .. lines],
                [2, .. Gzip(lines)], [3, .. Zip("NN/NCT04325594.json", study)], [3, .. Zip("a.xml", SampleFiles.Xml[0])],
                [4, .. SampleFiles.Xml[0]], [5, .. Gzip(study)], [6, .. Gzip(SampleFiles.Xml[0])],
            ];
        }
    }

    public override IReadOnlyList<string> Tokens => ["{", "[", "]", "}", ",", "\n", "{\"studies\":[", "PK\u0003\u0004", "null"];

    public override void Run(byte[] input)
    {
        _registry ??= Open();
        if (input.Length == 0)
        {
            return;
        }

        var path = Path.Combine(_folder.FullName, Names[input[0] % Names.Length]);
        File.WriteAllBytes(path, input[1..]);
        var options = new ImportOptions { Threads = 1, UpdateIndexes = false };
        var report = _registry.ImportAsync([path], options, null, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        File.Delete(path);
        var counts = report.Counts;
        Demand(counts.Read == counts.Added + counts.Updated + counts.Unchanged + counts.Rejected, $"counts: {counts}");

        // An empty JSON list is no record; any other file holds one or is rejected.
        Demand(counts.Read > 0 || path.Contains(".json", StringComparison.Ordinal) || input.AsSpan(1).ContainsAny("[{"u8),
            "nothing was counted");
    }

    protected override void Close()
    {
        _registry?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _folder.Delete(recursive: true);
    }

    private StudyRegistry Open()
    {
        var folder = new RegistryFolder(Path.Combine(_folder.FullName, "data"));
        return StudyRegistry.Open(folder, SqliteStudyStore.Open(folder.StorePath, TimeProvider.System), TimeProvider.System);
    }

    private static byte[] Gzip(byte[] content)
    {
        var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return target.ToArray();
    }

    private static byte[] Zip(string name, byte[] content)
    {
        var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry(name).Open())
        {
            entry.Write(content);
        }

        return target.ToArray();
    }
}
