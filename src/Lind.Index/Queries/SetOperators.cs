using System.Numerics;

namespace Lind.Index.Queries;

/// <summary>Every row, with a constant score.</summary>
internal sealed class AllOperator(int rows, float score) : Operator
{
    internal override long Cost => rows;

    internal override float MostScore => Math.Max(0, score);

    internal override int NextFrom(int row) => row < rows ? row : int.MaxValue;

    internal override void Fill(int start, ReadOnlySpan<ulong> allowed, Span<ulong> result, Span<float> scores)
    {
        BitWindow.SetFirst(result, rows - start);
        BitWindow.And(result, allowed);
        ConstantOperator.AddTo(scores, result, score);
    }
}

/// <summary>No row.</summary>
internal sealed class NoneOperator : Operator
{
    internal override long Cost => 0;

    internal override float MostScore => 0;

    internal override int NextFrom(int row) => int.MaxValue;

    internal override void Fill(int start, ReadOnlySpan<ulong> allowed, Span<ulong> result, Span<float> scores) => result.Clear();
}

/// <summary>The rows of a sorted list.</summary>
internal sealed class ListOperator(int[] rows, float[] rowScores) : Operator
{
    private int _at;

    internal override long Cost => rows.Length;

    internal override float MostScore { get; } = rowScores.DefaultIfEmpty(0).Max();

    internal override int NextFrom(int row)
    {
        _at = _at > 0 && rows[_at - 1] >= row ? 0 : _at;
        while (_at < rows.Length && rows[_at] < row)
        {
            _at++;
        }

        return _at < rows.Length ? rows[_at] : int.MaxValue;
    }

    internal override void Fill(int start, ReadOnlySpan<ulong> allowed, Span<ulong> result, Span<float> scores)
    {
        result.Clear();
        NextFrom(start);
        for (; _at < rows.Length && rows[_at] < start + Window; _at++)
        {
            var place = rows[_at] - start;
            if (allowed.IsEmpty || BitWindow.Has(allowed, place))
            {
                BitWindow.Set(result, place);
                if (!scores.IsEmpty)
                {
                    scores[place] += rowScores[_at];
                }
            }
        }
    }
}

/// <summary>The child's rows with one score for all.</summary>
internal sealed class ConstantOperator(Operator child, float score) : Operator
{
    internal override long Cost => child.Cost;

    internal override bool IsDear => child.IsDear;

    internal override float MostScore => Math.Max(0, score);

    internal override int NextFrom(int row) => child.NextFrom(row);

    internal override void Fill(int start, ReadOnlySpan<ulong> allowed, Span<ulong> result, Span<float> scores)
    {
        child.Fill(start, allowed, result, []);
        AddTo(scores, result, score);
    }

    internal static void AddTo(Span<float> scores, ReadOnlySpan<ulong> rows, float score)
    {
        if (scores.IsEmpty || score == 0)
        {
            return;
        }

        for (var i = 0; i < rows.Length; i++)
        {
            for (var word = rows[i]; word != 0; word &= word - 1)
            {
                scores[(i << 6) + BitOperations.TrailingZeroCount(word)] += score;
            }
        }
    }
}

/// <summary>The rows that do not match the child.</summary>
internal sealed class NotOperator(Operator child, int rows) : Operator
{
    internal override long Cost => Math.Max(0, rows - child.Cost);

    internal override bool IsDear => child.IsDear;

    internal override float MostScore => 0;

    internal override int NextFrom(int row) => row < rows ? row : int.MaxValue;

    internal override void Fill(int start, ReadOnlySpan<ulong> allowed, Span<ulong> result, Span<float> scores)
    {
        child.Fill(start, allowed, result, []);
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = ~result[i];
        }

        Span<ulong> inTable = stackalloc ulong[Words];
        BitWindow.SetFirst(inTable, rows - start);
        BitWindow.And(result, inTable);
        BitWindow.And(result, allowed);
    }
}
