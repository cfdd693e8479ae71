namespace Lind.Index.Queries;

/// <summary>The child's rows, all with so much more score.</summary>
internal sealed class RaisedOperator(Operator child, float more) : Operator
{
    internal override long Cost => child.Cost;

    internal override float MostScore => child.MostScore + more;

    internal override bool LeavesOthersAlone => child.LeavesOthersAlone;

    internal override bool IsDear => child.IsDear;

    internal override void NeedOnly(float score) => child.NeedOnly(score - more);

    internal override int NextFrom(int row) => child.NextFrom(row);

    internal override void Fill(int start, ReadOnlySpan<ulong> allowed, Span<ulong> result, Span<float> scores)
    {
        child.Fill(start, allowed, result, scores);
        ConstantOperator.AddTo(scores, result, more);
    }
}
