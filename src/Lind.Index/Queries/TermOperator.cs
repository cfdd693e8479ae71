using System.Runtime.CompilerServices;
using System.Numerics;
using Lind.Index.Encoding;
using Lind.Index.Postings;
using Lind.Index.Terms;

namespace Lind.Index.Queries;

/// <summary>The rows in which a term stands in one of the searched fields.</summary>
internal sealed class TermOperator : Operator
{
    private readonly BlockWalk _walk;
    private readonly TermWeights _weights;
    private readonly Similarity? _similarity; // null: the weight itself is the score
    private readonly float _factor;
    private readonly int _rows;
    private float _worthy; // hits that weigh less need no score

    /// <param name="context">The table.</param>
    /// <param name="place">The term's postings.</param>
    /// <param name="fields">The searched fields.</param>
    /// <param name="similarity">How to score; null: the weight of the hits itself is the score.</param>
    /// <param name="factor">What the weight is multiplied with.</param>
    /// <param name="most">Whether the weight of hits is to be what they can weigh at most.</param>
    internal TermOperator(
        SearchContext context, in TermPlace place, FieldWeights fields, Similarity? similarity, float factor = 1, bool most = false)
    {
        _factor = factor;
        _rows = context.Rows;
        _weights = new TermWeights(ProfileWeights.Of(context.Reader, fields), most);
        _similarity = similarity;
        _walk = new BlockWalk(context.Reader.Postings, place);
    }

    internal override long Cost => _walk.Cursor.RowCount;

    internal override float MostScore => _similarity?.Most ?? float.PositiveInfinity;

    internal override void NeedOnly(float score) => _worthy = _similarity is null ? 0 : _similarity.LeastWeight(score) / _factor;

    internal override int NextFrom(int row) => _walk.NextFrom(row);

    internal override void Fill(int start, ReadOnlySpan<ulong> allowed, Span<ulong> result, Span<float> scores)
    {
        result.Clear();
        if (_walk.IsSparse(allowed, _rows))
        {
            FillAllowed(start, allowed, result, scores);
            return;
        }

        for (_walk.LoadFor((uint)start); !_walk.AtEnd; _walk.LoadNext())
        {
            var rows = _walk.Cursor.Rows;
            if (rows[0] >= start + Window)
            {
                return;
            }

            FillBlock(start, allowed, result, scores);
            if (rows[^1] >= start + Window)
            {
                return;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FillBlock(int start, ReadOnlySpan<ulong> allowed, Span<ulong> result, Span<float> scores)
    {
        var (first, end) = _walk.Within(start);
        var rows = _walk.Cursor.Rows[first..end];
        var weights = _weights.Of(_walk.Cursor)[first..end];
        if (scores.IsEmpty)
        {
            MarkRows(start, rows, weights, allowed, result);
            return;
        }

        var lengths = _similarity is null ? [] : _similarity.Lengths;
        for (var i = 0; i < rows.Length; i++)
        {
            var place = (int)rows[i] - start;
            if (!allowed.IsEmpty && !BitWindow.Has(allowed, place))
            {
                continue;
            }

            var weight = weights[i];
            if (weight > 0)
            {
                BitWindow.Set(result, place);
                if (weight >= _worthy)
                {
                    scores[place] += _similarity is null ? weight * _factor : _similarity.Score(weight * _factor, lengths, (int)rows[i]);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MarkRows(
        int start, ReadOnlySpan<uint> rows, ReadOnlySpan<float> weights, ReadOnlySpan<ulong> allowed, Span<ulong> result)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            // No branch on the weight: whether a row's hits are in searched fields is hard to foresee.
            var place = (int)rows[i] - start;
            if (allowed.IsEmpty || BitWindow.Has(allowed, place))
            {
                result[place >> 6] |= (weights[i] > 0 ? 1UL : 0) << (place & 63);
            }
        }
    }

    /// <summary>Looks the allowed rows up one by one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FillAllowed(int start, ReadOnlySpan<ulong> allowed, Span<ulong> result, Span<float> scores)
    {
        for (var word = 0; word < allowed.Length; word++)
        {
            for (var bits = allowed[word]; bits != 0; bits &= bits - 1)
            {
                var place = (word << 6) + BitOperations.TrailingZeroCount(bits);
                var row = (uint)(start + place);
                var i = _walk.Find(row);
                if (i >= 0)
                {
                    AddRow(i, place, row, result, scores);
                }
            }
        }
    }

    private void AddRow(int i, int place, uint row, Span<ulong> result, Span<float> scores)
    {
        var weight = _weights.Of(_walk.Cursor, i);
        if (weight > 0)
        {
            BitWindow.Set(result, place);
            if (!scores.IsEmpty && weight >= _worthy)
            {
                scores[place] += _similarity is null
                    ? weight * _factor
                    : _similarity.Score(weight * _factor, _similarity.Lengths, (int)row);
            }
        }
    }
}
