using System.Diagnostics.CodeAnalysis;

namespace Lind.Index.Storage;

/// <summary>Remembers what was dear to find, within a number of bytes: what nobody asked for the longest is forgotten first.
/// Thread-safe.</summary>
/// <param name="mostBytes">How much is remembered; 0: nothing.</param>
/// <param name="mostParts">An entry that takes more than this part of all is not kept.</param>
public sealed class BoundedMemo<TKey, TValue>(long mostBytes, int mostParts)
    where TKey : notnull
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _byUse = [];
    private long _bytes;

    /// <summary>How much of the memory is used, from 0 to 1.</summary>
    public double Used => mostBytes == 0 ? 0 : (double)Volatile.Read(ref _bytes) / mostBytes;

    /// <summary>What is remembered for a key.</summary>
    public bool TryFind(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(key, out var entry))
            {
                value = default;
                return false;
            }

            _byUse.Remove(entry);
            _byUse.AddFirst(entry);
            value = entry.Value.Value;
            return true;
        }
    }

    /// <summary>Remembers a value; one that was remembered for the key before is forgotten.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value; must not change any more.</param>
    /// <param name="bytes">About what key and value take.</param>
    public void Set(TKey key, TValue value, long bytes)
    {
        if (bytes > mostBytes / mostParts)
        {
            return;
        }

        lock (_lock)
        {
            if (_entries.TryGetValue(key, out var known))
            {
                Forget(known);
            }

            _entries[key] = _byUse.AddFirst(new Entry(key, value, bytes));
            _bytes += bytes;
            while (_bytes > mostBytes && _byUse.Last is { } oldest)
            {
                Forget(oldest);
            }
        }
    }

    private void Forget(LinkedListNode<Entry> entry)
    {
        _byUse.Remove(entry);
        _entries.Remove(entry.Value.Key);
        _bytes -= entry.Value.Bytes;
    }

    private readonly record struct Entry(TKey Key, TValue Value, long Bytes);
}
