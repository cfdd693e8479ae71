using Lind.Index.Storage;

namespace Lind.Index.Segments;

/// <summary>Segments and their deletes while they are being changed. Holds a use of each reader. Not thread-safe.</summary>
internal sealed class SegmentList
{
    private readonly List<SegmentView> _views = [];
    private readonly Dictionary<SegmentReader, HashSet<int>> _newDeletes = [];

    internal SegmentList(IReadOnlyList<SegmentView> views)
    {
        _views.AddRange(views);
        _views.ForEach(view => view.Reader.Retain());
    }

    internal IReadOnlyList<SegmentView> Views => _views;

    /// <summary>Takes a new segment in (and its reader over): its documents replace those of the same keys.</summary>
    internal void Add(SegmentReader reader, IReadOnlyCollection<int> deleted, IEnumerable<long> keys)
    {
        foreach (var key in keys)
        {
            Delete(key);
        }

        _views.Add(new SegmentView(reader, Deletes.None(reader.Documents)));
        if (deleted.Count > 0)
        {
            _newDeletes[reader] = [.. deleted];
        }
    }

    internal void Delete(long key)
    {
        foreach (var view in _views)
        {
            var document = view.Reader.FindKey(key);
            if (document >= 0 && !view.Deletes.IsDeleted(document))
            {
                MarkDeleted(view.Reader, document);
            }
        }
    }

    internal void Clear()
    {
        Release();
        _views.Clear();
        _newDeletes.Clear();
    }

    /// <summary>Writes a new generation of deletes where there are new ones, and leaves out what is wholly deleted.</summary>
    internal void WriteDeletes(IndexDirectory directory)
    {
        for (var i = _views.Count - 1; i >= 0; i--)
        {
            var reader = _views[i].Reader;
            if (_newDeletes.TryGetValue(reader, out var documents))
            {
                var deletes = _views[i].Deletes.With(documents);
                deletes.Write(directory, reader.Name);
                _newDeletes.Remove(reader);
                _views[i] = new SegmentView(reader, deletes);
            }

            if (_views[i].Deletes.Count == reader.Documents)
            {
                _views.RemoveAt(i);
                reader.Release();
            }
        }
    }

    /// <summary>Brings to the disk what the given manifest does not name yet.</summary>
    internal void SyncNew(IndexDirectory directory, Manifest published)
    {
        foreach (var (reader, deletes) in _views)
        {
            var known = published.Segments.Where(segment => segment.Number == reader.Number).ToList();
            if (known.Count == 0)
            {
                SegmentFiles.Sync(directory, reader.Name);
            }

            if (deletes.Generation > 0 && (known.Count == 0 || known[0].DeletesGeneration != deletes.Generation))
            {
                directory.Sync(SegmentFiles.DeletesOf(reader.Name, deletes.Generation));
            }
        }
    }

    /// <summary>Puts a merged segment in the place of those it was merged from; what was deleted since is deleted
    /// there.</summary>
    /// <param name="merged">The merged segment.</param>
    /// <param name="written">The merged segment's deletes that are on the disk already; null: none.</param>
    internal void Replace(MergeResult merged, Deletes? written)
    {
        var deleted = new HashSet<int>();
        var at = _views.Count;
        foreach (var source in merged.Sources)
        {
            var i = _views.FindIndex(view => view.Reader == source.Reader);
            if (i < 0)
            {
                // All of its documents were deleted meanwhile.
                deleted.UnionWith(source.NewDocuments.Where(document => document >= 0));
                continue;
            }

            at = Math.Min(at, i);
            CollectDeleted(_views[i], source.NewDocuments, deleted);
            _views.RemoveAt(i);
            _newDeletes.Remove(source.Reader);
            source.Reader.Release();
        }

        merged.Reader.Retain();
        var deletes = written ?? Deletes.None(merged.Reader.Documents);
        deleted.RemoveWhere(deletes.IsDeleted);
        _views.Insert(Math.Min(at, _views.Count), new SegmentView(merged.Reader, deletes));
        if (deleted.Count > 0)
        {
            _newDeletes[merged.Reader] = deleted;
        }
    }

    /// <summary>The views, each reader retained once more.</summary>
    internal IReadOnlyList<SegmentView> RetainedViews()
    {
        _views.ForEach(view => view.Reader.Retain());
        return [.. _views];
    }

    internal void Release() => _views.ForEach(view => view.Reader.Release());

    private void MarkDeleted(SegmentReader reader, int document)
    {
        if (!_newDeletes.TryGetValue(reader, out var documents))
        {
            _newDeletes[reader] = documents = [];
        }

        documents.Add(document);
    }

    private void CollectDeleted(in SegmentView view, int[] newDocuments, HashSet<int> deleted)
    {
        _newDeletes.TryGetValue(view.Reader, out var uncommitted);
        for (var document = 0; document < newDocuments.Length; document++)
        {
            if (newDocuments[document] >= 0 && (view.Deletes.IsDeleted(document) || uncommitted?.Contains(document) == true))
            {
                deleted.Add(newDocuments[document]);
            }
        }
    }
}
