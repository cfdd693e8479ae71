using System.Numerics;
using System.Runtime.CompilerServices;

namespace Lind.Index.Queries;

/// <summary>The rows that match all children; scores add up.</summary>
/// <remarks>The child with the fewest matches goes first, dear ones later; each following one is asked only about the rows that
/// are left. Invariant: the rows left never grow from child to child.</remarks>
internal sealed class AndOperator : Operator
{
    // A row's positions take about so many times what its place in a list takes to read.
    private const int DearFactor = 16;

    private readonly Operator[] _children;
    private readonly ulong[] _left = new ulong[Words];

    internal AndOperator(IEnumerable<Operator> children) =>
        _children = [.. children.OrderBy(child => child.IsDear ? child.Cost * DearFactor : child.Cost)];

    internal override long Cost => _children.Min(child => child.Cost);

    internal override bool IsDear => Array.Exists(_children, child => child.IsDear);

    internal override float MostScore => _children.Sum(child => child.MostScore);

    internal override void NeedOnly(float score) => ShareOut(_children, score);

    /// <summary>Of a sum, each part needs only what the others at their most leave to it.</summary>
    internal static void ShareOut(Operator[] children, float score)
    {
        foreach (var child in children)
        {
            var others = 0f;
            foreach (var other in children)
            {
                others += other == child ? 0 : other.MostScore;
            }

            child.NeedOnly(score - others);
        }
    }

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
    private readonly ulong[] _open = new ulong[Words];
    private readonly float[] _scores = children.All(child => child.LeavesOthersAlone) ? [] : new float[Window];
    private bool _isNeeded = true; // whether any score can matter

    internal override long Cost { get; } = children.Sum(child => child.Cost);

    internal override bool IsDear { get; } = Array.Exists(children, child => child.IsDear);

    internal override float MostScore => children.Sum(child => child.MostScore);

    internal override void NeedOnly(float score)
    {
        _isNeeded = !(AtMost(MostScore) < score);
        AndOperator.ShareOut(children, score);
    }

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
        scores = _isNeeded ? scores : [];
        foreach (var child in children)
        {
            var asked = allowed;
            if (scores.IsEmpty && child.IsDear && !BitWindow.IsEmpty(result))
            {
                BitWindow.Subtract(allowed, result, _open);
                asked = _open;
            }

            if (child.NextFrom(start) >= start + Window || (!asked.IsEmpty && BitWindow.IsEmpty(asked)))
            {
                continue;
            }

            if (scores.IsEmpty || child.LeavesOthersAlone)
            {
                child.Fill(start, asked, _rows, scores);
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
/// <remarks>Without a share, rows that have more already than a dear child can give are not asked for again: the phrases of
/// synonyms are only looked for where the words themselves do not stand.</remarks>
internal sealed class BestOperator(Operator[] children, float tie) : Operator
{
    private readonly ulong[] _open = new ulong[Words];
    private readonly ulong[] _rows = new ulong[Words];
    private readonly float[] _scores = new float[Window];
    private readonly float[] _best = new float[Window];
    private readonly float[] _sum = new float[Window];
    private float _needed = float.NegativeInfinity;

    internal override long Cost { get; } = children.Sum(child => child.Cost);

    internal override bool IsDear { get; } = Array.Exists(children, child => child.IsDear);

    internal override float MostScore
    {
        get
        {
            var (most, sum) = (0f, 0f);
            foreach (var child in children)
            {
                most = Math.Max(most, child.MostScore);
                sum += child.MostScore;
            }

            return tie == 0 || float.IsInfinity(most) ? most : most + (tie * (sum - most));
        }
    }

    internal override void NeedOnly(float score)
    {
        _needed = score;

        // Without a tie factor a child that does not reach the score cannot be the best one that does.
        for (var i = 0; i < children.Length && tie == 0; i++)
        {
            children[i].NeedOnly(score);
        }
    }

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
            var asked = allowed;
            if (child.IsDear && tie == 0 && !BitWindow.IsEmpty(result))
            {
                ChooseOpen(AtMost(child.MostScore), allowed, result, scores.IsEmpty);
                asked = _open;
            }

            if (child.NextFrom(start) >= start + Window || (!asked.IsEmpty && BitWindow.IsEmpty(asked)))
            {
                continue;
            }

            if (scores.IsEmpty)
            {
                child.Fill(start, asked, _rows, []);
            }
            else
            {
                Array.Clear(_scores);
                child.Fill(start, asked, _rows, _scores);
                Take();
            }

            BitWindow.Or(result, _rows);
        }

        AddUp(result, scores);
    }

    /// <summary>The allowed rows to which a child that scores so much at most can make a difference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ChooseOpen(float most, ReadOnlySpan<ulong> allowed, ReadOnlySpan<ulong> result, bool withoutScores)
    {
        BitWindow.Subtract(allowed, result, _open);
        for (var i = 0; i < Words && !withoutScores && most >= _needed; i++)
        {
            for (var word = result[i]; word != 0; word &= word - 1)
            {
                var place = (i << 6) + BitOperations.TrailingZeroCount(word);
                _open[i] |= _best[place] < most ? 1UL << place : 0;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
    private readonly ulong[] _worth = new ulong[Words];
    private float _needed = float.NegativeInfinity;
    private readonly float[] _scores = bonus.LeavesOthersAlone ? [] : new float[Window];

    internal override long Cost => required.Cost;

    internal override float MostScore => required.MostScore + bonus.MostScore;

    internal override void NeedOnly(float score)
    {
        _needed = score;
        required.NeedOnly(score - bonus.MostScore);
    }

    internal override bool LeavesOthersAlone => required.LeavesOthersAlone;

    internal override bool IsDear => required.IsDear;

    internal override int NextFrom(int row) => required.NextFrom(row);

    internal override void Fill(int start, ReadOnlySpan<ulong> allowed, Span<ulong> result, Span<float> scores)
    {
        required.Fill(start, allowed, result, scores);
        if (scores.IsEmpty || BitWindow.IsEmpty(result) || bonus.NextFrom(start) >= start + Window)
        {
            return;
        }

        // It is often a phrase, and most rows of a large result are far from the first hits already.
        result.CopyTo(_worth);
        if (float.IsFinite(_needed))
        {
            bonus.LeaveOut(start, _worth, scores, _needed);
        }

        if (BitWindow.IsEmpty(_worth))
        {
            return;
        }

        if (bonus.LeavesOthersAlone)
        {
            bonus.Fill(start, _worth, _rows, scores);
            return;
        }

        Array.Clear(_scores);
        bonus.Fill(start, _worth, _rows, _scores);
        ScoreWindow.Add(scores, _rows, _scores);
    }
}
