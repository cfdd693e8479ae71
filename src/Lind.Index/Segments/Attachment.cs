using Lind.Index.Storage;

namespace Lind.Index.Segments;

/// <summary>A file of the caller's that is published together with a snapshot (kind ATTA): the bytes as they came.</summary>
internal static class Attachment
{
    private const string Kind = "ATTA";

    internal static void Write(IndexDirectory directory, string file, ReadOnlySpan<byte> content)
    {
        using var output = new IndexOutput(directory, file, Kind);
        output.Write(content);
        output.Finish();
    }

    internal static byte[] Read(IndexDirectory directory, string name)
    {
        using var file = directory.Open(name);
        FileFormat.CheckFrame(file, Kind);
        FileFormat.CheckContent(file, CancellationToken.None);
        var length = file.Content.Length - FileFormat.HeaderLength - FileFormat.FooterLength;
        return file.Content.Bytes(FileFormat.HeaderLength, (int)length).ToArray();
    }
}
