using System.Diagnostics.CodeAnalysis;

namespace Lind.Index.Segments;

/// <summary>Merges segments of an index, one merge at a time, in the background or on request.</summary>
internal sealed class MergeLoop(IndexWriter writer) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _one = new();
    private Task _running = Task.CompletedTask;

    /// <summary>Starts merging in the background if nothing is under way. Called under the writer's lock.</summary>
    internal void Start()
    {
        if (_running.IsCompleted)
        {
            _running = Task.Run(RunInBackground);
        }
    }

    internal void Wait() => _running.Wait();

    internal void MergeAll(CancellationToken cancellation)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _stop.Token);
        lock (_one)
        {
            using var snapshot = writer.OpenSnapshot();
            foreach (var group in MergePolicy.AsFewAsAllowed(snapshot.Segments, writer.Options))
            {
                Merge(group, both.Token);
            }
        }
    }

    internal void MergeWhereDue(CancellationToken cancellation)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _stop.Token);
        lock (_one)
        {
            while (MergeNext(both.Token))
            {
            }
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _running.Wait();
        _stop.Dispose();
    }

    [SuppressMessage("Design", "CA1031", Justification = "Reported to the caller's handler; the index is as it was.")]
    private void RunInBackground()
    {
        try
        {
            MergeWhereDue(CancellationToken.None);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The writer is being closed.
        }
        catch (Exception problem)
        {
            writer.Options.MergeFailed?.Invoke(problem);
        }
    }

    private bool MergeNext(CancellationToken cancellation)
    {
        using var snapshot = writer.OpenSnapshot();
        var group = MergePolicy.Choose(snapshot.Segments, writer.Options);
        if (group.Count == 0)
        {
            return false;
        }

        Merge(group, cancellation);
        return true;
    }

    private void Merge(IReadOnlyList<SegmentView> group, CancellationToken cancellation)
    {
        var number = writer.TakeNumber();
        writer.WriteProtected(SegmentFiles.NameOf(number), _ =>
        {
            var merged = SegmentMerger.Merge(writer.Directory, number, writer.Schema, group, cancellation);
            try
            {
                writer.ReplaceMerged(merged);
            }
            finally
            {
                merged.Reader.Release();
            }
        });
    }
}
