using System.Collections.Concurrent;

namespace Lind.Search.Similarity;

/// <summary>Takes items from a source on a thread of its own, some ahead of whoever uses them.</summary>
internal static class Ahead
{
    /// <summary>The source's items in their order. What the source throws is thrown here.</summary>
    /// <param name="source">Enumerated on one other thread, and no further once the answer is given up.</param>
    /// <param name="most">How many items may wait.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public static IEnumerable<T> Of<T>(IEnumerable<T> source, int most, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var queue = new BlockingCollection<T>(most);
        var reading = Task.Factory.StartNew(() => Fill(source, queue, stop.Token), TaskCreationOptions.LongRunning);
        try
        {
            foreach (var item in queue.GetConsumingEnumerable(cancellation))
            {
                yield return item;
            }
        }
        finally
        {
            stop.Cancel();
            ((IAsyncResult)reading).AsyncWaitHandle.WaitOne();
        }

        reading.GetAwaiter().GetResult();
    }

    private static void Fill<T>(IEnumerable<T> source, BlockingCollection<T> queue, CancellationToken stop)
    {
        try
        {
            foreach (var item in source)
            {
                queue.Add(item, stop);
            }
        }
        finally
        {
            queue.CompleteAdding();
        }
    }
}
