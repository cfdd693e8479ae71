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

    private readonly RegistryFolder _folder;
    private readonly TimeProvider _clock;
    private readonly Lock _lock = new();
    private readonly Queue<(RelatedIndex Related, long Since)> _retiredRelated = [];
    private volatile OpenIndexes _current;
    private long _lookedAt;

    public RegistryIndexes(RegistryFolder folder, TimeProvider clock)
    {
        _folder = folder;
        _clock = clock;
        _current = OpenIndexes.Open(folder, text => _current?.Related?.StudiesLike(text) ?? []);
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
                Replace(_current.Advance(_folder));
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

    private void Replace(OpenIndexes next)
    {
        if (_current.Related is { } related)
        {
            _retiredRelated.Enqueue((related, _clock.GetTimestamp()));
        }

        _current = next;
    }
}
