using System.Reflection;
using Lind.Store;

namespace Lind.Web.Tests.Api;

/// <summary>A store that stops at reads of many studies until the reader is told to stop: what a slow disk would do. It
/// tells when that came and how often it was asked.</summary>
public class WatchedStore : DispatchProxy
{
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IStudyStore? _store;
    private int _asked;

    /// <summary>Reads answered before the store stops.</summary>
    public int Answered { get; set; } = int.MaxValue;

    public int Asked => Volatile.Read(ref _asked);

    /// <summary>Done when a read is held up.</summary>
    public Task Reached => _reached.Task;

    /// <summary>Done when a read that was held up has been told to stop.</summary>
    public Task Stopped => _stopped.Task;

    public static (IStudyStore Store, WatchedStore Watch) Around(IStudyStore store)
    {
        var proxy = Create<IStudyStore, WatchedStore>();
        var watch = (WatchedStore)(object)proxy;
        watch._store = store;
        return (proxy, watch);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod!.Name == nameof(IStudyStore.FindManyAsync) && Interlocked.Increment(ref _asked) > Answered)
        {
            return new ValueTask<IReadOnlyList<StoredStudy>>(HoldAsync((CancellationToken)args![1]!));
        }

        return targetMethod.Invoke(_store, args);
    }

    private async Task<IReadOnlyList<StoredStudy>> HoldAsync(CancellationToken cancellation)
    {
        _reached.TrySetResult();
        try
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        catch (OperationCanceledException)
        {
            _stopped.TrySetResult();
            throw;
        }

        return [];
    }
}
