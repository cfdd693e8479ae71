using Lind.Registry;

namespace Lind.Cli;

/// <summary>The bundled sample, imported into a folder of its own that goes away with the program.</summary>
internal sealed class SampleFolder : IDisposable
{
    private SampleFolder(string path) => Path = path;

    public string Path { get; }

    private static string Bundled => System.IO.Path.Combine(AppContext.BaseDirectory, "sample");

    /// <summary>Null if the folder holds studies; else the sample.</summary>
    public static async Task<SampleFolder?> UnlessDataAsync(string data, CancellationToken cancellationToken)
    {
        if (DataFolder.HoldsRegistry(data))
        {
            await using var registry = DataFolder.Open(data);
            var statistics = await registry.Store.ReadStatisticsAsync(cancellationToken).ConfigureAwait(false);
            if (statistics.Studies > 0)
            {
                return null;
            }
        }

        var sample = new SampleFolder(Directory.CreateTempSubdirectory("lind-sample-").FullName);
        await using var made = DataFolder.OpenOrCreate(sample.Path);
        await made.ImportAsync([Bundled], new ImportOptions(), null, cancellationToken).ConfigureAwait(false);
        return sample;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
