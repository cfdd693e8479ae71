using System.Numerics;

namespace Lind.Index.Queries;

/// <summary>The rows that match all children; scores add up.</summary>
/// <remarks>The child with the fewest matches goes first; each following one is asked only about the rows that are left.
/// Invariant: the rows left never grow from child to child.</remarks>
internal sealed class AndOperator : Operator
{
    private readonly Operator[] _children;
    private readonly ulong[] _left = new ulong[Words];

    internal AndOperator(IEnumerable<Operator> children) => _children = [.. children.OrderBy(child => child.Cost)];

    internal override long Cost => _children[0].Cost;

    internal override bool LeavesOthersAlone => false;

    internal override int NextFrom(int row)
    {
        foreach (var child in _children)
        {
            row = child.NextFrom(row);
            if (row == int.MaxValue)
            {
                break;
            }
        }

        return row;
    }

    internal override void Fill(int start, ReadOnlySpan<ulong> allowed, Span<ulong> result, Span<float> scores)
    {
        _children[0].Fill(start, allowed, result, scores);
        for (var i = 1; i < _children.Length && !BitWindow.IsEmpty(result); i++)
        {
            result.CopyTo(_left);
            _children[i].Fill(start, _left, result, scores);
        }
    }
}

/// <summary>The rows that match any child; scores add up.</summary>
internal sealed class OrOperator(Operator[] children) : Operator
{
    private readonly ulong[] _rows = new ulong[Words];
    private readonly float[] _scores = children.All(child => child.LeavesOthersAlone) ? [] : new float[Window];

    internal override long Cost { get; } = children.Sum(child => child.Cost);

    internal override int NextFrom(int row)
    {
        var next = int.MaxValue;
        foreach (var child in children)
        {
            next = Math.Min(next, child.NextFrom(row));
        }

        return next;
    }

    internal override void Fill(int start, ReadOnlySpan<ulong> allowed, Span<ulong> result, Span<float> scores)
    {
        result.Clear();
        foreach (var child in children)
        {
            if (child.NextFrom(start) >= start + Window)
            {
                continue;
            }

            if (scores.IsEmpty || child.LeavesOthersAlone)
            {
                child.Fill(start, allowed, _rows, scores);
            }
            else
            {
                Array.Clear(_scores);
                child.Fill(start, allowed, _rows, _scores);
                ScoreWindow.Add(scores, _rows, _scores);
            }

            BitWindow.Or(result, _rows);
        }
    }
}

/// <summary>The rows that match any child; the best score and a share of the others.</summary>
internal sealed class BestOperator(Operator[] children, float tie) : Operator
{
    private readonly ulong[] _rows = new ulong[Words];
    private readonly float[] _scores = new float[Window];
    private readonly float[] _best = new float[Window];
    private readonly float[] _sum = new float[Window];

    internal override long Cost { get; } = children.Sum(child => child.Cost);

    internal override int NextFrom(int row)
    {
        var next = int.MaxValue;
        foreach (var child in children)
        {
            next = Math.Min(next, child.NextFrom(row));
        }

        return next;
    }

    internal override void Fill(int start, ReadOnlySpan<ulong> allowed, Span<ulong> result, Span<float> scores)
    {
        result.Clear();
        Array.Clear(_best);
        Array.Clear(_sum);
        foreach (var child in children)
        {
            if (child.NextFrom(start) >= start + Window)
            {
                continue;
            }

            if (scores.IsEmpty)
            {
                child.Fill(start, allowed, _rows, []);
            }
            else
            {
                Array.Clear(_scores);
                child.Fill(start, allowed, _rows, _scores);
                Take();
            }

            BitWindow.Or(result, _rows);
        }

        AddUp(result, scores);
    }

    private void Take()
    {
        for (var i = 0; i < Words; i++)
        {
            for (var word = _rows[i]; word != 0; word &= word - 1)
            {
                var place = (i << 6) + BitOperations.TrailingZeroCount(word);
                _best[place] = Math.Max(_best[place], _scores[place]);
                _sum[place] += _scores[place];
            }
        }
    }

    private void AddUp(ReadOnlySpan<ulong> rows, Span<float> scores)
    {
        for (var i = 0; i < rows.Length && !scores.IsEmpty; i++)
        {
            for (var word = rows[i]; word != 0; word &= word - 1)
            {
                var place = (i << 6) + BitOperations.TrailingZeroCount(word);
                scores[place] += _best[place] + (tie * (_sum[place] - _best[place]));
            }
        }
    }
}

/// <summary>The first child's rows; the second adds to the score where it matches.</summary>
internal sealed class BonusOperator(Operator required, Operator bonus) : Operator
{
    private readonly ulong[] _rows = new ulong[Words];
    private readonly float[] _scores = bonus.LeavesOthersAlone ? [] : new float[Window];

    internal override long Cost => required.Cost;

    internal override bool LeavesOthersAlone => required.LeavesOthersAlone;

    internal override int NextFrom(int row) => required.NextFrom(row);

    internal override void Fill(int start, ReadOnlySpan<ulong> allowed, Span<ulong> result, Span<float> scores)
    {
        required.Fill(start, allowed, result, scores);
        if (scores.IsEmpty || BitWindow.IsEmpty(result) || bonus.NextFrom(start) >= start + Window)
        {
            return;
        }

        if (bonus.LeavesOthersAlone)
        {
            bonus.Fill(start, result, _rows, scores);
            return;
        }

        Array.Clear(_scores);
        bonus.Fill(start, result, _rows, _scores);
        ScoreWindow.Add(scores, _rows, _scores);
    }
}
