using System.IO.Compression;
using Lind.Store;

namespace Lind.Registry.Importing;

/// <summary>Reads the records of a file, whatever it is: decided by what is in it, its name only tips the scale between
/// lines and one document. A file or member that cannot be read is one rejected record; the next one goes on.</summary>
internal sealed class SourceReader(ImportLimits limits, Action<int> onRead)
{
    private const int PeekBytes = 4;

    private static ReadOnlySpan<byte> GzipMark => [0x1F, 0x8B];

    private static ReadOnlySpan<byte> ZipMark => "PK"u8;

    public IEnumerable<SourceRecord> Read(string path) => Guarded(path, ReadFile(path));

    private IEnumerable<SourceRecord> ReadFile(string path)
    {
        using var file = OpenFile(path);
        using var window = new InputWindow(file);
        Peek(window);
        if (!IsZip(window.Bytes))
        {
            foreach (var record in ReadContent(path, path, window, () => OpenFile(path), containers: 0))
            {
                yield return record;
            }

            yield break;
        }

        foreach (var record in ReadZip(path, file, beginsWithFile: window.Bytes[2] == 3))
        {
            yield return record;
        }
    }

    // The list of members stands at the end of an archive: it needs the file itself, not the window.
    private IEnumerable<SourceRecord> ReadZip(string path, Stream file, bool beginsWithFile)
    {
        file.Position = 0;
        using var archive = OpenList(file);
        if (archive is not null && (archive.Entries.Count > 0 || !beginsWithFile))
        {
            foreach (var record in archive.Entries.Select(ZipMember.Of).SelectMany(member => ReadMember(path, member)))
            {
                yield return record;
            }

            yield break;
        }

        foreach (var record in new UnlistedZip(file).Read().SelectMany(member => ReadMember(path, member)))
        {
            yield return record;
        }

        throw new InvalidDataException(archive is null
            ? "The archive is cut off or damaged: the list of its members cannot be read; the whole members were taken."
            : "The archive begins with a file but lists none.");
    }

    // Null: there is no list that can be read.
    private static ZipArchive? OpenList(Stream file)
    {
        ZipArchive? archive = null;
        try
        {
            archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            _ = archive.Entries.Count;
            return archive;
        }
        catch (InvalidDataException)
        {
            // Named by the caller, once the members were looked for.
            archive?.Dispose();
            return null;
        }
    }

    private IEnumerable<SourceRecord> ReadMember(string path, ZipMember member)
    {
        if (!member.IsFile)
        {
            return [];
        }

        var source = $"{path}!{member.FullName}";
        return member.IsEncrypted
            ? [SourceRecord.Broken(source, SourcePosition.Whole, "The member is encrypted.", [], member.Length)]
            : Guarded(source, Records());

        IEnumerable<SourceRecord> Records()
        {
            using var content = new CheckedZipMember(member);
            using var window = new InputWindow(content);
            Peek(window);
            foreach (var record in ReadContent(source, member.Name, window, member.Open, containers: 1))
            {
                yield return record;
            }
        }
    }

    private IEnumerable<SourceRecord> ReadContent(
        string source, string name, InputWindow window, Func<Stream> reopen, int containers)
    {
        if (window.Bytes.StartsWith(GzipMark))
        {
            return containers < limits.MaxContainers
                ? ReadGzip(source, name, window, reopen, containers + 1)
                : [Whole(source, "Compressed files inside compressed files, too many deep.", window)];
        }

        if (IsZip(window.Bytes))
        {
            return [Whole(source, "An archive inside a compressed file is not read: unpack it first.", window)];
        }

        return ReadText(source, name, window);
    }

    private IEnumerable<SourceRecord> ReadGzip(
        string source, string name, InputWindow packed, Func<Stream> reopen, int containers)
    {
        using var stream = new CheckedGzipStream(new WindowStream(packed), reopen);
        using var window = new InputWindow(stream);
        Peek(window);
        var inner = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        foreach (var record in ReadContent(
            source, inner, window, () => new GZipStream(reopen(), CompressionMode.Decompress), containers))
        {
            yield return record;
        }
    }

    private IEnumerable<SourceRecord> ReadText(string source, string name, InputWindow window)
    {
        // With its mark, or ASCII without it.
        if (window.Bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [not 0, 0, not 0, 0, ..] or [0, not 0, 0, not 0, ..])
        {
            return [Whole(source, "The text is UTF-16; only UTF-8 is taken.", window)];
        }

        InputBlanks.SkipMark(window);
        if (!InputBlanks.SkipTo(window, limits.MaxLeadingBlanks))
        {
            return [Whole(source, "The file is empty.", window)];
        }

        if (window.Bytes[0] == (byte)'<')
        {
            return [ReadXml(source, window)];
        }

        var lines = name.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase);
        return lines || window.Bytes[0] is (byte)'{' or (byte)'['
            ? new JsonSource(source, window, lines, limits).Read()
            : [Whole(source, "Neither JSON nor XML, nor a gzip or zip file of these.", window)];
    }

    private SourceRecord ReadXml(string source, InputWindow window)
    {
        while (window.Fill())
        {
            if (window.Bytes.Length > limits.MaxRecordBytes)
            {
                return Whole(source, $"Longer than {limits.MaxRecordBytes:N0} bytes.", window);
            }
        }

        return SourceRecord.Of(source, SourcePosition.Whole, StudyForm.Xml, window.Bytes.ToArray());
    }

    /// <summary>Passes the records on; where the source cannot be read further, one rejected record says so.</summary>
    private static IEnumerable<SourceRecord> Guarded(string source, IEnumerable<SourceRecord> records)
    {
        using var rest = records.GetEnumerator();
        while (true)
        {
            SourceRecord? broken = null;
            try
            {
                if (!rest.MoveNext())
                {
                    yield break;
                }
            }
            catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException
                or NotSupportedException)
            {
                broken = SourceRecord.Broken(
                    source, SourcePosition.Whole, $"Cannot be read (further): {error.Message}", [], -1);
            }

            yield return broken ?? rest.Current;
            if (broken is not null)
            {
                yield break;
            }
        }
    }

    private static void Peek(InputWindow window)
    {
        while (window.Bytes.Length < PeekBytes && window.Fill())
        {
            // Until there is enough to tell what it is, or no more.
        }
    }

    private static bool IsZip(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(ZipMark) && bytes.Length >= PeekBytes && bytes[2] is 3 or 5 or 7;

    private CountingStream OpenFile(string path) => new(
        new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 128 * 1024, FileOptions.SequentialScan),
        onRead);

    private static SourceRecord Whole(string source, string reason, InputWindow window) => SourceRecord.Broken(
        source, SourcePosition.Whole, reason, window.Bytes, window.Bytes.Length);
}
