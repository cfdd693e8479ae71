namespace Lind.Search.Serving;

/// <summary>Views that newer ones have replaced, held for a while for those who are in the middle of a walk over their
/// pages. Not safe for several threads: its owner's lock guards it.</summary>
internal sealed class HeldViews(TimeProvider clock) : IDisposable
{
    /// <summary>How long a replaced view is held: longer than a client takes between two pages.</summary>
    public static readonly TimeSpan HoldFor = TimeSpan.FromMinutes(10);

    // Views share the segments they have in common, but the files of those that were merged since stay open: an index that
    // changes every second must not hold them all.
    private const int Most = 16;

    private readonly Queue<(SearchView View, long Since)> _views = [];

    /// <summary>Takes over the hold on a view.</summary>
    public void Add(SearchView view)
    {
        _views.Enqueue((view, clock.GetTimestamp()));
        LetGo();
    }

    /// <summary>The view of this id; null when it is not held any more.</summary>
    public SearchView? Find(string id)
    {
        LetGo();
        return _views.FirstOrDefault(held => held.View.Id == id).View;
    }

    public void Dispose()
    {
        while (_views.TryDequeue(out var held))
        {
            held.View.Dispose();
        }
    }

    private void LetGo()
    {
        while (_views.TryPeek(out var oldest) && (_views.Count > Most || clock.GetElapsedTime(oldest.Since) > HoldFor))
        {
            _views.Dequeue().View.Dispose();
        }
    }
}
