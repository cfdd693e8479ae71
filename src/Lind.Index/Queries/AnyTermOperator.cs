using System.Numerics;
using System.Runtime.CompilerServices;

namespace Lind.Index.Queries;

/// <summary>The rows of any of several terms, whose hits count together as those of one.</summary>
internal sealed class AnyTermOperator(Operator[] terms, Similarity similarity) : Operator
{
    private readonly ulong[] _rows = new ulong[Words];
    private readonly float[] _weights = new float[Window];

    internal override long Cost { get; } = terms.Sum(term => term.Cost);

    internal override float MostScore => similarity.Most;

    internal override int NextFrom(int row)
    {
        var next = int.MaxValue;
        foreach (var term in terms)
        {
            next = Math.Min(next, term.NextFrom(row));
        }

        return next;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Fill(int start, ReadOnlySpan<ulong> allowed, Span<ulong> result, Span<float> scores)
    {
        result.Clear();
        Array.Clear(_weights);
        foreach (var term in terms)
        {
            if (term.NextFrom(start) < start + Window)
            {
                term.Fill(start, allowed, _rows, scores.IsEmpty ? [] : _weights);
                BitWindow.Or(result, _rows);
            }
        }

        var lengths = similarity.Lengths;
        for (var i = 0; i < Words && !scores.IsEmpty; i++)
        {
            for (var word = result[i]; word != 0; word &= word - 1)
            {
                var place = (i << 6) + BitOperations.TrailingZeroCount(word);
                scores[place] += similarity.Score(_weights[place], lengths, start + place);
            }
        }
    }
}
