using Lind.Index.Columns;
using Lind.Index.Encoding;
using Lind.Index.Schemas;
using Lind.Index.Storage;

namespace Lind.Index.Segments;

/// <summary>Writes the documents of several segments that are not deleted as one segment, in their order.</summary>
internal static class SegmentMerger
{
    internal static MergeResult Merge(
        IndexDirectory directory, long number, IndexSchema schema, IReadOnlyList<SegmentView> group, CancellationToken cancellation)
    {
        var name = SegmentFiles.NameOf(number);
        var documents = Renumber(group, (view, document) => !view.Deletes.IsDeleted(document), 0);
        using (var files = new SegmentFiles(directory, name))
        {
            var tables = new TablePlace[schema.Tables.Count];
            var keys = Keys(group, documents);
            for (var table = 0; table < tables.Length; table++)
            {
                var rows = table == 0 ? documents : RenumberNested(group, table);
                var sources = group.Select((view, i) => new TableSource(view.Reader.Tables[table], rows[i])).ToArray();
                tables[table] = new TableMerger(files, sources, cancellation).Write();
                if (table > 0 && tables[table].Rows > 0)
                {
                    tables[table] = WithParents(tables[table], files, sources, documents, keys.Length);
                }
            }

            var place = SegmentWriter.WriteKeys(files.Columns, keys, out var order);
            files.Finish(new SegmentPlace(place, order, tables));
        }

        return new MergeResult(
            new SegmentReader(directory, number, schema), [.. group.Select((view, i) => new MergeSource(view.Reader, documents[i]))]);
    }

    private static int[][] Renumber(IReadOnlyList<SegmentView> group, Func<SegmentView, int, bool> isKept, int table)
    {
        var next = 0;
        return [.. group.Select(view => Enumerable.Range(0, view.Reader.Tables[table].Rows)
            .Select(row => isKept(view, row) ? next++ : -1).ToArray())];
    }

    private static int[][] RenumberNested(IReadOnlyList<SegmentView> group, int table) =>
        Renumber(group, (view, row) => !view.Deletes.IsDeleted((int)view.Reader.Tables[table].Parents[row]), table);

    private static long[] Keys(IReadOnlyList<SegmentView> group, int[][] documents)
    {
        var keys = new List<long>();
        for (var i = 0; i < group.Count; i++)
        {
            for (var document = 0; document < documents[i].Length; document++)
            {
                if (documents[i][document] >= 0)
                {
                    keys.Add(group[i].Reader.KeyOf(document));
                }
            }
        }

        return [.. keys];
    }

    private static TablePlace WithParents(TablePlace place, SegmentFiles files, TableSource[] sources, int[][] documents, int count)
    {
        var parents = new UIntBuffer();
        for (var i = 0; i < sources.Length; i++)
        {
            var old = sources[i].Table.Parents;
            for (var row = 0; row < old.Length; row++)
            {
                if (sources[i].NewRows[row] >= 0)
                {
                    parents.Add((uint)documents[i][old[row]]);
                }
            }
        }

        return place with { RowCounts = SegmentWriter.WriteRowCounts(files.Columns, parents.Values, count) };
    }
}
