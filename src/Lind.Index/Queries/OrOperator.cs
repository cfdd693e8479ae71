namespace Lind.Index.Queries;

/// <summary>The rows that match any child; scores add up.</summary>
/// <remarks>Dear children come last, and are asked only about rows that match no other, or that their scores could lift high
/// enough: with "heart", "heart failure" is looked for in a few rows instead of 370,000 (docs/performance.md).</remarks>
internal sealed class OrOperator : Operator
{
    private readonly Operator[] _children;
    private readonly ulong[] _rows = new ulong[Words];
    private readonly ulong[] _open = new ulong[Words];
    private readonly ulong[] _worth = new ulong[Words];
    private readonly float[] _scores;
    private bool _isNeeded = true; // whether any score can matter
    private float _needed = float.NegativeInfinity;

    internal OrOperator(Operator[] children)
    {
        _children = [.. children.OrderBy(child => child.IsDear)];
        _scores = Array.TrueForAll(children, child => child.LeavesOthersAlone) ? [] : new float[Window];
        Cost = children.Sum(child => child.Cost);
        IsDear = Array.Exists(children, child => child.IsDear);
    }

    internal override long Cost { get; }

    internal override bool IsDear { get; }

    internal override float MostScore => _children.Sum(child => child.MostScore);

    internal override void NeedOnly(float score)
    {
        _needed = score;
        _isNeeded = !(AtMost(MostScore) < score);
        AndOperator.ShareOut(_children, score);
    }

    internal override int NextFrom(int row)
    {
        var next = int.MaxValue;
        foreach (var child in _children)
        {
            next = Math.Min(next, child.NextFrom(row));
        }

        return next;
    }

    internal override void Fill(int start, ReadOnlySpan<ulong> allowed, Span<ulong> result, Span<float> scores)
    {
        result.Clear();
        scores = _isNeeded ? scores : [];
        for (var i = 0; i < _children.Length; i++)
        {
            var child = _children[i];
            var asked = allowed;
            if (child.IsDear && !BitWindow.IsEmpty(result) && (scores.IsEmpty || (float.IsFinite(_needed) && !child.IsFound)))
            {
                ChooseOpen(start, i, allowed, result, scores);
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
                child.Fill(start, asked, _rows, _scores);
                ScoreWindow.Add(scores, _rows, _scores);
            }

            BitWindow.Or(result, _rows);
        }
    }

    /// <summary>The allowed rows to which a child can make a difference: those that do not match yet, and those that it could,
    /// together with the children behind it, lift to the score that is needed.</summary>
    private void ChooseOpen(int start, int child, ReadOnlySpan<ulong> allowed, ReadOnlySpan<ulong> result, ReadOnlySpan<float> scores)
    {
        BitWindow.Subtract(allowed, result, _open);
        if (scores.IsEmpty)
        {
            return;
        }

        var others = 0f;
        foreach (var other in _children.AsSpan(child + 1))
        {
            others += other.MostScore;
        }

        result.CopyTo(_worth);
        _children[child].LeaveOut(start, _worth, scores, _needed - others);
        BitWindow.Or(_open, _worth);
    }
}
