using System.Runtime.CompilerServices;
using System.Numerics;

namespace Lind.Index.Collectors;

/// <summary>Keeps the documents with the best scores; equal scores fall to the smaller key.</summary>
internal sealed class TopHits(SearchRequest request) : HitCollector
{
    // A heap with the worst kept document on top. Invariant: once it is full, _worst is its score.
    private readonly PriorityQueue<long, Rank> _kept = new(request.Limit + 1);
    private readonly Rank? _after = request.After is { } after ? new Rank(after.Score, after.Key) : null;
    private float _worst = float.NegativeInfinity;

    internal override float NeededScore => _worst;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Collect(in MatchWindow window)
    {
        for (var i = 0; i < window.Rows.Length; i++)
        {
            for (var word = window.Rows[i]; word != 0; word &= word - 1)
            {
                var place = (i << 6) + BitOperations.TrailingZeroCount(word);
                if (window.Scores[place] >= _worst)
                {
                    Offer(window.Scores[place], window.View.Reader.KeyOf(window.Start + place));
                }
            }
        }
    }

    internal override void Merge(HitCollector other)
    {
        var kept = ((TopHits)other)._kept;
        while (kept.TryDequeue(out var key, out var rank))
        {
            Offer(rank.Score, key);
        }
    }

    internal override IReadOnlyList<SearchHit> Finish()
    {
        var hits = new SearchHit[_kept.Count];
        for (var i = hits.Length - 1; i >= 0; i--)
        {
            _kept.TryDequeue(out var key, out var rank);
            hits[i] = new SearchHit(key, rank.Score, []);
        }

        return hits;
    }

    private void Offer(float score, long key)
    {
        var rank = new Rank(score, key);
        if (_after is { } after && rank.CompareTo(after) >= 0)
        {
            return;
        }

        if (_kept.Count < request.Limit)
        {
            _kept.Enqueue(key, rank);
        }
        else if (_kept.TryPeek(out _, out var worst) && rank.CompareTo(worst) > 0)
        {
            _kept.EnqueueDequeue(key, rank);
        }

        if (_kept.Count == request.Limit && _kept.TryPeek(out _, out var lowest))
        {
            _worst = lowest.Score;
        }
    }

    /// <summary>Ascending from worse to better.</summary>
    private readonly record struct Rank(float Score, long Key) : IComparable<Rank>
    {
        public int CompareTo(Rank other) =>
            Score != other.Score ? Score.CompareTo(other.Score) : other.Key.CompareTo(Key);
    }
}
