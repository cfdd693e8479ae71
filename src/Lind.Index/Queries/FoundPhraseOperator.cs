using System.Runtime.CompilerServices;

namespace Lind.Index.Queries;

/// <summary>The rows of a phrase that was found before.</summary>
internal sealed class FoundPhraseOperator(FoundPhrase found, PhraseScore score) : Operator
{
    private int _at;
    private float _worthy; // hits that weigh less need no score

    internal override long Cost => found.Cost;

    internal override bool IsDear => true;

    internal override bool IsFound => true;

    internal override float MostScore => score.Most;

    internal override void NeedOnly(float needed) => _worthy = score.LeastWeight(needed);

    internal override int NextFrom(int row)
    {
        _at = _at > 0 && found.Rows[_at - 1] >= row ? 0 : _at;
        if (_at < found.Rows.Length && found.Rows[_at] < row)
        {
            var at = Array.BinarySearch(found.Rows, _at, found.Rows.Length - _at, row);
            _at = at < 0 ? ~at : at;
        }

        return _at < found.Rows.Length ? found.Rows[_at] : int.MaxValue;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Fill(int start, ReadOnlySpan<ulong> allowed, Span<ulong> result, Span<float> scores)
    {
        result.Clear();
        var (rows, weights, sideBySide) = (found.Rows, found.Weights, found.SideBySide);
        for (NextFrom(start); _at < rows.Length && rows[_at] < start + Window; _at++)
        {
            var place = rows[_at] - start;
            if (!allowed.IsEmpty && !BitWindow.Has(allowed, place))
            {
                continue;
            }

            BitWindow.Set(result, place);
            if (!scores.IsEmpty && weights[_at] >= _worthy)
            {
                score.AddTo(ref scores[place], weights[_at], sideBySide.Length > 0 ? sideBySide[_at] : 0, rows[_at]);
            }
        }
    }
}
