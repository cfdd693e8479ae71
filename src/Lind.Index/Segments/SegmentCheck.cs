using Lind.Index.Postings;
using Lind.Index.Storage;
using Lind.Index.Terms;

namespace Lind.Index.Segments;

/// <summary>Walks through a segment's structures: what checksums cannot tell, a writer's mistake.</summary>
internal static class SegmentCheck
{
    /// <exception cref="IndexFormatException">A structure contradicts itself.</exception>
    internal static void Run(SegmentReader segment, CancellationToken cancellation)
    {
        for (var table = 0; table < segment.Tables.Length; table++)
        {
            try
            {
                CheckTerms(segment.Tables[table], cancellation);
                CheckColumns(segment.Tables[table], cancellation);
            }
            catch (Exception broken) when (broken is IndexOutOfRangeException or ArgumentException or InvalidDataException)
            {
                throw new IndexFormatException($"{segment.Name}: table {table} cannot be read: {broken.Message}", broken);
            }
        }
    }

    private static void CheckTerms(TableReader table, CancellationToken cancellation)
    {
        var terms = new TermCursor(table.Dictionary);
        var postings = new PostingsCursor();
        var positions = new PositionReader();
        byte[] previous = [];
        var count = 0;
        while (terms.MoveNext())
        {
            cancellation.ThrowIfCancellationRequested();
            Require(count == 0 || terms.Term.SequenceCompareTo(previous) > 0, "terms out of order");
            previous = terms.Term.ToArray();
            count++;
            postings.Reset(table.Postings, terms.Place);
            positions.Reset(table.Positions, terms.Term, terms.Place, table.FrequentProfiles, table.Layout);
            CheckPostings(table, postings, positions);
        }

        Require(count == table.Place.TermCount, "a wrong number of terms");
    }

    private static void CheckColumns(TableReader table, CancellationToken cancellation)
    {
        if (table.Place.RowCounts.Length > 0)
        {
            _ = table.FirstRows;
        }

        for (var group = 0; group < table.Schema.LengthGroups; group++)
        {
            _ = table.LengthsOf(group);
        }

        foreach (var column in table.Columns)
        {
            cancellation.ThrowIfCancellationRequested();
            column.Check();
        }
    }

    private static void CheckPostings(TableReader table, PostingsCursor postings, PositionReader positions)
    {
        long last = -1;
        for (var block = 0; block < postings.Blocks; block++)
        {
            postings.Load(block);
            for (var i = 0; i < postings.Count; i++)
            {
                Require(postings.Rows[i] > last && postings.Rows[i] < table.Rows, "rows out of order");
                last = postings.Rows[i];
                Require(postings.Profiles[i] < table.Profiles.Count, "a profile that is not there");
                positions.Read(postings, i);
                foreach (var hit in positions.Hits)
                {
                    Require(hit.Symbol < positions.Symbols.Count, "a symbol that is not there");
                }
            }
        }
    }

    private static void Require(bool condition, string problem)
    {
        if (!condition)
        {
            throw new InvalidDataException(problem);
        }
    }
}
