using System.Runtime.CompilerServices;
using System.Numerics;
using Lind.Index.Postings;
using Lind.Index.Terms;

namespace Lind.Index.Queries;

/// <summary>The rows in which a term stands in whatever field; no scores.</summary>
/// <remarks>For the candidates of phrases, whose fields are looked at when the rows of all slots have been intersected.</remarks>
internal sealed class RowsOperator : Operator
{
    private readonly BlockWalk _walk;
    private readonly int _rows;

    internal RowsOperator(SearchContext context, in TermPlace place)
    {
        _walk = new BlockWalk(context.Reader.Postings, place);
        _rows = context.Rows;
    }

    internal override long Cost => _walk.Cursor.RowCount;

    internal override float MostScore => 0;

    internal override int NextFrom(int row) => _walk.NextFrom(row);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Fill(int start, ReadOnlySpan<ulong> allowed, Span<ulong> result, Span<float> scores)
    {
        result.Clear();
        if (_walk.IsSparse(allowed, _rows))
        {
            FillAllowed(start, allowed, result);
            return;
        }

        for (_walk.LoadFor((uint)start); !_walk.AtEnd; _walk.LoadNext())
        {
            var rows = _walk.Cursor.Rows;
            if (rows[0] >= start + Window)
            {
                break;
            }

            var (first, end) = _walk.Within(start);
            foreach (var row in rows[first..end])
            {
                BitWindow.Set(result, (int)row - start);
            }

            if (rows[^1] >= start + Window)
            {
                break;
            }
        }

        BitWindow.And(result, allowed);
    }

    private void FillAllowed(int start, ReadOnlySpan<ulong> allowed, Span<ulong> result)
    {
        for (var word = 0; word < allowed.Length; word++)
        {
            for (var bits = allowed[word]; bits != 0; bits &= bits - 1)
            {
                var place = (word << 6) + BitOperations.TrailingZeroCount(bits);
                if (_walk.Find((uint)(start + place)) >= 0)
                {
                    BitWindow.Set(result, place);
                }
            }
        }
    }
}
