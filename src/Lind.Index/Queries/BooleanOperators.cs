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
