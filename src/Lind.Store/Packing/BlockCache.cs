namespace Lind.Store.Packing;

/// <summary>The unpacked blocks used last. Safe for several threads.</summary>
/// <param name="capacityBytes">Blocks beyond this many bytes are forgotten, the one unused longest first.</param>
public sealed class BlockCache(long capacityBytes)
{
    /// <summary>Enough for the pages people look at in the same minute, small beside the index.</summary>
    public const long DefaultCapacityBytes = 32 * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly Dictionary<long, LinkedListNode<Entry>> _byId = [];
    private readonly LinkedList<Entry> _byUse = [];
    private long _sizeBytes;

    public bool TryGet(long blockId, out byte[] raw)
    {
        lock (_lock)
        {
            if (!_byId.TryGetValue(blockId, out var node))
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

    public void Add(long blockId, byte[] raw)
    {
        lock (_lock)
        {
            if (_byId.ContainsKey(blockId))
            {
                return;
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
