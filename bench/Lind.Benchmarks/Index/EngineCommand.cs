using System.Diagnostics;
using System.Globalization;
using Lind.Index.Collectors;
using Lind.Index.Queries;
using Lind.Index.Segments;
using Lind.Index.Storage;

namespace Lind.Benchmarks.Index;

/// <summary>Measures the bare engine on an archive of JSON records: build, size, open, mixed queries with top 10, exact
/// count and five facets, on one thread. Times are processor times, so that other work on the machine disturbs little.</summary>
internal static class EngineCommand
{
    internal static int Run(string[] args)
    {
        if (args is not [var verb, var zip, var folder, .. var rest])
        {
            Console.Error.WriteLine("usage: engine build|query ZIP FOLDER [RECORDS [THREADS]]");
            return 2;
        }

        var records = rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 100_000;
        var threads = rest.Length > 1 ? int.Parse(rest[1], CultureInfo.InvariantCulture) : 1;
        var corpus = new JsonCorpus(zip);
        if (verb == "build")
        {
            Build(corpus, folder, records, threads);
        }
        else
        {
            Query(corpus, folder);
        }

        return 0;
    }

    private static void Build(JsonCorpus corpus, string folder, int records, int threads)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        using var writer = IndexWriter.Open(new FileDirectory(folder), corpus.Schema, new IndexOptions { MergeInBackground = false });
        long bytes = 0, busy = 0;
        var read = 0;
        var clock = Stopwatch.StartNew();
        using (var queue = new System.Collections.Concurrent.BlockingCollection<(byte[] Record, long Key)>(256))
        {
            var workers = Enumerable.Range(0, threads).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    var feeder = new JsonFeeder(corpus, writer.CreateBuilder());
                    foreach (var (record, key) in queue.GetConsumingEnumerable())
                    {
                        var start = ThreadClock.Milliseconds();
                        feeder.Add(record, key);
                        Interlocked.Add(ref busy, (long)((ThreadClock.Milliseconds() - start) * 1000));
                    }
                },
                TaskCreationOptions.LongRunning)).ToArray();
            foreach (var record in corpus.Records(records))
            {
                queue.Add((record, read++));
                bytes += record.Length;
            }

            queue.CompleteAdding();
            Task.WaitAll(workers);
        }

        var fed = clock.Elapsed;
        using (var snapshot = writer.Commit())
        {
            Console.WriteLine($"{snapshot.DocumentCount} documents, {bytes / 1e6:0.0} MB of JSON");
        }

        var built = clock.Elapsed;
        var busyTime = busy / 1e6;
        Console.WriteLine($"fed {fed.TotalSeconds:0.0} s, committed {built.TotalSeconds:0.0} s, {read / built.TotalSeconds:0} records/s (reading the archive included)");
        Console.WriteLine($"processor time {Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds:0.0} s");
        Console.WriteLine($"parse + tokens + index {busyTime / read * 1e6:0} us/record of one core; peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB");
        PrintFiles(folder, bytes);
        clock.Restart();
        writer.MergeAll();
        using (var all = writer.OpenSnapshot())
        {
            Console.Write(IndexSummary.Of(all));
        }

        Console.WriteLine($"merged in {clock.Elapsed.TotalSeconds:0.0} s");
        PrintFiles(folder, bytes);
    }

    private static void PrintFiles(string folder, long bytes)
    {
        var files = new DirectoryInfo(folder).GetFiles();
        Console.WriteLine($"index {files.Sum(file => file.Length) / 1e6:0.0} MB, {100.0 * files.Sum(file => file.Length) / bytes:0.00} % of the JSON: "
            + string.Join(", ", files.GroupBy(file => file.Extension).Select(group => $"{group.Key} {group.Sum(file => file.Length) / 1e6:0.0}")));
    }

    private static void Query(JsonCorpus corpus, string folder)
    {
        var clock = Stopwatch.StartNew();
        using var snapshot = Snapshot.Open(new FileDirectory(folder), corpus.Schema);
        Console.WriteLine($"opened in {clock.Elapsed.TotalMilliseconds:0} ms; {snapshot.DocumentCount} documents");
        var searcher = new Searcher(snapshot);
        var queries = MixedQueries.Make(corpus, snapshot);
        foreach (var (name, facets, limit) in new[] { ("top 10 + count + 5 facets", 5, 10), ("top 10 + count", 0, 10), ("count", 0, 0) })
        {
            var requests = queries.Select(query => new SearchRequest
            {
                Query = query.Query,
                Limit = limit,
                Facets = [.. Enumerable.Range(0, facets).Select(column => new FacetRequest(column, 20))],
            }).ToArray();
            Measure(name, queries, requests, searcher);
        }
    }

    private static void Measure(string name, IReadOnlyList<(string Kind, Query Query)> queries, SearchRequest[] requests, Searcher searcher)
    {
        var times = new double[requests.Length];
        long total = 0;
        for (var round = 0; round < 4; round++)
        {
            for (var i = 0; i < requests.Length; i++)
            {
                var start = ThreadClock.Milliseconds();
                total += searcher.Search(requests[i]).Total;
                times[i] = round == 0 ? double.MaxValue : Math.Min(times[i], ThreadClock.Milliseconds() - start);
            }
        }

        var sorted = times.Order().ToArray();
        Console.WriteLine($"{name}: {requests.Length} queries, mean {times.Average():0.000} ms = {1000 / times.Average():0}/s, "
            + $"p50 {sorted[sorted.Length / 2]:0.000}, p90 {sorted[sorted.Length * 9 / 10]:0.000}, p99 {sorted[sorted.Length * 99 / 100]:0.000}, max {sorted[^1]:0.000}; mean matches {total / 4 / requests.Length}");
        foreach (var kind in queries.Select((query, i) => (query.Kind, Time: times[i])).GroupBy(pair => pair.Kind))
        {
            Console.WriteLine($"    {kind.Key,-10} {kind.Count(),4}  mean {kind.Average(pair => pair.Time):0.000} max {kind.Max(pair => pair.Time):0.000}");
        }
    }
}
