using Lind.Registry;
using Lind.Store.Sqlite;
using Lind.Studies;

namespace Lind.Cli;

/// <summary>Opens the registry that a command works on.</summary>
internal static class DataFolder
{
    /// <summary><c>LIND_DATA</c>, else <c>lind</c> in the folder where the system keeps programs' data.</summary>
    public static string Default => Environment.GetEnvironmentVariable("LIND_DATA") is { Length: > 0 } named
        ? named
        : Path.Combine(Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "lind");

    public static bool HoldsRegistry(string path) => File.Exists(Path.Combine(path, "registry.db"));

    /// <summary>Opens the folder's registry; makes an empty one if there is none.</summary>
    public static StudyRegistry OpenOrCreate(string path)
    {
        var folder = new RegistryFolder(path);
        return StudyRegistry.Open(folder, SqliteStudyStore.Open(folder.StorePath, TimeProvider.System),
            TimeProvider.System);
    }

    /// <summary>Opens the folder's registry to read from it.</summary>
    public static StudyRegistry Open(string path) => HoldsRegistry(path)
        ? OpenOrCreate(path)
        : throw new CliException(ExitCodes.CouldNotRun, $"There is no registry in {path}. Run: lind import PATH --data {path}");

    /// <summary>Brings the indexes to the state of the store, and says how far it is.</summary>
    public static async Task CatchUpAsync(StudyRegistry registry, TextWriter error, CancellationToken cancellationToken)
    {
        using var progress = new ProgressLine(error);
        await registry.CatchUpAsync(progress, cancellationToken).ConfigureAwait(false);
    }

    public static NctId ParseId(string text)
    {
        var parsed = NctId.ParseRequest(text.Trim());
        return parsed.TryGet(out var nctId) ? nctId : throw new CliException(ExitCodes.Usage, parsed.Error!);
    }
}
