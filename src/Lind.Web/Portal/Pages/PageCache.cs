using System.Collections.Concurrent;

namespace Lind.Web.Portal;

/// <summary>What a kept page depends on besides the registry: what is asked for, and in which form.</summary>
/// <param name="Address">Path and query, as they came.</param>
/// <param name="Site">Scheme and host, which stand in the page's own address.</param>
/// <param name="Encoding">How the body is compressed.</param>
public readonly record struct PageKey(string Address, string Site, string Encoding);

/// <summary>Finished pages, for as long as the index stays the same, the day lasts, and at most a minute: a record
/// that an import has just changed is seen within that time.</summary>
/// <remarks>Two generations of bounded size: when the young one is full it becomes the old one, and what nobody asked
/// for since is let go. Thread-safe.</remarks>
public sealed class PageCache(TimeProvider clock)
{
    private const long MostBytes = 96 << 20;
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(1);

    private readonly Lock _turn = new();
    private Generation _young = new("");
    private Generation _old = new("");

    /// <summary>The page as made before, if it still holds for this state of the index.</summary>
    public FinishedPage? Find(in PageKey key, string snapshot)
    {
        var (young, old) = (_young, _old);
        if (young.Snapshot == snapshot && young.Pages.TryGetValue(key, out var kept) && IsFresh(kept))
        {
            return kept.Page;
        }

        if (old.Snapshot == snapshot && old.Pages.TryGetValue(key, out kept) && IsFresh(kept))
        {
            Keep(key, snapshot, kept);
            return kept.Page;
        }

        return null;
    }

    /// <summary>Keeps a page made now.</summary>
    public void Add(in PageKey key, string snapshot, FinishedPage page) =>
        Keep(key, snapshot, new(page, clock.GetUtcNow()));

    private bool IsFresh(KeptPage kept)
    {
        var now = clock.GetUtcNow();
        return now - kept.Made < Lasts && now.Date == kept.Made.Date;
    }

    private void Keep(in PageKey key, string snapshot, KeptPage kept)
    {
        var young = Turn(snapshot);
        if (young.Pages.TryAdd(key, kept))
        {
            Interlocked.Add(ref young.Bytes, kept.Page.Bytes.Length);
        }
        else
        {
            young.Pages[key] = kept;
        }
    }

    private Generation Turn(string snapshot)
    {
        var young = _young;
        if (young.Snapshot == snapshot && Interlocked.Read(ref young.Bytes) < MostBytes)
        {
            return young;
        }

        lock (_turn)
        {
            if (_young.Snapshot != snapshot)
            {
                (_young, _old) = (new(snapshot), new(snapshot));
            }
            else if (Interlocked.Read(ref _young.Bytes) >= MostBytes)
            {
                (_young, _old) = (new(snapshot), _young);
            }

            return _young;
        }
    }

    private sealed record KeptPage(FinishedPage Page, DateTimeOffset Made);

    private sealed class Generation(string snapshot)
    {
        // Read and written through Interlocked only.
        public long Bytes;

        public string Snapshot { get; } = snapshot;

        public ConcurrentDictionary<PageKey, KeptPage> Pages { get; } = new();
    }
}
