using System.Numerics;
using Lind.Index.Columns;

namespace Lind.Index.Queries;

/// <summary>The child's rows, their scores times a factor that depends on a column.</summary>
internal sealed class ColumnFactorOperator(Operator child, ColumnReader column, Func<double, double> factor) : Operator
{
    private readonly float[] _scores = new float[Window];

    internal override long Cost => child.Cost;

    internal override bool IsDear => child.IsDear;

    internal override int NextFrom(int row) => child.NextFrom(row);

    internal override void Fill(int start, ReadOnlySpan<ulong> allowed, Span<ulong> result, Span<float> scores)
    {
        if (scores.IsEmpty)
        {
            child.Fill(start, allowed, result, []);
            return;
        }

        Array.Clear(_scores);
        child.Fill(start, allowed, result, _scores);
        for (var i = 0; i < result.Length; i++)
        {
            for (var word = result[i]; word != 0; word &= word - 1)
            {
                var place = (i << 6) + BitOperations.TrailingZeroCount(word);
                scores[place] += _scores[place] * (float)factor(column.FirstNumber(start + place));
            }
        }
    }
}
