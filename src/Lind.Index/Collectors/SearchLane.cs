using System.Numerics;
using Lind.Index.Segments;

namespace Lind.Index.Collectors;

/// <summary>Collects what a request asks for.</summary>
internal sealed class SearchLane(SearchRequest request, Snapshot snapshot) : PassLane
{
    private readonly HitCollector? _hits =
        request.Limit == 0 ? null : request.Sort.Count == 0 ? new TopHits(request) : new SortedHits(request, snapshot);

    private readonly FacetCounter[] _facets = [.. request.Facets.Select(facet => new FacetCounter(facet, snapshot))];
    private readonly HistogramCounter[] _histograms = [.. request.Histograms.Select(histogram => new HistogramCounter(histogram))];
    private long _total;

    internal override float NeededScore => _hits?.NeededScore ?? float.NegativeInfinity;

    internal override void Collect(in MatchWindow window)
    {
        _total += window.Count;
        _hits?.Collect(window);
        foreach (var facet in _facets)
        {
            facet.Collect(window);
        }

        foreach (var histogram in _histograms)
        {
            histogram.Collect(window);
        }
    }

    /// <summary>Takes over what another lane of the same request has collected; that one is used up.</summary>
    internal void Merge(SearchLane other)
    {
        _total += other._total;
        _hits?.Merge(other._hits!); // of the same request: it has one too
        for (var i = 0; i < _facets.Length; i++)
        {
            _facets[i].Merge(other._facets[i]);
        }

        for (var i = 0; i < _histograms.Length; i++)
        {
            _histograms[i].Merge(other._histograms[i]);
        }
    }

    internal SearchResult Finish() => new(
        _total, _hits?.Finish() ?? [], [.. _facets.Select(facet => facet.Finish(_total))],
        [.. _histograms.Select(histogram => histogram.Finish())]);
}

/// <summary>Counts matches.</summary>
internal sealed class CountLane : PassLane
{
    internal long Count { get; private set; }

    internal override void Collect(in MatchWindow window) => Count += window.Count;
}

/// <summary>Lists the keys of matches.</summary>
internal sealed class KeyLane : PassLane
{
    internal List<long> Keys { get; } = [];

    internal override void Collect(in MatchWindow window)
    {
        for (var i = 0; i < window.Rows.Length; i++)
        {
            for (var word = window.Rows[i]; word != 0; word &= word - 1)
            {
                Keys.Add(window.View.Reader.KeyOf(window.Start + (i << 6) + BitOperations.TrailingZeroCount(word)));
            }
        }
    }
}
