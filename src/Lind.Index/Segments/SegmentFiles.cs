using Lind.Index.Storage;

namespace Lind.Index.Segments;

/// <summary>The names of a segment's files and the outputs of those that are being written.</summary>
internal sealed class SegmentFiles : IDisposable
{
    internal const string PlaceKind = "SEGM";
    internal const string TermsKind = "TERM";
    internal const string PostingsKind = "POST";
    internal const string PositionsKind = "POSN";
    internal const string ColumnsKind = "COLS";
    internal const string DeletesKind = "DELS";

    /// <summary>Extension and kind of a segment's files, deletes apart.</summary>
    internal static readonly (string Extension, string Kind)[] All =
        [(".seg", PlaceKind), (".trm", TermsKind), (".pst", PostingsKind), (".pos", PositionsKind), (".col", ColumnsKind)];

    private readonly IndexDirectory _directory;
    private readonly string _name;

    internal SegmentFiles(IndexDirectory directory, string name)
    {
        _directory = directory;
        _name = name;
        Terms = new IndexOutput(directory, name + ".trm", TermsKind);
        Postings = new IndexOutput(directory, name + ".pst", PostingsKind);
        Positions = new IndexOutput(directory, name + ".pos", PositionsKind);
        Columns = new IndexOutput(directory, name + ".col", ColumnsKind);
    }

    internal IndexOutput Terms { get; }

    internal IndexOutput Postings { get; }

    internal IndexOutput Positions { get; }

    internal IndexOutput Columns { get; }

    /// <summary>The name of a segment with a number.</summary>
    internal static string NameOf(long number) => number.ToString("x8", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The name of a segment's deletes file of a generation (from 1).</summary>
    internal static string DeletesOf(string segment, int generation) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{segment}-{generation:x4}.del");

    /// <summary>Ends all files and writes the segment's own one.</summary>
    internal void Finish(SegmentPlace place)
    {
        Terms.Finish();
        Postings.Finish();
        Positions.Finish();
        Columns.Finish();
        var bytes = new Encoding.ByteBuffer();
        place.Write(bytes);
        using var output = new IndexOutput(_directory, _name + ".seg", PlaceKind);
        output.Write(bytes.Written);
        output.Finish();
    }

    /// <summary>Brings all files to the disk.</summary>
    internal static void Sync(IndexDirectory directory, string name)
    {
        foreach (var (extension, _) in All)
        {
            directory.Sync(name + extension);
        }
    }

    public void Dispose()
    {
        Terms.Dispose();
        Postings.Dispose();
        Positions.Dispose();
        Columns.Dispose();
    }
}
