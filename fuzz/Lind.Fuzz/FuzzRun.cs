using System.Diagnostics;
using System.Globalization;

namespace Lind.Fuzz;

/// <summary>Runs one target on mutated samples until its time is over or it fails.</summary>
internal sealed class FuzzRun(FuzzTarget target, FuzzOptions options, TimeSpan time)
{
    /// <summary>An input of the size made here that takes longer is a way to stop the program.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(10);

    private const int MaxShown = 1_500;

    /// <summary>True when nothing was found.</summary>
    public bool Run()
    {
        try
        {
            return options.Input is null ? Mutate() : Try(File.ReadAllBytes(options.Input), "saved input");
        }
        finally
        {
            target.Dispose();
        }
    }

    private bool Mutate()
    {
        var samples = target.Samples;
        if (!samples.Select((sample, i) => Try(sample, $"sample {i}")).All(fine => fine))
        {
            return false;
        }

        var clock = Stopwatch.StartNew();
        var count = 0;
        for (; clock.Elapsed < time; count++)
        {
            // Each input depends on seed and number alone: a finding repeats with the same two.
            var random = new Random(HashOf(options.Seed, count));
            var input = new Mutation(samples, target.Tokens, random).Next();
            if (!Try(input, string.Create(CultureInfo.InvariantCulture, $"seed {options.Seed}, input {count}")))
            {
                return false;
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{target.Name}: {count:N0} inputs in {clock.Elapsed.TotalSeconds:F0} s, nothing found"));
        return true;
    }

    private bool Try(byte[] input, string what)
    {
        // Processor time, not the clock's: a busy machine is no finding.
        var before = Environment.CpuUsage.TotalTime;
        try
        {
            target.Run(input);
            var used = Environment.CpuUsage.TotalTime - before;
            if (used < Slow)
            {
                return true;
            }

            Report(input, what, $"took {used.TotalSeconds:F0} s");
        }
#pragma warning disable CA1031 // Any exception at all is a finding here; it is reported, not swallowed.
        catch (Exception finding)
#pragma warning restore CA1031
        {
            Report(input, what, finding.ToString());
        }

        return false;
    }

    private void Report(byte[] input, string what, string finding)
    {
        finding = finding.Length > MaxShown ? finding[..MaxShown] + " ..." : finding;
        Directory.CreateDirectory(options.Save);
        var path = Path.GetFullPath(Path.Combine(options.Save, string.Create(CultureInfo.InvariantCulture,
            $"fuzz-{target.Name}-{options.Seed}-{HashOf(input.Length, input.Sum(value => value)):x8}.bin")));
        File.WriteAllBytes(path, input);
        Console.WriteLine($"{target.Name}: FOUND with {what}: {finding}");
        Console.WriteLine($"Run again: dotnet run --project fuzz/Lind.Fuzz -c Release -- --target {target.Name} --input {path}");
    }

    private static int HashOf(int first, int second) => unchecked((first * 486_187_739) ^ (second * (int)0x9E3779B1));
}
