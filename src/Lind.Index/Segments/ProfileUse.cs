using Lind.Index.Postings;
using Lind.Index.Terms;

namespace Lind.Index.Segments;

/// <summary>Counts how often each profile of a table is used by rows that are kept.</summary>
internal static class ProfileUse
{
    internal static int[] Count(TableReader table, int[] newRows, CancellationToken cancellation)
    {
        var counts = new int[table.Profiles.Count];
        var terms = new TermCursor(table.Dictionary);
        var postings = new PostingsCursor();
        while (terms.MoveNext())
        {
            cancellation.ThrowIfCancellationRequested();
            postings.Reset(table.Postings, terms.Place);
            for (var block = 0; block < postings.Blocks; block++)
            {
                postings.Load(block);
                var rows = postings.Rows;
                var profiles = postings.Profiles;
                for (var i = 0; i < rows.Length; i++)
                {
                    counts[profiles[i]] += newRows[rows[i]] >= 0 ? 1 : 0;
                }
            }
        }

        return counts;
    }
}
