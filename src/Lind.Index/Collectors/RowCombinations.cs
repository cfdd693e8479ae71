using Lind.Index.Columns;
using Lind.Index.Schemas;
using Lind.Index.Segments;

namespace Lind.Index.Collectors;

/// <summary>Nested rows that hold the same three keywords and lie at the same point, or have none.</summary>
/// <param name="Keywords">The rows' first keyword of each column asked for; null where a row has none.</param>
/// <param name="Latitude">Degrees north; null where the rows have no point.</param>
/// <param name="Longitude">Degrees east; null where the rows have no point.</param>
/// <param name="Rows">How many rows, those of deleted documents included.</param>
public sealed record RowCombination(IReadOnlyList<string?> Keywords, double? Latitude, double? Longitude, int Rows);

/// <summary>Lists what combinations of values the rows of a nested table hold, for gazetteers and the like.</summary>
public static class RowCombinations
{
    private const int None = -1;

    /// <summary>The different combinations of three keyword columns and a point column, in no particular order. Deleted
    /// documents' rows count until their segment is merged.</summary>
    /// <exception cref="ArgumentException">A column is not of the kind said.</exception>
    public static IReadOnlyList<RowCombination> Of(
        Snapshot snapshot, int table, (int First, int Second, int Third) keywords, int point, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var columns = snapshot.Schema.Tables[table].Columns;
        if (columns[point].Kind != ColumnKind.Point
            || new[] { keywords.First, keywords.Second, keywords.Third }.Any(column => columns[column].Kind != ColumnKind.Keyword))
        {
            throw new ArgumentException("A column is of another kind.", nameof(keywords));
        }

        var counts = new Dictionary<(string?, string?, string?, long?), int>();
        foreach (var view in snapshot.Segments)
        {
            Add(view.Reader.Tables[table].Columns, keywords, point, counts, cancellation);
        }

        return [.. counts.Select(one => new RowCombination(
            [one.Key.Item1, one.Key.Item2, one.Key.Item3],
            one.Key.Item4 is { } north ? PackedPoint.Latitude(north) : null, one.Key.Item4 is { } east ? PackedPoint.Longitude(east) : null, one.Value))];
    }

    // By ordinals first: words are read once for each combination of the segment, not once a row.
    private static void Add(
        ColumnReader[] columns, (int First, int Second, int Third) keywords, int point,
        Dictionary<(string?, string?, string?, long?), int> counts, CancellationToken cancellation)
    {
        var (first, second, third) = (columns[keywords.First], columns[keywords.Second], columns[keywords.Third]);
        var points = columns[point];
        var ordinals = new Dictionary<(int, int, int, long?), int>();
        for (var row = 0; row < points.Rows; row++)
        {
            if ((row & 0xFFFF) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            long? at = points.CountOf(row) > 0 ? points.Numbers[points.StartOf(row)] : null;
            var key = (OrdinalOf(first, row), OrdinalOf(second, row), OrdinalOf(third, row), at);
            ordinals[key] = ordinals.GetValueOrDefault(key) + 1;
        }

        foreach (var ((one, two, three, place), rows) in ordinals)
        {
            var key = (WordOf(first, one), WordOf(second, two), WordOf(third, three), place);
            counts[key] = counts.GetValueOrDefault(key) + rows;
        }
    }

    private static int OrdinalOf(ColumnReader column, int row) =>
        column.CountOf(row) == 0 ? None : (int)column.Numbers[column.StartOf(row)];

    private static string? WordOf(ColumnReader column, int ordinal) =>
        ordinal == None ? null : System.Text.Encoding.UTF8.GetString(column.Keywords[ordinal]);
}
