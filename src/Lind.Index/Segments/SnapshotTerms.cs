using Lind.Index.Columns;
using Lind.Index.Postings;
using Lind.Index.Schemas;
using Lind.Index.Terms;

namespace Lind.Index.Segments;

/// <summary>One occurrence of a term in a document.</summary>
/// <param name="Field">The text field.</param>
/// <param name="Position">Its place among the field's tokens; values stand one after another, some free places between them.</param>
/// <param name="Surface">How it is written.</param>
/// <param name="IsFirst">Whether it stands first in its value.</param>
/// <param name="IsLast">Whether it stands last in its value.</param>
public readonly record struct TermHit(int Field, int Position, ReadOnlyMemory<byte> Surface, bool IsFirst, bool IsLast);

/// <summary>A keyword and how many rows have it (deleted ones included).</summary>
public readonly record struct KeywordCount(ReadOnlyMemory<byte> Value, int Rows)
{
    /// <summary>The keyword as UTF-8 text.</summary>
    public string Text => System.Text.Encoding.UTF8.GetString(Value.Span);
}

/// <summary>Looks into a snapshot's terms and keywords, beyond what queries need.</summary>
public static class SnapshotTerms
{
    /// <summary>All written forms of a term, in byte order.</summary>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Surfaces(this Snapshot snapshot, int table, ReadOnlySpan<byte> term)
    {
        var surfaces = new SortedSet<byte[]>(Comparer<byte[]>.Create((x, y) => x.AsSpan().SequenceCompareTo(y)));
        foreach (var segment in snapshot.Segments)
        {
            var reader = segment.Reader.Tables[table];
            if (reader.Dictionary.TryFind(term, out var place))
            {
                var positions = Positions(reader, term, place);
                for (var symbol = 0; symbol < positions.Symbols.Count; symbol++)
                {
                    surfaces.Add(positions.Symbols.SurfaceOf(symbol).ToArray());
                }
            }
        }

        return [.. surfaces.Select(surface => (ReadOnlyMemory<byte>)surface)];
    }

    /// <summary>Where a term stands in a document's own text fields, by field and position.</summary>
    public static IReadOnlyList<TermHit> TermHits(this Snapshot snapshot, long key, ReadOnlySpan<byte> term) =>
        snapshot.TryFind(key, out var view, out var document) ? RowHits(view.Reader.Tables[0], document, term) : [];

    /// <summary>Where a term stands in the text fields of a nested row (from 0) of a document.</summary>
    public static IReadOnlyList<TermHit> TermHits(this Snapshot snapshot, long key, int table, int row, ReadOnlySpan<byte> term)
    {
        if (!snapshot.TryFind(key, out var view, out var document))
        {
            return [];
        }

        var reader = view.Reader.Tables[table];
        var first = reader.FirstRows;
        return first.IsEmpty || row < 0 || row >= (int)(first[document + 1] - first[document])
            ? []
            : RowHits(reader, (int)first[document] + row, term);
    }

    /// <summary>The values of a keyword column that start with a prefix, in byte order, with how many rows have each.</summary>
    public static IEnumerable<KeywordCount> KeywordValues(
        this Snapshot snapshot, int table, int column, ReadOnlyMemory<byte> prefix = default)
    {
        var counts = new SortedDictionary<byte[], int>(Comparer<byte[]>.Create((x, y) => x.AsSpan().SequenceCompareTo(y)));
        foreach (var segment in snapshot.Segments)
        {
            CountKeywords(segment.Reader.Tables[table].Columns[column], prefix.Span, counts);
        }

        return counts.Select(pair => new KeywordCount(pair.Key, pair.Value));
    }

    /// <summary>How many rows have a keyword (deleted ones included).</summary>
    /// <exception cref="ArgumentException">The column is not of keywords.</exception>
    public static int RowsWithKeyword(this Snapshot snapshot, int table, int column, ReadOnlySpan<byte> keyword)
    {
        var rows = 0;
        foreach (var segment in snapshot.Segments)
        {
            var reader = segment.Reader.Tables[table].Columns[column];
            var ordinal = Checked(reader).Keywords.Find(keyword);
            rows += ordinal < 0 ? 0 : reader.RowsByKeyword[ordinal];
        }

        return rows;
    }

    /// <summary>The keywords of a column from one on and before another (empty: to the end), segment by segment: one that several
    /// segments hold comes several times.</summary>
    /// <exception cref="ArgumentException">The column is not of keywords.</exception>
    public static IEnumerable<byte[]> KeywordsBetween(this Snapshot snapshot, int table, int column, byte[] from, byte[] before)
    {
        foreach (var segment in snapshot.Segments)
        {
            var keywords = Checked(segment.Reader.Tables[table].Columns[column]).Keywords;
            var first = keywords.FindAtLeast(from);
            var end = before.Length == 0 ? keywords.Count : keywords.FindAtLeast(before);
            foreach (var keyword in keywords.From(first, Math.Max(0, end - first)))
            {
                yield return keyword;
            }
        }
    }

    /// <summary>The column values of a document; null: there is none with this key.</summary>
    public static DocumentColumns? Columns(this Snapshot snapshot, long key) =>
        snapshot.TryFind(key, out var view, out var document) ? new DocumentColumns(view.Reader, document) : null;

    private static ColumnReader Checked(ColumnReader column) =>
        column.Kind == ColumnKind.Keyword ? column : throw new ArgumentException("The column is not of keywords.");

    private static void CountKeywords(ColumnReader column, ReadOnlySpan<byte> prefix, SortedDictionary<byte[], int> counts)
    {
        var first = Checked(column).Keywords.FindAtLeast(prefix);
        var rows = column.RowsByKeyword.AsSpan(first, Math.Max(0, column.Keywords.EndOfPrefix(prefix) - first));
        var i = 0;
        foreach (var keyword in column.Keywords.From(first, rows.Length))
        {
            counts[keyword] = counts.GetValueOrDefault(keyword) + rows[i++];
        }
    }

    private static List<TermHit> RowHits(TableReader table, int row, ReadOnlySpan<byte> term)
    {
        var found = new List<TermHit>();
        if (!table.Dictionary.TryFind(term, out var place))
        {
            return found;
        }

        var cursor = new PostingsCursor();
        cursor.Reset(table.Postings, place);
        var block = cursor.FindBlock(0, (uint)row);
        if (block >= cursor.Blocks)
        {
            return found;
        }

        cursor.Load(block);
        var at = cursor.Rows.BinarySearch((uint)row);
        if (at < 0)
        {
            return found;
        }

        var positions = Positions(table, term, place);
        positions.Read(cursor, at);
        foreach (var hit in positions.Hits)
        {
            var symbols = positions.Symbols;
            found.Add(new TermHit(
                hit.Field, hit.Position, symbols.SurfaceOf(hit.Symbol).ToArray(), symbols.IsFirst(hit.Symbol), symbols.IsLast(hit.Symbol)));
        }

        return found;
    }

    private static PositionReader Positions(TableReader table, ReadOnlySpan<byte> term, in TermPlace place)
    {
        var positions = new PositionReader();
        positions.Reset(table.Positions, term, place, table.FrequentProfiles, table.Layout);
        return positions;
    }
}
