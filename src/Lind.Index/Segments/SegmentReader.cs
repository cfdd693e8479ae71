using Lind.Index.Columns;
using Lind.Index.Schemas;
using Lind.Index.Storage;

namespace Lind.Index.Segments;

/// <summary>An open segment: immutable and thread-safe. Counts who uses it; the last one to release it closes the
/// files.</summary>
internal sealed class SegmentReader
{
    private readonly IndexFile[] _files = new IndexFile[SegmentFiles.All.Length];
    private readonly NumberArray _keys;
    private readonly Region _keyOrder;
    private int _users = 1;

    internal SegmentReader(IndexDirectory directory, long number, IndexSchema schema)
    {
        Number = number;
        Name = SegmentFiles.NameOf(number);
        try
        {
            for (var i = 0; i < _files.Length; i++)
            {
                var (extension, kind) = SegmentFiles.All[i];
                _files[i] = directory.Open(Name + extension);
                FileFormat.CheckFrame(_files[i], kind);
            }

            var place = ReadPlace(_files[0], schema);
            _keys = ReadKeys(place);
            _keyOrder = place.KeyOrder.In(_files[4]);
            Tables = [.. place.Tables.Select((table, i) =>
                new TableReader(schema.Tables[i], table, place.Tables[0].Rows, _files[1], _files[2], _files[3], _files[4]))];
        }
        catch
        {
            CloseFiles();
            throw;
        }
    }

    internal long Number { get; }

    internal string Name { get; }

    internal TableReader[] Tables { get; }

    /// <summary>How many documents there are, deleted ones included.</summary>
    internal int Documents => Tables[0].Rows;

    /// <summary>Name and length of each file.</summary>
    internal IEnumerable<(string Name, long Length)> Files => _files.Select(file => (file.Name, file.Content.Length));

    /// <summary>The checksum of the segment's description: lengths and counts of all it holds.</summary>
    internal uint Checksum => System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(FooterOf(_files[0])[8..]);

    internal long KeyOf(int document) => _keys[document];

    /// <summary>The last document with this key, or -1.</summary>
    internal int FindKey(long key)
    {
        var order = _keyOrder.As<uint>();
        int low = 0, high = Documents;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_keys[order.Length > 0 ? (int)order[middle] : middle] <= key)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        var document = low == 0 ? -1 : order.Length > 0 ? (int)order[low - 1] : low - 1;
        return document >= 0 && _keys[document] == key ? document : -1;
    }

    /// <summary>Compares all checksums.</summary>
    internal void Verify(CancellationToken cancellation)
    {
        foreach (var file in _files)
        {
            FileFormat.CheckContent(file, cancellation);
        }
    }

    /// <summary>Whether the directory's files are the ones this segment was read from: where an index was deleted and made
    /// anew, a number comes again.</summary>
    internal bool IsOf(IndexDirectory directory)
    {
        foreach (var known in _files)
        {
            using var file = directory.Open(known.Name);
            // Length and checksum stand in the footer.
            if (file.Content.Length != known.Content.Length
                || !FooterOf(file).SequenceEqual(FooterOf(known)))
            {
                return false;
            }
        }

        return true;
    }

    private static ReadOnlySpan<byte> FooterOf(IndexFile file) =>
        file.Content.Bytes(file.Content.Length - FileFormat.FooterLength, FileFormat.FooterLength);

    internal void Retain() => Interlocked.Increment(ref _users);

    internal void Release()
    {
        if (Interlocked.Decrement(ref _users) == 0)
        {
            CloseFiles();
        }
    }

    private static SegmentPlace ReadPlace(IndexFile file, IndexSchema schema)
    {
        // Small and needed whole, so its checksum is compared at every opening.
        FileFormat.CheckContent(file, CancellationToken.None);
        var length = (int)file.Content.Length - FileFormat.HeaderLength - FileFormat.FooterLength;
        var place = SegmentPlace.Read(file.Content.Bytes(FileFormat.HeaderLength, length));
        return place.Tables.Length == schema.Tables.Count
            ? place
            : throw IndexFormatException.In(file.Name, "the segment was written for another schema");
    }

    private NumberArray ReadKeys(SegmentPlace place)
    {
        var stored = new ulong[place.Tables[0].Rows];
        NestedRows.Unpack(place.Keys.Packed, stored.Length, _files[4], (row, key) => stored[row] = key);
        return new NumberArray(stored, place.Keys.Width, place.Keys.Lowest);
    }

    private void CloseFiles()
    {
        foreach (var file in _files)
        {
            file?.Dispose();
        }
    }
}
