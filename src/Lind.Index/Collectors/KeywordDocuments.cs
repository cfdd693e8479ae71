using Lind.Index.Columns;
using Lind.Index.Schemas;
using Lind.Index.Segments;

namespace Lind.Index.Collectors;

/// <summary>How many documents hold a keyword.</summary>
/// <param name="Text">The spelling that stands most often.</param>
/// <param name="Documents">Documents that hold it in any spelling, each once.</param>
public readonly record struct KeywordDocumentCount(string Text, int Documents);

/// <summary>Counts documents by keyword over several keyword columns together.</summary>
public static class KeywordDocuments
{
    /// <summary>The documents of every keyword that any of the columns holds: a document counts once for a keyword, however often and
    /// in which of the columns it holds it. Exact; deleted documents are left out.</summary>
    /// <param name="snapshot">What is counted; held by the caller meanwhile.</param>
    /// <param name="columns">Keyword columns of the documents.</param>
    /// <param name="keyOf">What makes two spellings one keyword; called once for each spelling of a segment.</param>
    /// <param name="cancellation">Looked at now and then.</param>
    /// <exception cref="ArgumentException">A column is not of keywords.</exception>
    public static IReadOnlyDictionary<string, KeywordDocumentCount> Count(
        Snapshot snapshot, IReadOnlyList<int> columns, Func<string, string> keyOf, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(keyOf);
        if (columns.Any(column => snapshot.Schema.Documents.Columns[column].Kind != ColumnKind.Keyword))
        {
            throw new ArgumentException("A column is not of keywords.", nameof(columns));
        }

        var all = new Dictionary<string, (string Text, int Most, int Documents)>(StringComparer.Ordinal);
        foreach (var view in snapshot.Segments)
        {
            var keys = new SegmentKeys([.. columns.Select(column => view.Reader.Tables[0].Columns[column])], keyOf);
            var counts = keys.Count(view, cancellation);
            foreach (var (key, number) in keys.Numbers)
            {
                var (text, most) = keys.Spellings[number];
                var known = all.GetValueOrDefault(key, (text, 0, 0));
                all[key] = (most > known.Item2 ? text : known.Item1, Math.Max(most, known.Item2), known.Item3 + counts[number]);
            }
        }

        return all.Where(one => one.Value.Documents > 0)
            .ToDictionary(one => one.Key, one => new KeywordDocumentCount(one.Value.Text, one.Value.Documents), StringComparer.Ordinal);
    }

    /// <summary>The keywords of a segment's columns under common numbers.</summary>
    private sealed class SegmentKeys
    {
        private readonly ColumnReader[] _columns;
        private readonly int[][] _numbers; // by column and ordinal

        internal SegmentKeys(ColumnReader[] columns, Func<string, string> keyOf)
        {
            _columns = columns;
            _numbers = [.. columns.Select(column => NumbersOf(column, keyOf))];
        }

        internal Dictionary<string, int> Numbers { get; } = new(StringComparer.Ordinal);

        /// <summary>The most frequent spelling of each number, with its rows.</summary>
        internal List<(string Text, int Rows)> Spellings { get; } = [];

        internal int[] Count(SegmentView view, CancellationToken cancellation)
        {
            var counts = new int[Numbers.Count];
            var lastRow = new int[Numbers.Count];
            Array.Fill(lastRow, -1);
            for (var row = 0; row < view.Reader.Documents; row++)
            {
                if ((row & 0xFFFF) == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                }

                for (var column = 0; column < _columns.Length && !view.Deletes.IsDeleted(row); column++)
                {
                    Add(_columns[column], _numbers[column], row, counts, lastRow);
                }
            }

            return counts;
        }

        private static void Add(ColumnReader column, int[] numbers, int row, int[] counts, int[] lastRow)
        {
            var count = new ValueCursor(column).ValuesOf(row, out var value);
            for (var end = value + count; value < end; value++)
            {
                var number = numbers[(int)column.Numbers[value]];
                counts[number] += lastRow[number] == row ? 0 : 1;
                lastRow[number] = row;
            }
        }

        private int[] NumbersOf(ColumnReader column, Func<string, string> keyOf)
        {
            var numbers = new int[column.Keywords.Count];
            var ordinal = 0;
            foreach (var keyword in column.Keywords.All())
            {
                var text = System.Text.Encoding.UTF8.GetString(keyword);
                var key = keyOf(text);
                var rows = column.RowsByKeyword[ordinal];
                if (!Numbers.TryGetValue(key, out var number))
                {
                    Numbers[key] = number = Spellings.Count;
                    Spellings.Add((text, rows));
                }
                else if (rows > Spellings[number].Rows)
                {
                    Spellings[number] = (text, rows);
                }

                numbers[ordinal++] = number;
            }

            return numbers;
        }
    }
}
