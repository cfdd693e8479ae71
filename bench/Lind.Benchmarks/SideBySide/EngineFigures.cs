using System.Diagnostics;
using System.Text.Json;
using Lind.Benchmarks.Index;

namespace Lind.Benchmarks.SideBySide;

/// <summary>What one engine did with the queries; times in milliseconds, one thread.</summary>
/// <param name="Engine">Which engine.</param>
/// <param name="Queries">How many queries.</param>
/// <param name="Mean">Over all queries and passes.</param>
/// <param name="P50">Half of the queries took no longer.</param>
/// <param name="P99">99 of 100 queries took no longer.</param>
/// <param name="Qps">Queries a second.</param>
/// <param name="AllocatedBytes">Managed memory allocated for each query, on average.</param>
/// <param name="ProcessorMean">The mean of this thread's processor time; says nothing of a database in another process.</param>
/// <param name="Kinds">The mean processor time of each kind of query.</param>
/// <param name="Slowest">The queries with the most processor time, the best of all passes.</param>
/// <param name="Counts">How many studies each query found.</param>
public sealed record EngineFigures(
    string Engine, int Queries, double Mean, double P50, double P99, double Qps, long AllocatedBytes, double ProcessorMean,
    IReadOnlyDictionary<string, double> Kinds, IReadOnlyDictionary<string, double> Slowest, IReadOnlyList<long> Counts)
{
    private const int SlowestShown = 8;

    /// <summary>Asks every query twice to warm up, then <paramref name="passes"/> times on the clock. While it warms up, <paramref name="settle"/> waits for
    /// what the engine does after an answer.</summary>
    public static EngineFigures Measure(
        string engine, IReadOnlyList<BenchQuery> queries, int passes, Func<BenchQuery, long> ask, Action? settle = null)
    {
        long Warm(BenchQuery query)
        {
            var count = ask(query);
            settle?.Invoke();
            return count;
        }

        var counts = queries.Select(Warm).ToList();
        foreach (var query in queries)
        {
            Warm(query);
        }

        var times = new List<double>(queries.Count * passes);
        var busy = new List<(string Id, double Milliseconds)>(queries.Count * passes);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        for (var pass = 0; pass < passes; pass++)
        {
            foreach (var query in queries)
            {
                var processor = ThreadClock.Milliseconds();
                var start = Stopwatch.GetTimestamp();
                ask(query);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                busy.Add((query.Id, ThreadClock.Milliseconds() - processor));
            }
        }

        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        var sorted = times.Order().ToList();
        var mean = sorted.Average();
        return new EngineFigures(
            engine, queries.Count, mean, sorted[sorted.Count / 2], sorted[(int)(sorted.Count * .99)], 1000 / mean,
            allocated / times.Count, busy.Average(time => time.Milliseconds),
            busy.GroupBy(time => time.Id[..time.Id.IndexOf('-', StringComparison.Ordinal)])
                .ToDictionary(kind => kind.Key, kind => Math.Round(kind.Average(time => time.Milliseconds), 3)),
            busy.GroupBy(time => time.Id).Select(one => (one.Key, Best: Math.Round(one.Min(time => time.Milliseconds), 3)))
                .OrderByDescending(one => one.Best).Take(SlowestShown).ToDictionary(one => one.Key, one => one.Best),
            counts);
    }

    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);
}
