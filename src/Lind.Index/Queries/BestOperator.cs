using System.Numerics;
using System.Runtime.CompilerServices;

namespace Lind.Index.Queries;

/// <summary>The rows that match any child; the best score and a share of the others.</summary>
/// <remarks>Without a share, rows that have more already than a dear child can give are not asked for again: the phrases of
/// synonyms are only looked for where the words themselves do not stand.</remarks>
internal sealed class BestOperator(Operator[] children, float tie) : Operator
{
    private readonly ulong[] _open = new ulong[Words];
    private readonly ulong[] _worth = new ulong[Words];
    private readonly ulong[] _rows = new ulong[Words];
    private readonly float[] _none = new float[Window]; // stays 0
    private readonly float[] _scores = new float[Window];
    private readonly float[] _best = new float[Window];
    private readonly float[] _sum = new float[Window];
    private float _needed = float.NegativeInfinity;

    internal override long Cost { get; } = children.Sum(child => child.Cost);

    internal override bool IsDear { get; } = Array.Exists(children, child => child.IsDear);

    internal override bool IsFound { get; } = Array.TrueForAll(children, child => !child.IsDear || child.IsFound);

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

    /// <summary>As <see cref="Operator.LeaveOut"/>: without a tie factor one child must reach the score.</summary>
    internal override void LeaveOut(int start, Span<ulong> rows, ReadOnlySpan<float> scores, float needed)
    {
        base.LeaveOut(start, rows, scores, needed);
        if (tie != 0 || BitWindow.IsEmpty(rows))
        {
            return;
        }

        Array.Clear(_open);
        foreach (var child in children)
        {
            if (child.IsDear)
            {
                rows.CopyTo(_worth);
                child.LeaveOut(start, _worth, scores, needed);
            }
            else
            {
                Array.Clear(_scores);
                child.Fill(start, rows, _rows, _scores);
                ChooseReaching(rows, scores, needed);
            }

            BitWindow.Or(_open, _worth);
        }

        BitWindow.And(rows, _open);
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
                ChooseOpen(start, child, allowed, result, scores.IsEmpty);
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

    /// <summary>The allowed rows to which a child can make a difference: those that do not match yet, and those in which it could
    /// be the best one and score what is needed.</summary>
    private void ChooseOpen(int start, Operator child, ReadOnlySpan<ulong> allowed, ReadOnlySpan<ulong> result, bool withoutScores)
    {
        BitWindow.Subtract(allowed, result, _open);
        var most = AtMost(child.MostScore);
        if (withoutScores || !(most >= _needed))
        {
            return;
        }

        ChooseBelow(most, result);
        if (float.IsFinite(_needed) && !child.IsFound && !BitWindow.IsEmpty(_worth))
        {
            child.LeaveOut(start, _worth, _none, _needed);
        }

        BitWindow.Or(_open, _worth);
    }

    /// <summary>The rows that have less than a score so far.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ChooseBelow(float most, ReadOnlySpan<ulong> result)
    {
        Array.Clear(_worth);
        for (var i = 0; i < Words; i++)
        {
            for (var word = result[i]; word != 0; word &= word - 1)
            {
                var place = (i << 6) + BitOperations.TrailingZeroCount(word);
                _worth[i] |= _best[place] < most ? 1UL << place : 0;
            }
        }
    }

    /// <summary>The rows that reach a score with what a child just gave those in which it stands.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ChooseReaching(ReadOnlySpan<ulong> rows, ReadOnlySpan<float> scores, float needed)
    {
        Array.Clear(_worth);
        for (var i = 0; i < Words; i++)
        {
            for (var word = rows[i]; word != 0; word &= word - 1)
            {
                var place = (i << 6) + BitOperations.TrailingZeroCount(word);
                var own = BitWindow.Has(_rows, place) ? _scores[place] : 0;
                _worth[i] |= AtMost(scores[place] + own) < needed ? 0 : 1UL << place;
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
