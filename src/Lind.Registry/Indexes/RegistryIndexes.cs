namespace Lind.Registry.Indexes;

/// <summary>The indexes a running program answers from. Notices when another program published newer ones, and moves
/// over to them; whoever still works on the old ones finishes undisturbed. Safe for several threads.</summary>
internal sealed class RegistryIndexes : IDisposable
{
    // Often enough that a person who imports sees the result at once, seldom enough to cost nothing.
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(1);

    // Longer than any request takes.
    private static readonly TimeSpan KeepRetired = TimeSpan.FromMinutes(2);

    private readonly RegistryFolder _folder;
    private readonly TimeProvider _clock;
    private readonly Lock _lock = new();
    private readonly Queue<(OpenIndexes Indexes, long Since)> _retired = [];
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
        _current.Dispose();
        foreach (var (indexes, _) in _retired)
        {
            Close(indexes);
        }
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

            while (_retired.TryPeek(out var oldest) && _clock.GetElapsedTime(oldest.Since) > KeepRetired)
            {
                Close(_retired.Dequeue().Indexes);
            }
        }
        finally
        {
            _lock.Exit();
        }
    }

    // After an update of our own the search index lives on in the current set.
    private void Close(OpenIndexes retired)
    {
        retired.Related?.Dispose();
        if (retired.Search != _current.Search)
        {
            retired.Search.Dispose();
        }
    }

    private void Replace(OpenIndexes next)
    {
        _retired.Enqueue((_current, _clock.GetTimestamp()));
        _current = next;
    }
}
