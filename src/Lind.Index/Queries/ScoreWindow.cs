using System.Numerics;
using System.Runtime.CompilerServices;

namespace Lind.Index.Queries;

/// <summary>Scores of the rows of one window.</summary>
internal static class ScoreWindow
{
    /// <summary>Adds the scores of the given rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Add(Span<float> scores, ReadOnlySpan<ulong> rows, ReadOnlySpan<float> more)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            for (var word = rows[i]; word != 0; word &= word - 1)
            {
                var place = (i << 6) + BitOperations.TrailingZeroCount(word);
                scores[place] += more[place];
            }
        }
    }
}
