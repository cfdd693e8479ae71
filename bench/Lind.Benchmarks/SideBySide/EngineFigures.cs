using System.Diagnostics;
using System.Text.Json;

namespace Lind.Benchmarks.SideBySide;

/// <summary>What one engine did with the queries; times in milliseconds, one thread.</summary>
public sealed record EngineFigures(
    string Engine, int Queries, double Mean, double P50, double P99, double Qps, IReadOnlyList<long> Counts)
{
    /// <summary>Asks every query twice to warm up, then <paramref name="passes"/> times on the clock.</summary>
    public static EngineFigures Measure(
        string engine, IReadOnlyList<BenchQuery> queries, int passes, Func<BenchQuery, long> ask)
    {
        var counts = queries.Select(ask).ToList();
        foreach (var query in queries)
        {
            ask(query);
        }

        var times = new List<double>(queries.Count * passes);
        for (var pass = 0; pass < passes; pass++)
        {
            foreach (var query in queries)
            {
                var start = Stopwatch.GetTimestamp();
                ask(query);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        times.Sort();
        var mean = times.Average();
        return new EngineFigures(
            engine, queries.Count, mean, times[times.Count / 2], times[(int)(times.Count * .99)], 1000 / mean, counts);
    }

    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);
}
