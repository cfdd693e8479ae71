namespace Lind.Index.Collectors;

/// <summary>Who of this process computes for searches: a dear search takes a second core only if no other search is in need of
/// it. Thread-safe.</summary>
internal static class Cores
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);
    private const int MostPauses = 20;
    private static readonly AsyncLocal<bool> Behind = new();
    private static int _busy;

    /// <summary>How many threads search at the same time before none gets help. Benchmarks and tests set it; 1: one thread a
    /// search.</summary>
    internal static int Most { get; set; } = Environment.ProcessorCount;

    /// <summary>How long a search runs before it is given help. Handing work over costs some hundredths of this, and each thread
    /// compiles the query's operators for itself. Tests set it.</summary>
    internal static TimeSpan HelpAfter { get; set; } = TimeSpan.FromMilliseconds(1);

    /// <summary>Whether searches of this flow of calls let others go first.</summary>
    internal static bool GivesWay
    {
        get => Behind.Value;
        set => Behind.Value = value;
    }

    /// <summary>Searches that run now, and those who help them.</summary>
    internal static int Busy => Volatile.Read(ref _busy);

    /// <summary>Says that a search starts on the calling thread; to be given back whatever happens.</summary>
    internal static void Enter() => Interlocked.Increment(ref _busy);

    /// <summary>Takes a further core if one is idle; to be given back.</summary>
    internal static bool TryEnter()
    {
        if (Interlocked.Increment(ref _busy) <= Most)
        {
            return true;
        }

        Leave();
        return false;
    }

    /// <summary>Waits until no search runs, but not for long: where there is always one, a twentieth of the time is left. For work
    /// that nobody waits for, to be called every millisecond or so of it.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    internal static void LetSearchesPass(CancellationToken cancellation)
    {
        for (var pauses = 0; Busy > 0 && pauses < MostPauses && !cancellation.IsCancellationRequested; pauses++)
        {
            cancellation.WaitHandle.WaitOne(Pause);
        }

        cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Gives back.</summary>
    internal static void Leave() => Interlocked.Decrement(ref _busy);
}
