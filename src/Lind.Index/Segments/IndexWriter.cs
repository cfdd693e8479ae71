using System.Runtime.ExceptionServices;
using Lind.Index.Schemas;
using Lind.Index.Storage;

namespace Lind.Index.Segments;

/// <summary>Changes an index: the only one to do so at a time.</summary>
/// <remarks>
/// Documents come in through builders, one for each thread; <see cref="Commit"/> publishes all that came since the last
/// one, atomically: whatever happens before its end (the process killed, the disk full) readers see the last published
/// state. Thread-safe, except that <see cref="Commit"/> and <see cref="Delete"/> need all builders to be between documents
/// and unused meanwhile.
/// </remarks>
public sealed class IndexWriter : IDisposable
{
    private readonly IndexDirectory _directory;
    private readonly IDisposable _directoryLock;
    private readonly Lock _lock = new();
    private readonly List<DocumentBuilder> _builders = [];
    private readonly Dictionary<string, byte[]> _newAttachments = [];
    private readonly FileCleaner _cleaner;
    private readonly MergeLoop _merging;
    private SegmentList _working; // what the next commit publishes
    private Snapshot _published;
    private long _nextNumber;

    private IndexWriter(IndexDirectory directory, IndexSchema schema, IndexOptions options, IDisposable directoryLock)
    {
        (_directory, Schema, Options, _directoryLock) = (directory, schema, options, directoryLock);
        var manifest = Manifest.ExistsIn(directory)
            ? Manifest.Read(directory)
            : new Manifest(0, schema.Fingerprint, 1, [], new Dictionary<string, string>(), new Dictionary<string, string>());
        if (manifest.Version == 0)
        {
            manifest.Publish(directory);
        }

        _published = Snapshot.Open(directory, schema);
        _working = new SegmentList(_published.Segments);
        _nextNumber = manifest.NextNumber;
        CurrentManifest = manifest;
        _cleaner = new FileCleaner(directory);
        _cleaner.RemoveUnused(manifest, []);
        _merging = new MergeLoop(this);
    }

    /// <summary>The index's schema.</summary>
    public IndexSchema Schema { get; }

    /// <summary>How it is written.</summary>
    public IndexOptions Options { get; }

    internal Manifest CurrentManifest { get; private set; }

    internal IndexDirectory Directory => _directory;

    /// <summary>Opens an index for writing; an empty one is made if there is none.</summary>
    /// <exception cref="IOException">Another writer has it open.</exception>
    /// <exception cref="IndexFormatException">It is damaged or was written for another schema.</exception>
    public static IndexWriter Open(IndexDirectory directory, IndexSchema schema, IndexOptions? options = null)
    {
        var directoryLock = directory.LockForWriting();
        try
        {
            return new IndexWriter(directory, schema, options ?? new IndexOptions(), directoryLock);
        }
        catch
        {
            directoryLock.Dispose();
            throw;
        }
    }

    /// <summary>A new builder, for one thread.</summary>
    public DocumentBuilder CreateBuilder()
    {
        var builder = new DocumentBuilder(this, Schema);
        lock (_lock)
        {
            _builders.Add(builder);
        }

        return builder;
    }

    /// <summary>Deletes the document with this key, if there is one; visible after the next commit.</summary>
    public void Delete(long key)
    {
        lock (_lock)
        {
            _builders.ForEach(builder => builder.Delete(key));
            _working.Delete(key);
        }
    }

    /// <summary>Deletes all documents; visible after the next commit.</summary>
    public void DeleteAll()
    {
        lock (_lock)
        {
            _builders.ForEach(builder => builder.Clear());
            _working.Clear();
        }
    }

    /// <summary>A file of the caller's to publish with the next commit; it replaces an older one of that name.</summary>
    public void Attach(string name, byte[] content)
    {
        lock (_lock)
        {
            _newAttachments[name] = content;
        }
    }

    /// <summary>Publishes everything since the last commit.</summary>
    /// <param name="notes">Notes to keep with the snapshot; null: those of the last commit.</param>
    /// <returns>The new state; dispose it when done.</returns>
    public Snapshot Commit(IReadOnlyDictionary<string, string>? notes = null)
    {
        DocumentBuilder[] builders;
        lock (_lock)
        {
            builders = [.. _builders];
        }

        if (builders.Any(builder => builder.InDocument))
        {
            throw new InvalidOperationException("A builder has begun a document and not ended it.");
        }

        FlushAll(builders);
        lock (_lock)
        {
            var attachments = WriteAttachments();
            Publish(_working, notes ?? CurrentManifest.Notes, attachments);
            _newAttachments.Clear();
            var snapshot = _published.Retain();
            if (Options.MergeInBackground)
            {
                _merging.Start();
            }

            return snapshot;
        }
    }

    /// <summary>The last published state; dispose it when done.</summary>
    public Snapshot OpenSnapshot()
    {
        lock (_lock)
        {
            return _published.Retain();
        }
    }

    /// <summary>Merges all segments into as few as the options allow, and publishes. Uncommitted changes stay
    /// uncommitted.</summary>
    public void MergeAll(CancellationToken cancellation = default) => _merging.MergeAll(cancellation);

    /// <summary>Merges, on the calling thread, what would be merged in the background: where enough segments of about one
    /// size stand, or a good part of one is deleted.</summary>
    public void MergeWhereDue(CancellationToken cancellation = default) => _merging.MergeWhereDue(cancellation);

    /// <summary>Waits for a background merge to end.</summary>
    public void WaitForMerges() => _merging.Wait();

    /// <summary>Gives up what was not committed and closes the index.</summary>
    public void Dispose()
    {
        _merging.Dispose();
        lock (_lock)
        {
            _working.Release();
            _published.Dispose();
            _directoryLock.Dispose();
        }
    }

    internal void AddSegment(SegmentBuffer buffer)
    {
        var number = TakeNumber();
        WriteProtected(SegmentFiles.NameOf(number), name =>
        {
            SegmentWriter.Write(_directory, name, buffer);
            var reader = new SegmentReader(_directory, number, Schema);
            lock (_lock)
            {
                _working.Add(reader, buffer.Deleted, buffer.LiveKeys);
            }
        });
    }

    /// <summary>Writes a segment whose files no manifest names yet without their being cleaned away.</summary>
    internal void WriteProtected(string name, Action<string> write)
    {
        _cleaner.Protect(name);
        try
        {
            write(name);
        }
        finally
        {
            _cleaner.Unprotect(name);
        }
    }

    internal long TakeNumber() => Interlocked.Increment(ref _nextNumber) - 1;

    /// <summary>Replaces merged segments by their merged one and publishes that.</summary>
    internal void ReplaceMerged(MergeResult merged)
    {
        lock (_lock)
        {
            var published = new SegmentList(_published.Segments);
            try
            {
                published.Replace(merged, null);
                Publish(published, CurrentManifest.Notes, CurrentManifest.Attachments);
                var views = published.Views.Where(view => view.Reader == merged.Reader).ToList();
                if (views.Count > 0)
                {
                    _working.Replace(merged, views[0].Deletes);
                }
            }
            finally
            {
                published.Release();
            }
        }
    }

    // Writing a builder's segment is a fifth of a build: builders write side by side.
    private static void FlushAll(DocumentBuilder[] builders)
    {
        try
        {
            Parallel.ForEach(builders, builder => builder.Flush());
        }
        catch (AggregateException several)
        {
            // Whoever catches asks for the kind of failure (disk full, say), not for how many met it.
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
    }

    private Dictionary<string, string> WriteAttachments()
    {
        var attachments = new Dictionary<string, string>(CurrentManifest.Attachments);
        foreach (var (name, content) in _newAttachments)
        {
            var file = SegmentFiles.NameOf(TakeNumber()) + ".att";
            Attachment.Write(_directory, file, content);
            _directory.Sync(file);
            attachments[name] = file;
        }

        return attachments;
    }

    private void Publish(SegmentList list, IReadOnlyDictionary<string, string> notes, IReadOnlyDictionary<string, string> attachments)
    {
        list.WriteDeletes(_directory);
        list.SyncNew(_directory, CurrentManifest);
        var manifest = new Manifest(
            CurrentManifest.Version + 1, Schema.Fingerprint, Interlocked.Read(ref _nextNumber),
            [.. list.Views.Select(view => new ManifestSegment(view.Reader.Number, view.Deletes.Generation))],
            notes, attachments);
        manifest.Publish(_directory);
        CurrentManifest = manifest;
        var old = _published;
        _published = new Snapshot(_directory, Schema, manifest, list.RetainedViews());
        old.Dispose();
        _cleaner.RemoveUnused(manifest, _working.Views);
    }
}
