using Lind.Index.Columns;
using Lind.Index.Encoding;
using Lind.Index.Postings;
using Lind.Index.Storage;
using Lind.Index.Terms;

namespace Lind.Index.Segments;

/// <summary>Writes collected documents as a segment.</summary>
internal static class SegmentWriter
{
    internal static void Write(IndexDirectory directory, string name, SegmentBuffer buffer)
    {
        using var files = new SegmentFiles(directory, name);
        var tables = new TablePlace[buffer.Tables.Length];
        for (var i = 0; i < tables.Length; i++)
        {
            tables[i] = WriteTable(files, buffer.Tables[i], buffer.Keys.Count);
        }

        var keys = WriteKeys(files.Columns, [.. buffer.Keys], out var order);
        files.Finish(new SegmentPlace(keys, order, tables));
    }

    /// <summary>Writes the keys by document, and the documents' order by key unless they stand in it.</summary>
    internal static NumbersPlace WriteKeys(IndexOutput output, long[] keys, out Section order)
    {
        var place = ColumnWriter.WriteNumbers(keys, output);
        var documents = Enumerable.Range(0, keys.Length).ToArray();
        var sorted = (long[])keys.Clone();
        Array.Sort(sorted, documents);
        order = default;
        if (!sorted.AsSpan().SequenceEqual(keys) || HasTwice(sorted))
        {
            SortEqualKeys(sorted, documents);
            order = new Section(output.Align(), documents.Length * 4L);
            output.WriteValues<int>(documents);
        }

        return place;
    }

    /// <summary>Writes how many nested rows each document has, from the document of each row.</summary>
    internal static Section WriteRowCounts(IndexOutput output, ReadOnlySpan<uint> parents, int documents)
    {
        var counts = new long[documents];
        foreach (var parent in parents)
        {
            counts[parent]++;
        }

        return parents.IsEmpty ? default : PackedNumbers.Write(counts, 0, output);
    }

    /// <summary>Writes the length codes of each row.</summary>
    internal static Section WriteLengths(IndexOutput output, ReadOnlySpan<byte> codes)
    {
        var numbers = new long[codes.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = codes[i];
        }

        return PackedNumbers.Write(numbers, 0, output);
    }

    private static TablePlace WriteTable(SegmentFiles files, TableBuffer table, int documents)
    {
        table.Tokens.EndRows();
        var row = table.Tokens.Row;
        var orders = table.Tokens.Streams.Positions.BestOrders();
        var profiles = ProfileSet.ByUse(table.Tokens.Streams.Profiles, table.Tokens.Streams.ProfileCounts, out var renumbered);
        var (postings, positions) = (files.Postings.Align(), files.Positions.Align());
        var terms = new BufferTerms(table.Tokens, table.Schema.TextFields.Count, renumbered).Write(
            new PostingsWriter(files.Postings, files.Positions, profiles.Count, new PositionLayout(orders, table.Schema.AsideFrom)), profiles);
        var (blocks, offsets) = terms.Finish(files.Terms);
        var (starts, codes) = ProfileReader.Write(files.Terms, profiles);
        return new TablePlace
        {
            Rows = table.Rows,
            TermCount = terms.Count,
            Terms = blocks,
            TermOffsets = offsets,
            ProfileStarts = starts,
            Profiles = codes,
            ProfileCount = profiles.Count,
            Postings = new Section(postings, files.Postings.Position - postings),
            Positions = new Section(positions, files.Positions.Position - positions),
            RowCounts = WriteRowCounts(files.Columns, table.Parents.Values, documents),
            Orders = orders,
            FieldTokens = row.TotalLengths,
            FieldRows = row.TotalRows,
            LengthTotals = table.LengthTotals,
            Lengths = [.. table.Lengths.Select(codes => WriteLengths(files.Columns, codes.Written))],
            Columns = [.. table.Columns.Select(column => ColumnWriter.Write(column, table.Rows, files.Columns))],
        };
    }

    private static bool HasTwice(long[] sorted) => sorted.Zip(sorted.Skip(1)).Any(pair => pair.First == pair.Second);

    private static void SortEqualKeys(long[] sorted, int[] documents)
    {
        for (var i = 0; i < sorted.Length;)
        {
            var end = i + 1;
            while (end < sorted.Length && sorted[end] == sorted[i])
            {
                end++;
            }

            Array.Sort(documents, i, end - i);
            i = end;
        }
    }
}
