using System.Diagnostics;
using System.Globalization;
using Lind.Search;
using Lind.Store.Sqlite;

namespace Lind.Benchmarks.Search;

/// <summary>Builds the search index from a store: what a whole build costs, and what each part of the index weighs.</summary>
/// <remarks>
/// <code>
/// bulk read  STORE        [RECORDS]            reading and unpacking alone
/// bulk build STORE FOLDER [RECORDS [THREADS]]  the index into a new folder
/// bulk update STORE FOLDER [RECORDS]           opens the index and takes so many of the store's studies in again, as changed ones
/// </code>
/// Prints the time on the wall, the processor time (all threads), the peak memory, and the bytes of each kind of file.
/// </remarks>
internal static class BulkCommand
{
    public static int Run(string[] args)
    {
        switch (args)
        {
            case ["read", var store, .. var rest]:
                Measure(store, Number(rest, 0, int.MaxValue), records => records.LongCount());
                return 0;
            case ["build", var store, var folder, .. var rest]:
                using (var index = SearchIndex.Open(folder, new SearchIndexOptions { BuildThreads = Number(rest, 1, 0) }))
                {
                    var bytes = Measure(store, Number(rest, 0, int.MaxValue), records => index.Rebuild(records).Written);
                    PrintFiles(folder, bytes);
                }

                return 0;
            case ["update", var store, var folder, .. var rest]:
                Update(store, folder, Number(rest, 0, 1_000));
                return 0;
            default:
                Console.Error.WriteLine("usage: bulk read STORE [RECORDS] | bulk build STORE FOLDER [RECORDS [THREADS]] | bulk update STORE FOLDER [RECORDS]");
                return 2;
        }
    }

    private static void Update(string store, string folder, int records)
    {
        var clock = Stopwatch.StartNew();
        using var index = SearchIndex.Open(folder);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{index.StudyCount:N0} studies, opened in {clock.Elapsed.TotalMilliseconds:0} ms"));
        Measure(store, records, changed => index.Update(changed, []).Written);
        clock.Restart();
        index.Merge();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"merged what was due in {clock.Elapsed.TotalSeconds:0.0} s"));
    }

    private static long Measure(string path, int limit, Func<IEnumerable<StudyRecord>, long> work)
    {
        var store = SqliteStudyStore.Open(path, TimeProvider.System);
        var clock = Stopwatch.StartNew();
        var bytes = 0L;
        var count = work(store.ReadChangesAsync(0, CancellationToken.None).ToBlockingEnumerable().Take(limit).Select(study =>
        {
            bytes += study.Json.Length;
            return new StudyRecord(study.NctId, study.Json);
        }));
        var seconds = clock.Elapsed.TotalSeconds;
        using var self = Process.GetCurrentProcess();
        var processor = self.TotalProcessorTime.TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{count:N0} studies, {bytes / 1e6:N1} MB of JSON: {seconds:0.0} s, {count / seconds:N0}/s; ") + string.Create(
            CultureInfo.InvariantCulture,
            $"processor time {processor:0.0} s, {processor * 1e6 / count:0} us a study; peak {self.PeakWorkingSet64 / 1e6:N0} MB"));
        return bytes;
    }

    private static void PrintFiles(string folder, long json)
    {
        var files = new DirectoryInfo(folder).GetFiles("*", SearchOption.AllDirectories);
        var kinds = files.GroupBy(file => file.Extension).OrderByDescending(kind => kind.Sum(file => file.Length));
        Console.WriteLine($"{Size(files, json)}: {string.Join(", ", kinds.Select(kind => $"{kind.Key} {Size(kind, json)}"))}");
    }

    private static string Size(IEnumerable<FileInfo> files, long json)
    {
        var bytes = files.Sum(file => file.Length);
        return string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB ({100.0 * bytes / json:0.00} %)");
    }

    private static int Number(string[] rest, int place, int otherwise) =>
        rest.Length > place ? int.Parse(rest[place], CultureInfo.InvariantCulture) : otherwise;
}
