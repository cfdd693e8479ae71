using System.Runtime.CompilerServices;
using System.Numerics;

namespace Lind.Index.Queries;

/// <summary>The rows in which slots of terms stand together in one value.</summary>
internal sealed class PhraseOperator : Operator
{
    // So many rows' profiles are fetched at once: one by one each would wait for the memory.
    private const int Together = 32;

    // Where more than a row in so many is a candidate, most runs of positions have to be read anyway: no row is looked at beforehand.
    private const int Sparse = 8;

    private readonly Operator _candidates;
    private readonly SlotPositions[] _slots;
    private readonly bool _readsRuns;
    private readonly PhraseMatcher _matcher;
    private readonly PhraseScore _score;
    private readonly PhraseRecorder? _recorder;
    private readonly Func<PhraseBounds> _makeBounds;
    private PhraseBounds? _bounds; // made when first needed: few phrases need them
    private readonly ulong[] _rows = new ulong[Words];
    private int[] _places = [];
    private float _worthy; // hits that weigh less need no score

    /// <param name="candidates">The rows in which every slot has a term somewhere.</param>
    /// <param name="slots">The positions of each slot.</param>
    /// <param name="query">What to match.</param>
    /// <param name="score">How to score.</param>
    /// <param name="bounds">Makes what tells how much rows can score.</param>
    /// <param name="memo">Where to remember the rows found; null: nowhere.</param>
    internal PhraseOperator(
        Operator candidates, SlotPositions[] slots, PhraseQuery query, PhraseScore score, Func<PhraseBounds> bounds, PhraseMemo? memo)
    {
        (_candidates, _slots, _score) = (candidates, slots, score);
        _makeBounds = bounds;
        _readsRuns = Array.TrueForAll(slots, slot => slot.ReadsRuns);
        _matcher = new PhraseMatcher(slots, query);
        _recorder = memo is null ? null : new PhraseRecorder(query, memo, candidates, score.IsRaised);
    }

    /// <summary>Whether what this looks for is remembered meanwhile.</summary>
    internal bool IsRemembered => _recorder is { IsKnown: true };

    internal override long Cost => _candidates.Cost;

    internal override bool IsDear => true;

    internal override float MostScore => _score.Most;

    internal override void NeedOnly(float score) => _worthy = _score.LeastWeight(score);

    internal override int NextFrom(int row) => _candidates.NextFrom(row);

    internal override void LeaveOut(int start, Span<ulong> rows, ReadOnlySpan<float> scores, float needed)
    {
        base.LeaveOut(start, rows, scores, needed);
        if (!BitWindow.IsEmpty(rows))
        {
            (_bounds ??= _makeBounds()).LeaveOut(start, rows, scores, needed);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Fill(int start, ReadOnlySpan<ulong> allowed, Span<ulong> result, Span<float> scores)
    {
        result.Clear();
        var recorder = Candidates(start, allowed);
        Span<ulong> marks = stackalloc ulong[Together];
        var isAny = !BitWindow.IsEmpty(_rows);
        _places = isAny && _places.Length == 0 ? new int[Window] : _places;
        var count = isAny ? BitWindow.List(_rows, _places) : 0;
        if (_readsRuns)
        {
            FillByRow(start, _places.AsSpan(0, count), allowed, result, scores, recorder);
            count = 0;
        }

        for (var from = 0; from < count; from += Together)
        {
            var places = _places.AsSpan(from, Math.Min(Together, count - from));
            Narrow(start, places, marks);
            for (var i = 0; i < places.Length; i++)
            {
                if (marks[i] != 0 && Match(start + places[i], marks[i]) is > 0 and var weight)
                {
                    recorder?.Add(start + places[i], weight, _matcher.SideBySide);
                    Take(places[i], start + places[i], weight, allowed, result, scores);
                }
            }
        }

        recorder?.End();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FillByRow(
        int start, ReadOnlySpan<int> places, ReadOnlySpan<ulong> allowed, Span<ulong> result, Span<float> scores, PhraseRecorder? recorder)
    {
        var isDense = places.Length * Sparse >= Window;
        foreach (var place in places)
        {
            var marks = ulong.MaxValue;
            for (var i = 0; i < _slots.Length && !isDense; i++)
            {
                marks &= _slots[i].MarksOf(start + place);
            }

            if (marks != 0 && Match(start + place, marks) is > 0 and var weight)
            {
                recorder?.Add(start + place, weight, _matcher.SideBySide);
                Take(place, start + place, weight, allowed, result, scores);
            }
        }
    }

    private void Take(int place, int row, float weight, ReadOnlySpan<ulong> allowed, Span<ulong> result, Span<float> scores)
    {
        if (allowed.IsEmpty || BitWindow.Has(allowed, place))
        {
            BitWindow.Set(result, place);
            if (!scores.IsEmpty && weight >= _worthy)
            {
                _score.AddTo(ref scores[place], weight, _matcher.SideBySide, row);
            }
        }
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

    // Most candidates have no field in which all slots stand, and end here before any position is read.
    private void Narrow(int start, ReadOnlySpan<int> places, Span<ulong> marks)
    {
        marks.Fill(ulong.MaxValue);
        foreach (var slot in _slots)
        {
            slot.Narrow(start, places, marks);
        }
    }

    /// <summary>The weight of the phrase's hits in the fields of some marks of a row; 0: it does not stand there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float Match(int row, ulong marks)
    {
        foreach (var slot in _slots)
        {
            if (!slot.Load(row, marks))
            {
                return 0;
            }
        }

        return _matcher.Match();
    }
}
