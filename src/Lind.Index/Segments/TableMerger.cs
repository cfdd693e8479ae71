using System.Runtime.InteropServices;
using Lind.Index.Columns;
using Lind.Index.Encoding;
using Lind.Index.Postings;
using Lind.Index.Schemas;
using Lind.Index.Storage;
using Lind.Index.Terms;

namespace Lind.Index.Segments;

/// <summary>A table to merge, and where each of its rows goes (-1: nowhere).</summary>
internal sealed record TableSource(TableReader Table, int[] NewRows)
{
    internal int Kept { get; } = NewRows.Count(row => row >= 0);
}

/// <summary>Writes one table out of several.</summary>
internal sealed class TableMerger(SegmentFiles files, TableSource[] sources, CancellationToken cancellation)
{
    private readonly TableSchema _schema = sources[0].Table.Schema;

    /// <summary>Writes everything but the parents of nested rows.</summary>
    internal TablePlace Write()
    {
        var (fieldTokens, fieldRows) = (new long[_schema.TextFields.Count], new int[_schema.TextFields.Count]);
        for (var field = 0; field < fieldTokens.Length; field++)
        {
            fieldTokens[field] = sources.Sum(source => Scaled(source, source.Table.Place.FieldTokens[field]));
            fieldRows[field] = (int)sources.Sum(source => Scaled(source, source.Table.Place.FieldRows[field]));
        }

        var orders = sources.MaxBy(source => source.Kept)!.Table.Place.Orders;
        var profiles = MergeProfiles(out var renumbered);
        var (postings, positions) = (files.Postings.Align(), files.Positions.Align());
        var merger = new TermMerger(sources, renumbered, profiles, cancellation);
        var terms = merger.Write(new PostingsWriter(
            files.Postings, files.Positions, profiles.Count, new PositionLayout(orders, _schema.AsideFrom)));
        var (blocks, offsets) = terms.Finish(files.Terms);
        var (starts, codes) = ProfileReader.Write(files.Terms, profiles);
        return new TablePlace
        {
            Rows = sources.Sum(source => source.Kept),
            TermCount = terms.Count,
            Terms = blocks,
            TermOffsets = offsets,
            ProfileStarts = starts,
            Profiles = codes,
            ProfileCount = profiles.Count,
            Postings = new Section(postings, files.Postings.Position - postings),
            Positions = new Section(positions, files.Positions.Position - positions),
            RowCounts = default,
            Orders = orders,
            FieldTokens = fieldTokens,
            FieldRows = fieldRows,
            LengthTotals = [.. Enumerable.Range(0, _schema.LengthGroups)
                .Select(group => sources.Sum(source => Scaled(source, source.Table.Place.LengthTotals[group])))],
            Lengths = [.. Enumerable.Range(0, _schema.LengthGroups).Select(MergeLengths)],
            Columns = [.. Enumerable.Range(0, _schema.Columns.Count).Select(MergeColumn)],
        };
    }

    /// <summary>Totals are not kept by row: what deleted rows take away is estimated.</summary>
    private static long Scaled(TableSource source, long total) =>
        source.NewRows.Length == 0 ? 0 : (long)Math.Ceiling(total * (source.Kept / (double)source.NewRows.Length));

    private ProfileSet MergeProfiles(out int[][] renumbered)
    {
        var all = new ByteTable();
        var counts = new List<int>();
        var numbers = new int[sources.Length][];
        for (var i = 0; i < sources.Length; i++)
        {
            var table = sources[i].Table;
            var used = ProfileUse.Count(table, sources[i].NewRows, cancellation);
            var walk = table.Profiles.From(0);
            numbers[i] = new int[used.Length];
            for (var profile = 0; profile < used.Length; profile++)
            {
                var codes = walk.Next();
                var number = used[profile] == 0 ? -1 : all.Add(MemoryMarshal.AsBytes(codes));
                numbers[i][profile] = number;
                if (number == counts.Count)
                {
                    counts.Add(0);
                }

                if (number >= 0)
                {
                    counts[number] += used[profile];
                }
            }
        }

        var merged = ProfileSet.ByUse(all.Strings, CollectionsMarshal.AsSpan(counts), out var ranks);
        renumbered = [.. numbers.Select(list => list.Select(number => number < 0 ? -1 : ranks[number]).ToArray())];
        return merged;
    }

    private Section MergeLengths(int group)
    {
        var codes = new ByteBuffer();
        foreach (var source in sources)
        {
            var old = source.Table.LengthsOf(group);
            for (var row = 0; row < old.Length; row++)
            {
                if (source.NewRows[row] >= 0)
                {
                    codes.WriteByte(old[row]);
                }
            }
        }

        return SegmentWriter.WriteLengths(files.Columns, codes.Written);
    }

    private ColumnPlace MergeColumn(int column)
    {
        cancellation.ThrowIfCancellationRequested();
        var kind = _schema.Columns[column].Kind;
        var buffer = new ColumnBuffer(kind);
        foreach (var source in sources)
        {
            var reader = source.Table.Columns[column];
            var keywords = reader.Keywords.All().Select(keyword => buffer.Keywords.Add(keyword)).ToArray();
            var at = 0;
            for (var row = 0; row < source.NewRows.Length; row++)
            {
                var count = reader.CountOf(row);
                at = reader.IsSingle ? row : at;
                for (var i = 0; i < count && source.NewRows[row] >= 0; i++)
                {
                    var value = reader.Numbers[at + i];
                    var high = kind == ColumnKind.Range ? value + reader.Spans[at + i] : 0;
                    buffer.Add(source.NewRows[row], kind == ColumnKind.Keyword ? keywords[value] : value, high);
                }

                at += count;
            }
        }

        return ColumnWriter.Write(buffer, sources.Sum(source => source.Kept), files.Columns);
    }
}
