using System.Numerics;
using Lind.Index.Encoding;
using Lind.Index.Postings;
using Lind.Index.Terms;

namespace Lind.Index.Queries;

/// <summary>The rows in which a term stands in one of the searched fields.</summary>
internal sealed class TermOperator : Operator
{
    // Below this share of a block's rows that are allowed, looking each one up beats walking the list.
    private const int SparseFactor = 16;

    private readonly PostingsCursor _cursor = new();
    private readonly ProfileWeights _weights;
    private readonly Similarity? _similarity; // null: the weight itself is the score
    private readonly float _factor;
    private readonly int _rows;
    private float _worthy; // hits that weigh less need no score
    private int _block;

    /// <param name="context">The table.</param>
    /// <param name="place">The term's postings.</param>
    /// <param name="fields">The searched fields.</param>
    /// <param name="similarity">How to score; null: the weight of the hits itself is the score.</param>
    /// <param name="factor">What the weight is multiplied with.</param>
    internal TermOperator(SearchContext context, in TermPlace place, FieldWeights fields, Similarity? similarity, float factor = 1)
    {
        _factor = factor;
        _rows = context.Rows;
        _weights = ProfileWeights.Of(context.Reader, fields);
        _similarity = similarity;
        _cursor.Reset(context.Reader.Postings, place);
    }

    internal override long Cost => _cursor.RowCount;

    internal override float MostScore => _similarity?.Most ?? float.PositiveInfinity;

    internal override void NeedOnly(float score) => _worthy = _similarity is null ? 0 : _similarity.LeastWeight(score) / _factor;

    internal override int NextFrom(int row)
    {
        LoadFor((uint)row);
        if (_block >= _cursor.Blocks)
        {
            return int.MaxValue;
        }

        var rows = _cursor.Rows;
        return rows[^1] < row ? int.MaxValue : Math.Max(row, (int)rows[0]);
    }

    internal override void Fill(int start, ReadOnlySpan<ulong> allowed, Span<ulong> result, Span<float> scores)
    {
        result.Clear();
        if (!allowed.IsEmpty && (long)BitWindow.Count(allowed) * SparseFactor < (long)_cursor.RowCount * Window / Math.Max(Window, _rows))
        {
            FillAllowed(start, allowed, result, scores);
            return;
        }

        for (LoadFor((uint)start); _block < _cursor.Blocks; LoadNext())
        {
            var rows = _cursor.Rows;
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

    private void FillBlock(int start, ReadOnlySpan<ulong> allowed, Span<ulong> result, Span<float> scores)
    {
        var rows = _cursor.Rows;
        var first = rows[0] >= start ? 0 : LowerBound(rows, (uint)start);
        var end = rows[^1] < start + Window ? rows.Length : LowerBound(rows, (uint)(start + Window));
        rows = rows[first..end];
        var profiles = _cursor.Profiles[first..end];
        if (scores.IsEmpty)
        {
            MarkRows(start, rows, profiles, allowed, result);
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

            var weight = _weights[profiles[i]];
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

    private void MarkRows(
        int start, ReadOnlySpan<uint> rows, ReadOnlySpan<uint> profiles, ReadOnlySpan<ulong> allowed, Span<ulong> result)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            // No branch on the weight: whether a row's hits are in searched fields is hard to foresee.
            var place = (int)rows[i] - start;
            if (allowed.IsEmpty || BitWindow.Has(allowed, place))
            {
                result[place >> 6] |= (_weights[profiles[i]] > 0 ? 1UL : 0) << (place & 63);
            }
        }
    }

    /// <summary>Looks the allowed rows up one by one.</summary>
    private void FillAllowed(int start, ReadOnlySpan<ulong> allowed, Span<ulong> result, Span<float> scores)
    {
        for (var word = 0; word < allowed.Length; word++)
        {
            for (var bits = allowed[word]; bits != 0; bits &= bits - 1)
            {
                var place = (word << 6) + BitOperations.TrailingZeroCount(bits);
                var row = (uint)(start + place);
                LoadFor(row);
                if (_block >= _cursor.Blocks)
                {
                    return;
                }

                var i = LowerBound(_cursor.Rows, row);
                if (i < _cursor.Count && _cursor.Rows[i] == row)
                {
                    AddRow(i, place, row, result, scores);
                }
            }
        }
    }

    private void AddRow(int i, int place, uint row, Span<ulong> result, Span<float> scores)
    {
        var weight = _weights[_cursor.Profiles[i]];
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

    private void LoadFor(uint row)
    {
        _block = _cursor.FindBlock(_cursor.StartFor(_block, row), row);
        if (_block < _cursor.Blocks && _cursor.Block != _block)
        {
            _cursor.Load(_block);
        }
    }

    private void LoadNext()
    {
        if (++_block < _cursor.Blocks)
        {
            _cursor.Load(_block);
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
