using Lind.Search;
using Lind.Search.Similarity;

namespace Lind.Registry.Indexes;

/// <summary>The indexes a running program answers from. Notices when another program published newer ones, and moves
/// over to them; whoever still works on the old ones finishes undisturbed. Safe for several threads.</summary>
internal sealed class RegistryIndexes : IDisposable
{
    // Often enough that a person who imports sees the result at once, seldom enough to cost nothing.
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(1);

    // Longer than any request takes.
    private static readonly TimeSpan KeepRetired = TimeSpan.FromMinutes(2);

    // As long as a client may take between two pages of a walk.
    private static readonly TimeSpan GiveRetired = TimeSpan.FromMinutes(10);

    private readonly RegistryFolder _folder;
    private readonly TimeProvider _clock;
    private readonly Lock _lock = new();
    private readonly Queue<(SearchIndex Search, long Since)> _retired = [];
    private readonly Queue<(RelatedIndex Related, long Since)> _retiredRelated = [];
    private volatile OpenIndexes _current;
    private long _lookedAt;

    public RegistryIndexes(RegistryFolder folder, TimeProvider clock)
    {
        _folder = folder;
        _clock = clock;
        _current = OpenIndexes.Open(folder);
        _lookedAt = clock.GetTimestamp();
    }

    public OpenIndexes Current
    {
        get
        {
            if (_clock.GetElapsedTime(Volatile.Read(ref _lookedAt)) > LookAgainAfter)
            {
                LookAgain();
            }

            return _current;
        }
    }

    /// <summary>The search index that holds a snapshot: the current one, or one that was retired not long ago; the
    /// current one too when none does.</summary>
    public SearchIndex Holding(string snapshotId)
    {
        var current = Current.Search;
        if (current.Holds(snapshotId))
        {
            return current;
        }

        lock (_lock)
        {
            return _retired
                .Where(old => _clock.GetElapsedTime(old.Since) < GiveRetired && old.Search.Holds(snapshotId))
                .Select(old => old.Search)
                .FirstOrDefault(current);
        }
    }

    /// <summary>Moves to what this program itself has just published.</summary>
    public void Advance()
    {
        lock (_lock)
        {
            Replace(_current.Advance(_folder));
        }
    }

    public void Dispose()
    {
        foreach (var (search, _) in _retired)
        {
            Close(search);
        }

        foreach (var (related, _) in _retiredRelated)
        {
            related.Dispose();
        }

        _current.Dispose();
    }

    private void LookAgain()
    {
        if (!_lock.TryEnter())
        {
            return;
        }

        try
        {
            Volatile.Write(ref _lookedAt, _clock.GetTimestamp());
            if (PublishedState.Read(_folder) != _current.State)
            {
                Replace(OpenIndexes.Open(_folder));
            }

            while (_retired.TryPeek(out var oldest) && _clock.GetElapsedTime(oldest.Since) > GiveRetired + KeepRetired)
            {
                Close(_retired.Dequeue().Search);
            }

            while (_retiredRelated.TryPeek(out var related) && _clock.GetElapsedTime(related.Since) > KeepRetired)
            {
                _retiredRelated.Dequeue().Related.Dispose();
            }
        }
        finally
        {
            _lock.Exit();
        }
    }

    // After an update of our own the search index lives on in the current set.
    private void Close(SearchIndex retired)
    {
        if (retired != _current.Search)
        {
            retired.Dispose();
        }
    }

    private void Replace(OpenIndexes next)
    {
        var now = _clock.GetTimestamp();
        if (_current.Search != next.Search)
        {
            _retired.Enqueue((_current.Search, now));
        }

        if (_current.Related is { } related)
        {
            _retiredRelated.Enqueue((related, now));
        }

        _current = next;
    }
}
