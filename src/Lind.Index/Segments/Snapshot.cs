using Lind.Index.Postings;
using Lind.Index.Schemas;
using Lind.Index.Storage;
using Lind.Index.Terms;

namespace Lind.Index.Segments;

/// <summary>One state of an index, unchanged for as long as it is held. Thread-safe.</summary>
/// <remarks>Counts who holds it: <see cref="Retain"/> adds one, <see cref="Dispose"/> takes one away; with the last one the
/// files are closed. A reader never blocks a writer, nor the other way round.</remarks>
public sealed class Snapshot : IDisposable
{
    private readonly IndexDirectory _directory;
    private readonly Manifest _manifest;
    private int _holders = 1;

    internal Snapshot(IndexDirectory directory, IndexSchema schema, Manifest manifest, IReadOnlyList<SegmentView> segments)
    {
        (_directory, Schema, _manifest, Segments) = (directory, schema, manifest, segments);
        DocumentCount = segments.Sum(segment => (long)segment.Reader.Documents - segment.Deletes.Count);
        Checksum = segments.Aggregate(0u, (sum, segment) => (sum * 31) + segment.Reader.Checksum);
    }

    /// <summary>The version of the files' format that this program writes. Older ones are not read: such an index has to be built
    /// anew.</summary>
    public static int FormatVersion => (int)FileFormat.Version;

    /// <summary>The index's schema.</summary>
    public IndexSchema Schema { get; }

    /// <summary>Grows with every publication.</summary>
    public long Version => _manifest.Version;

    /// <summary>Of the segments' descriptions: tells indexes apart that have come to the same version.</summary>
    public uint Checksum { get; }

    /// <summary>How many documents there are, deleted ones left out.</summary>
    public long DocumentCount { get; }

    /// <summary>What the writer noted at the last commit.</summary>
    public IReadOnlyDictionary<string, string> Notes => _manifest.Notes;

    /// <summary>The names of the attached files.</summary>
    public IEnumerable<string> Attachments => _manifest.Attachments.Keys;

    internal IReadOnlyList<SegmentView> Segments { get; }

    /// <summary>Opens the last published state.</summary>
    /// <param name="directory">Where the index is.</param>
    /// <param name="schema">What it was written for.</param>
    /// <param name="previous">An older state of the same index, held by the caller meanwhile: what both have in common is
    /// opened and unpacked once. Null for none.</param>
    /// <exception cref="IndexFormatException">There is no index, it is damaged, or it was written for another
    /// schema.</exception>
    public static Snapshot Open(IndexDirectory directory, IndexSchema schema, Snapshot? previous = null)
    {
        const int attempts = 5;
        for (var attempt = 1; ; attempt++)
        {
            var manifest = Manifest.Read(directory);
            try
            {
                return Open(directory, schema, manifest, previous);
            }
            catch (IndexFormatException) when (attempt < attempts && Manifest.Read(directory).Version != manifest.Version)
            {
                // Another process published a newer state and removed files of this one meanwhile: read again.
            }
        }
    }

    /// <summary>Whether the directory holds an index.</summary>
    public static bool ExistsIn(IndexDirectory directory) => Manifest.ExistsIn(directory);

    /// <summary>Adds a holder.</summary>
    public Snapshot Retain()
    {
        ObjectDisposedException.ThrowIf(_holders <= 0, this);
        Interlocked.Increment(ref _holders);
        return this;
    }

    /// <summary>Takes a holder away.</summary>
    public void Dispose()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
        {
            foreach (var segment in Segments)
            {
                segment.Reader.Release();
            }
        }
    }

    /// <summary>The content of an attached file; null: there is none of that name.</summary>
    public byte[]? ReadAttachment(string name) =>
        _manifest.Attachments.TryGetValue(name, out var file) ? Attachment.Read(_directory, file) : null;

    /// <summary>Whether there is a document with this key.</summary>
    public bool Contains(long key) => TryFind(key, out _, out _);

    /// <summary>The keys of all documents, in no particular order.</summary>
    public IEnumerable<long> Keys() =>
        from segment in Segments
        from document in Enumerable.Range(0, segment.Reader.Documents)
        where !segment.Deletes.IsDeleted(document)
        select segment.Reader.KeyOf(document);

    /// <summary>In how many rows of a table a term stands, deleted ones included.</summary>
    public int RowsWith(int table, ReadOnlySpan<byte> term)
    {
        var rows = 0;
        foreach (var segment in Segments)
        {
            if (segment.Reader.Tables[table].Dictionary.TryFind(term, out var place))
            {
                rows += place.Rows;
            }
        }

        return rows;
    }

    /// <summary>How many rows a table has, deleted ones included.</summary>
    public long RowCount(int table) => Segments.Sum(segment => (long)segment.Reader.Tables[table].Rows);

    /// <summary>In how many rows a text field has tokens, deleted ones included.</summary>
    public int RowsWithField(int table, int field) => RowsWith(table, TokenBuffer.PresenceTerm(field));

    /// <summary>The mean number of tokens a row has in the fields of a length group.</summary>
    public double MeanLength(int table, int group)
    {
        var rows = RowCount(table);
        return rows == 0 ? 0 : Segments.Sum(segment => segment.Reader.Tables[table].Place.LengthTotals[group]) / (double)rows;
    }

    /// <summary>The terms of a table that start with a prefix, in byte order.</summary>
    public IEnumerable<TermCount> Terms(int table, ReadOnlyMemory<byte> prefix = default) =>
        TermListing.Merge([.. Segments.Select(segment => segment.Reader.Tables[table].Dictionary)], prefix);

    /// <summary>The terms of a table at most so many edits (insert, remove, replace, swap neighbours; of bytes) from the
    /// given one, that share its first <paramref name="sharedPrefix"/> bytes; in byte order.</summary>
    public IEnumerable<NearTerm> NearTerms(int table, ReadOnlyMemory<byte> term, int maxEdits, int sharedPrefix = 1) =>
        TermListing.Near([.. Segments.Select(segment => segment.Reader.Tables[table].Dictionary)], term, maxEdits, sharedPrefix);

    /// <summary>Compares all checksums and walks through all structures.</summary>
    /// <exception cref="IndexFormatException">Something is damaged; the message names the file.</exception>
    public void Verify(CancellationToken cancellation = default)
    {
        foreach (var segment in Segments)
        {
            segment.Reader.Verify(cancellation);
            SegmentCheck.Run(segment.Reader, cancellation);
        }

        foreach (var file in _manifest.Attachments.Values)
        {
            Attachment.Read(_directory, file);
        }
    }

    internal bool TryFind(long key, out SegmentView segment, out int document)
    {
        foreach (var candidate in Segments)
        {
            document = candidate.Reader.FindKey(key);
            if (document >= 0 && !candidate.Deletes.IsDeleted(document))
            {
                segment = candidate;
                return true;
            }
        }

        (segment, document) = (default, -1);
        return false;
    }

    private static Snapshot Open(IndexDirectory directory, IndexSchema schema, Manifest manifest, Snapshot? previous)
    {
        if (manifest.SchemaFingerprint != schema.Fingerprint)
        {
            throw IndexFormatException.In(Manifest.FileName, "the index was written for another schema");
        }

        var segments = new List<SegmentView>();
        try
        {
            foreach (var (number, generation) in manifest.Segments)
            {
                var reader = Shared(previous, directory, number) ?? new SegmentReader(directory, number, schema);
                segments.Add(new SegmentView(reader, Deletes.None(0)));
                segments[^1] = new SegmentView(reader, Deletes.Read(directory, reader.Name, generation, reader.Documents));
            }
        }
        catch
        {
            segments.ForEach(segment => segment.Reader.Release());
            throw;
        }

        return new Snapshot(directory, schema, manifest, segments);
    }

    // The other snapshot's open segment of this number, held once more; null when it has none, or one of other files.
    private static SegmentReader? Shared(Snapshot? previous, IndexDirectory directory, long number)
    {
        var reader = previous?.Segments.FirstOrDefault(segment => segment.Reader.Number == number).Reader;
        if (reader is null || !reader.IsOf(directory))
        {
            return null;
        }

        reader.Retain();
        return reader;
    }
}

/// <summary>A segment and what of it is deleted in a snapshot.</summary>
internal readonly record struct SegmentView(SegmentReader Reader, Deletes Deletes);
