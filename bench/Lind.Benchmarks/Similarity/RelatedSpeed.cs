using System.Diagnostics;
using System.Globalization;
using Lind.Search.Similarity;

namespace Lind.Benchmarks.Similarity;

/// <summary>Speed of related studies: <c>related-speed ZIP FOLDER [STUDIES]</c> builds from a zip of v2 JSON files (unless
/// the folder already holds an index), then asks for ten related studies of 1,000 studies spread over the registry, each
/// once, on one thread, and takes in an update of 500 studies.</summary>
internal static class RelatedSpeed
{
    private const int Questions = 1_000;

    public static int Run(string zip, string folder, int most)
    {
        if (!Directory.Exists(folder))
        {
            Timed("build", () => RelatedIndex.Build(folder, SharedStudies.ReadZip(zip).Take(most)));
        }

        Console.WriteLine($"file {Directory.EnumerateFiles(folder, "*.lind").Sum(path => new FileInfo(path).Length) / 1e6:F0} MB");
        Timed("open", () => RelatedIndex.Open(folder).Dispose());
        using (var index = RelatedIndex.Open(folder))
        {
            Ask(index, SharedStudies.ReadZip(zip).Take(most).Where((_, i) => i % Math.Max(1, index.Count / Questions) == 0)
                .Select(study => study.NctId).Take(Questions).ToList());
        }

        var changed = SharedStudies.ReadZip(zip).Take(500).ToList();
        Timed("update of 500", () => RelatedIndex.Update(folder, changed, []));
        return 0;
    }

    private static void Ask(RelatedIndex index, List<string> ids)
    {
        foreach (var id in ids.Take(20))
        {
            index.Related(new RelatedRequest { NctIds = [id] });
        }

        var times = new List<double>();
        foreach (var id in ids.Skip(20))
        {
            var start = Stopwatch.GetTimestamp();
            index.Related(new RelatedRequest { NctIds = [id] });
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{index.Count} studies, {times.Count} questions: p50 {At(times, 0.5):F1} ms, p90 {At(times, 0.9):F1} ms, p99 {At(times, 0.99):F1} ms, worst {times[^1]:F1} ms; resident {Process.GetCurrentProcess().WorkingSet64 / 1e6:F0} MB"));
    }

    private static double At(List<double> sorted, double share) => sorted[(int)Math.Min(sorted.Count - 1, share * sorted.Count)];

    private static void Timed(string what, Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s, peak resident {process.PeakWorkingSet64 / 1e6:F0} MB"));
    }
}
