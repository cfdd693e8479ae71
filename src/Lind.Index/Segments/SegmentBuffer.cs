using Lind.Index.Schemas;

namespace Lind.Index.Segments;

/// <summary>The documents that one builder has collected since it last wrote a segment. Not thread-safe.</summary>
internal sealed class SegmentBuffer(IndexSchema schema)
{
    private readonly Dictionary<long, int> _documents = [];

    internal IndexSchema Schema => schema;

    internal TableBuffer[] Tables { get; } = [.. schema.Tables.Select(table => new TableBuffer(table))];

    /// <summary>The key of each document.</summary>
    internal List<long> Keys { get; } = [];

    /// <summary>Documents that a later one with the same key replaced, or that were deleted.</summary>
    internal HashSet<int> Deleted { get; } = [];

    /// <summary>The keys of the documents that are not deleted.</summary>
    internal IEnumerable<long> LiveKeys => _documents.Keys;

    internal long MemoryUsed => Tables.Sum(table => table.MemoryUsed) + (Keys.Count * 48L);

    internal void EndDocument(long key)
    {
        Delete(key);
        _documents[key] = Keys.Count;
        Keys.Add(key);
        Tables[0].EndRow();
    }

    /// <summary>Closes a document that was given up after nested rows of it had come: it is there, but deleted.</summary>
    internal void EndAbandoned()
    {
        Deleted.Add(Keys.Count);
        Keys.Add(long.MinValue);
        Tables[0].EndRow();
    }

    internal bool Delete(long key)
    {
        if (!_documents.Remove(key, out var document))
        {
            return false;
        }

        Deleted.Add(document);
        return true;
    }
}
