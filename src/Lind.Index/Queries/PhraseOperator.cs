using System.Runtime.CompilerServices;
using System.Numerics;

namespace Lind.Index.Queries;

/// <summary>The rows in which slots of terms stand together in one value.</summary>
internal sealed class PhraseOperator : Operator
{
    private readonly Operator _candidates;
    private readonly SlotPositions[] _slots;
    private readonly PhraseMatcher _matcher;
    private readonly PhraseScore _score;
    private readonly PhraseRecorder? _recorder;
    private readonly ulong[] _rows = new ulong[Words];

    /// <param name="candidates">The rows in which every slot has a term somewhere.</param>
    /// <param name="slots">The positions of each slot.</param>
    /// <param name="query">What to match.</param>
    /// <param name="score">How to score.</param>
    /// <param name="memo">Where to remember the rows found; null: nowhere.</param>
    internal PhraseOperator(Operator candidates, SlotPositions[] slots, PhraseQuery query, PhraseScore score, PhraseMemo? memo)
    {
        (_candidates, _slots, _score) = (candidates, slots, score);
        _matcher = new PhraseMatcher(slots, query);
        _recorder = memo is null ? null : new PhraseRecorder(query, memo, candidates, score.IsRaised);
    }

    internal override long Cost => _candidates.Cost;

    internal override float MostScore => _score.Most;

    internal override int NextFrom(int row) => _candidates.NextFrom(row);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Fill(int start, ReadOnlySpan<ulong> allowed, Span<ulong> result, Span<float> scores)
    {
        result.Clear();
        var recorder = Candidates(start, allowed);
        for (var i = 0; i < Words; i++)
        {
            for (var word = _rows[i]; word != 0; word &= word - 1)
            {
                var place = (i << 6) + BitOperations.TrailingZeroCount(word);
                var weight = Match(start + place);
                if (weight <= 0)
                {
                    continue;
                }

                recorder?.Add(start + place, weight, _matcher.SideBySide);
                if (allowed.IsEmpty || BitWindow.Has(allowed, place))
                {
                    BitWindow.Set(result, place);
                    if (!scores.IsEmpty)
                    {
                        _score.AddTo(ref scores[place], weight, _matcher.SideBySide, start + place);
                    }
                }
            }
        }

        recorder?.End();
    }

    /// <summary>Finds the candidates to look at; returns who wants to know what is found.</summary>
    private PhraseRecorder? Candidates(int start, ReadOnlySpan<ulong> allowed)
    {
        if (_recorder is null)
        {
            _candidates.Fill(start, allowed, _rows, []);
            return null;
        }

        return _recorder.Begin(start, allowed, _rows) ? _recorder : null;
    }

    /// <summary>The weight of the phrase's hits in a row; 0: it does not stand there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float Match(int row)
    {
        var marks = ulong.MaxValue;
        foreach (var slot in _slots)
        {
            marks &= slot.Seek((uint)row);
            if (marks == 0)
            {
                return 0; // no field in which all slots stand: most candidates end here, before any position is read
            }
        }

        foreach (var slot in _slots)
        {
            if (!slot.Load(marks))
            {
                return 0;
            }
        }

        return _matcher.Match();
    }
}
