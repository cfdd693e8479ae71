using Lind.Index.Postings;
using Lind.Index.Storage;
using Lind.Index.Terms;

namespace Lind.Index.Queries;

/// <summary>Walks through a term's blocks of rows, mostly forward.</summary>
internal sealed class BlockWalk
{
    // Below this share of a window's rows that are allowed, looking each one up beats walking the list.
    private const int SparseFactor = 16;

    private int _block;

    internal BlockWalk(Region postings, in TermPlace place) => Cursor.Reset(postings, place);

    /// <summary>The block at hand.</summary>
    internal PostingsCursor Cursor { get; } = new();

    /// <summary>Whether the term has no further block.</summary>
    internal bool AtEnd => _block >= Cursor.Blocks;

    /// <summary>A row not below <paramref name="row"/> such that none of the term's lies before it;
    /// <see cref="int.MaxValue"/>: there are no more.</summary>
    internal int NextFrom(int row)
    {
        LoadFor((uint)row);
        if (AtEnd)
        {
            return int.MaxValue;
        }

        var rows = Cursor.Rows;
        return rows[^1] < row ? int.MaxValue : Math.Max(row, (int)rows[0]);
    }

    /// <summary>Whether so few rows are allowed that each should be looked up.</summary>
    internal bool IsSparse(ReadOnlySpan<ulong> allowed, int tableRows) =>
        !allowed.IsEmpty
        && (long)BitWindow.Count(allowed) * SparseFactor < (long)Cursor.RowCount * Operator.Window / Math.Max(Operator.Window, tableRows);

    /// <summary>The places in the block of the rows within a window.</summary>
    internal (int First, int End) Within(int start)
    {
        var rows = Cursor.Rows;
        return (
            rows[0] >= start ? 0 : LowerBound(rows, (uint)start),
            rows[^1] < start + Operator.Window ? rows.Length : LowerBound(rows, (uint)(start + Operator.Window)));
    }

    /// <summary>Goes to the block that may hold a row; returns the row's place there, below 0: the term has not this
    /// row.</summary>
    internal int Find(uint row)
    {
        LoadFor(row);
        if (AtEnd)
        {
            return -1;
        }

        var place = LowerBound(Cursor.Rows, row);
        return place < Cursor.Count && Cursor.Rows[place] == row ? place : -1;
    }

    internal void LoadFor(uint row)
    {
        _block = Cursor.FindBlock(Cursor.StartFor(_block, row), row);
        if (_block < Cursor.Blocks && Cursor.Block != _block)
        {
            Cursor.Load(_block);
        }
    }

    internal void LoadNext()
    {
        if (++_block < Cursor.Blocks)
        {
            Cursor.Load(_block);
        }
    }

    private static int LowerBound(ReadOnlySpan<uint> rows, uint row)
    {
        int low = 0, high = rows.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (rows[middle] < row)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
