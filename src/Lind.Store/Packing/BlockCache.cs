namespace Lind.Store.Packing;

/// <summary>The unpacked blocks used last, or the first part of them. Safe for several threads.</summary>
/// <param name="capacityBytes">Blocks beyond this many bytes are forgotten, the one unused longest first.</param>
public sealed class BlockCache(long capacityBytes)
{
    /// <summary>Enough for the pages people look at in the same minute and for a page of 1,000 asked again, small beside
    /// the index.</summary>
    public const long DefaultCapacityBytes = 64 * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly Dictionary<long, LinkedListNode<Entry>> _byId = [];
    private readonly LinkedList<Entry> _byUse = [];
    private long _sizeBytes;

    /// <summary>The block's bytes, if those before <paramref name="end"/> are kept.</summary>
    public bool TryGet(long blockId, int end, out byte[] raw)
    {
        lock (_lock)
        {
            if (!_byId.TryGetValue(blockId, out var node) || node.Value.Raw.Length < end)
            {
                raw = [];
                return false;
            }

            _byUse.Remove(node);
            _byUse.AddFirst(node);
            raw = node.Value.Raw;
            return true;
        }
    }

    /// <summary>Keeps the bytes, unless more of the block are kept already.</summary>
    public void Add(long blockId, byte[] raw)
    {
        lock (_lock)
        {
            if (_byId.Remove(blockId, out var known))
            {
                _byUse.Remove(known);
                _sizeBytes -= known.Value.Raw.Length;
                raw = known.Value.Raw.Length > raw.Length ? known.Value.Raw : raw;
            }

            _byId.Add(blockId, _byUse.AddFirst(new Entry(blockId, raw)));
            _sizeBytes += raw.Length;
            while (_sizeBytes > capacityBytes && _byUse.Last is { } last)
            {
                _byUse.RemoveLast();
                _byId.Remove(last.Value.BlockId);
                _sizeBytes -= last.Value.Raw.Length;
            }
        }
    }

    private readonly record struct Entry(long BlockId, byte[] Raw);
}
