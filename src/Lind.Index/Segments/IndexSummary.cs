using System.Globalization;
using System.Text;

namespace Lind.Index.Segments;

/// <summary>What an index consists of, in numbers, for people and for measuring.</summary>
/// <param name="Version">The snapshot's version.</param>
/// <param name="Documents">Documents, deleted ones left out.</param>
/// <param name="Bytes">The length of all files together.</param>
/// <param name="Segments">Each segment.</param>
public sealed record IndexSummary(long Version, long Documents, long Bytes, IReadOnlyList<SegmentSummary> Segments)
{
    /// <summary>The numbers of a snapshot.</summary>
    public static IndexSummary Of(Snapshot snapshot)
    {
        var segments = snapshot.Segments.Select(Summarise).ToArray();
        return new IndexSummary(
            snapshot.Version, snapshot.DocumentCount, segments.Sum(segment => segment.Files.Sum(file => file.Bytes)), segments);
    }

    /// <summary>The numbers as lines of text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"version {Version}, {Documents} documents, {Bytes} bytes, {Segments.Count} segments");
        foreach (var segment in Segments)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"segment {segment.Name}: {segment.Documents} documents, {segment.Deleted} deleted");
            text.AppendJoin("", segment.Files.Select(file => $"  {file.Name} {file.Bytes}\n"));
            foreach (var table in segment.Tables)
            {
                text.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"  table {table.Name}: {table.Rows} rows, {table.Tokens} tokens, {table.Terms} terms ({table.TermBytes} bytes), "
                    + $"{table.Profiles} hit profiles ({table.ProfileBytes} bytes), postings {table.PostingBytes} bytes, "
                    + $"positions {table.PositionBytes} bytes, columns {table.ColumnBytes} bytes");
            }
        }

        return text.ToString();
    }

    private static SegmentSummary Summarise(SegmentView view) => new(
        view.Reader.Name, view.Reader.Documents, view.Deletes.Count,
        [.. view.Reader.Files.Select(file => new FileSummary(file.Name, file.Length))],
        [.. view.Reader.Tables.Select(Summarise)]);

    private static TableSummary Summarise(TableReader table)
    {
        var place = table.Place;
        return new TableSummary(
            table.Schema.Name, table.Rows, place.FieldTokens.Sum(), place.TermCount, place.Terms.Length + place.TermOffsets.Length,
            table.Profiles.Count, place.ProfileStarts.Length + place.Profiles.Length, place.Postings.Length,
            place.Positions.Length,
            place.Columns.Sum(column => column.Present.Length + column.Counts.Length
                + column.Numbers.Packed.Length + column.Spans.Packed.Length + column.Keywords.Blocks.Length));
    }
}

/// <summary>The numbers of a segment.</summary>
public sealed record SegmentSummary(
    string Name, int Documents, int Deleted, IReadOnlyList<FileSummary> Files, IReadOnlyList<TableSummary> Tables);

/// <summary>A file and its length.</summary>
public sealed record FileSummary(string Name, long Bytes);

/// <summary>The numbers of a table of a segment.</summary>
public sealed record TableSummary(
    string Name, int Rows, long Tokens, int Terms, long TermBytes, int Profiles, long ProfileBytes, long PostingBytes,
    long PositionBytes, long ColumnBytes);
