using System.Text;

namespace Lind.Studies.Fields;

/// <summary>One line of <c>fields.tsv</c> after its path.</summary>
internal sealed record FieldRow(
    string Piece,
    string Type,
    string SourceType,
    string[] Flags,
    string[] AltPieces,
    string? Title,
    FieldLink? Link,
    string? Rules,
    string? Description);

/// <summary>Reads the embedded tables: tab-separated lines, empty cells at the end left out, headings above.</summary>
internal static class CatalogueData
{
    /// <summary>The lines of a table, each padded to the given number of cells.</summary>
    public static IEnumerable<string[]> Lines(string table, int cells, int headings = 1)
    {
        using var stream = typeof(CatalogueData).Assembly.GetManifestResourceStream(table)
            ?? throw new InvalidDataException($"The table {table} is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        for (var line = 0; reader.ReadLine() is { } text; line++)
        {
            if (line >= headings)
            {
                var found = text.Split('\t');
                yield return [.. found, .. Enumerable.Repeat("", Math.Max(0, cells - found.Length))];
            }
        }
    }

    /// <summary>The fields as the table lists them: a branch before its members.</summary>
    public static IEnumerable<(string Path, FieldRow Row)> Fields() => Lines("fields.tsv", 11).Select(cell =>
        (cell[0], new FieldRow(
            Piece: cell[1],
            Type: cell[2],
            SourceType: cell[3],
            Flags: Parts(cell[4]),
            AltPieces: Parts(cell[5]),
            Title: OrNull(cell[6]),
            Link: cell[7].Length == 0 && cell[8].Length == 0 ? null : new FieldLink(cell[7], cell[8]),
            Rules: OrNull(cell[9]),
            Description: OrNull(cell[10]))));

    /// <summary>The comma-separated parts of a cell.</summary>
    public static string[] Parts(string cell) => cell.Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The cell, or null when it is empty.</summary>
    public static string? OrNull(string cell) => cell.Length == 0 ? null : cell;
}
