using Lind.Index.Encoding;
using Lind.Index.Storage;

namespace Lind.Index.Segments;

/// <summary>One segment as a manifest names it.</summary>
internal readonly record struct ManifestSegment(long Number, int DeletesGeneration);

/// <summary>The list of what an index consists of: the one file that is replaced, by writing aside and renaming.</summary>
/// <remarks>
/// Kind MANI. After the header, var-ints unless said otherwise:
/// <code>
/// snapshot version | schema fingerprint: u64 | next file number | segments n | n × (number | generation of deletes, 0: none)
/// notes m | m × (name | value)    attachments a | a × (name | file name)       a string: length, UTF-8 bytes
/// </code>
/// </remarks>
internal sealed record Manifest(
    long Version,
    ulong SchemaFingerprint,
    long NextNumber,
    IReadOnlyList<ManifestSegment> Segments,
    IReadOnlyDictionary<string, string> Notes,
    IReadOnlyDictionary<string, string> Attachments)
{
    internal const string FileName = "manifest";
    internal const string Kind = "MANI";
    private const string AsideName = "manifest.new";

    internal static bool ExistsIn(IndexDirectory directory) => directory.List().Contains(FileName);

    /// <summary>Publishes: afterwards, and only afterwards, readers see this manifest.</summary>
    internal void Publish(IndexDirectory directory)
    {
        var bytes = new ByteBuffer();
        bytes.WriteVarInt((ulong)Version);
        bytes.WriteValues<ulong>([SchemaFingerprint]);
        bytes.WriteVarInt((ulong)NextNumber);
        bytes.WriteVarInt((uint)Segments.Count);
        foreach (var segment in Segments)
        {
            bytes.WriteVarInt((ulong)segment.Number);
            bytes.WriteVarInt((uint)segment.DeletesGeneration);
        }

        WriteStrings(bytes, Notes);
        WriteStrings(bytes, Attachments);
        using (var output = new IndexOutput(directory, AsideName, Kind))
        {
            output.Write(bytes.Written);
            output.Finish();
        }

        directory.Sync(AsideName);
        directory.Rename(AsideName, FileName);
        directory.SyncNames();
    }

    internal static Manifest Read(IndexDirectory directory)
    {
        using var file = directory.Open(FileName);
        FileFormat.CheckFrame(file, Kind);
        FileFormat.CheckContent(file, CancellationToken.None);
        var bytes = file.Content.Bytes(
            FileFormat.HeaderLength, (int)file.Content.Length - FileFormat.HeaderLength - FileFormat.FooterLength);
        var at = 0;
        var version = (long)VarInt.Read(bytes, ref at);
        var fingerprint = BitConverter.ToUInt64(bytes[at..]);
        at += 8;
        var next = (long)VarInt.Read(bytes, ref at);
        var segments = new ManifestSegment[VarInt.ReadInt(bytes, ref at)];
        for (var i = 0; i < segments.Length; i++)
        {
            segments[i] = new ManifestSegment((long)VarInt.Read(bytes, ref at), VarInt.ReadInt(bytes, ref at));
        }

        return new Manifest(version, fingerprint, next, segments, ReadStrings(bytes, ref at), ReadStrings(bytes, ref at));
    }

    private static void WriteStrings(ByteBuffer target, IReadOnlyDictionary<string, string> strings)
    {
        target.WriteVarInt((uint)strings.Count);
        foreach (var (name, value) in strings.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            foreach (var text in new[] { name, value })
            {
                var utf8 = System.Text.Encoding.UTF8.GetBytes(text);
                target.WriteVarInt((uint)utf8.Length);
                target.Write(utf8);
            }
        }
    }

    private static Dictionary<string, string> ReadStrings(ReadOnlySpan<byte> source, ref int at)
    {
        var strings = new Dictionary<string, string>();
        for (var count = VarInt.ReadInt(source, ref at); count > 0; count--)
        {
            var name = ReadString(source, ref at);
            strings[name] = ReadString(source, ref at);
        }

        return strings;
    }

    private static string ReadString(ReadOnlySpan<byte> source, ref int at)
    {
        var length = VarInt.ReadInt(source, ref at);
        at += length;
        return System.Text.Encoding.UTF8.GetString(source[(at - length)..at]);
    }
}
