using System.Numerics;
using System.Runtime.CompilerServices;

namespace Lind.Index.Queries;

/// <summary>The rows of one segment's table that match one query node, window by window, with their scores.</summary>
/// <remarks>Windows are asked for in ascending order, some may be left out; going back is allowed but may be slow. Not
/// thread-safe.</remarks>
internal abstract class Operator
{
    /// <summary>How many rows a window has. Its bits take 512 bytes and its scores 16 KB, so that a few of both stay in
    /// the first-level cache.</summary>
    internal const int Window = 4096;

    internal const int Words = Window / 64;


    /// <summary>About how many rows match; conjunctions start with the fewest.</summary>
    internal abstract long Cost { get; }

    /// <summary>Whether <see cref="Fill"/> leaves the scores of rows outside the result alone.</summary>
    internal virtual bool LeavesOthersAlone => true;

    /// <summary>No row's score is above this.</summary>
    internal virtual float MostScore => float.PositiveInfinity;

    /// <summary>From now on, scores of rows that cannot reach this one need not be right, as long as they stay below it. (The
    /// set of matches is not affected.) Only ever raised.</summary>
    internal virtual void NeedOnly(float score)
    {
    }

    /// <summary>Whether asking about a row costs many times what reading it from a list does, as with phrases. Such operators are
    /// asked after the others, and only about rows that matter. The same whether a phrase is remembered or not: the order of
    /// conjunctions, and with it the last digit of scores, depends on it.</summary>
    internal virtual bool IsDear => false;

    /// <summary>Whether what <see cref="IsDear"/> says no longer costs anything: a remembered phrase is a list.</summary>
    internal virtual bool IsFound => false;

    /// <summary>Takes rows out of a set that do not reach a score even with the most that this operator can give
    /// them.</summary>
    /// <param name="start">The window's first row.</param>
    /// <param name="rows">The set; need not match.</param>
    /// <param name="scores">What the rows have without this operator.</param>
    /// <param name="needed">The score to reach.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal virtual void LeaveOut(int start, Span<ulong> rows, ReadOnlySpan<float> scores, float needed)
    {
        var most = MostScore;
        for (var i = 0; i < rows.Length; i++)
        {
            var left = rows[i];
            for (var word = left; word != 0; word &= word - 1)
            {
                var place = (i << 6) + BitOperations.TrailingZeroCount(word);
                left &= AtMost(scores[place] + most) < needed ? ~(1UL << place) : ulong.MaxValue;
            }

            rows[i] = left;
        }
    }

    /// <summary>A bound of a score for comparing with a score that was added up in another order: a little higher, for rounding
    /// must not decide.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float AtMost(float bound)
    {
        const float slack = 1.001f;
        const float leastSlack = 1e-4f;
        return (bound * slack) + leastSlack;
    }

    /// <summary>A row not below <paramref name="row"/> such that no match lies before it;
    /// <see cref="int.MaxValue"/>: there are no more.</summary>
    internal virtual int NextFrom(int row) => row;

    /// <summary>Finds the matches of a window.</summary>
    /// <param name="start">The window's first row, a multiple of <see cref="Window"/>.</param>
    /// <param name="allowed">Only these rows are wanted, rows beyond the table's end may be among them; empty: all.</param>
    /// <param name="result">Guarantees: bits of the matches among the allowed rows; all else 0, rows beyond the table's end
    /// included. Requires: <see cref="Words"/> long, not the same memory as <paramref name="allowed"/>.</param>
    /// <param name="scores">Guarantees: the score of each row in the result is added here. Empty: scores are not wanted.
    /// Rows outside the result: see <see cref="LeavesOthersAlone"/>.</param>
    internal abstract void Fill(int start, ReadOnlySpan<ulong> allowed, Span<ulong> result, Span<float> scores);
}
