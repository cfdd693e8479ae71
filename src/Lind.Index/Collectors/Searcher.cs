using System.Numerics;
using Lind.Index.Queries;
using Lind.Index.Segments;

namespace Lind.Index.Collectors;

/// <summary>Answers queries over one snapshot. Cheap to make; thread-safe; the snapshot must be held meanwhile.</summary>
public sealed class Searcher(Snapshot snapshot)
{
    /// <summary>Finds, counts, sorts and summarises in one pass.</summary>
    /// <exception cref="ArgumentException">The request names a column that is not there or not of the right kind, or is out
    /// of its limits.</exception>
    public SearchResult Search(SearchRequest request, CancellationToken cancellation = default)
    {
        if (request.Limit is < 0 or > SearchRequest.MaxLimit)
        {
            throw new ArgumentException($"The limit is from 0 to {SearchRequest.MaxLimit}.", nameof(request));
        }

        var hits = request.Sort.Count == 0 ? (HitCollector)new TopHits(request) : new SortedHits(request, snapshot);
        var facets = request.Facets.Select(facet => new FacetCounter(facet, snapshot)).ToArray();
        var histograms = request.Histograms.Select(histogram => new HistogramCounter(histogram)).ToArray();
        var pass = new SearchPass(
            snapshot, request.Query, NeedsScores(request), cancellation, request.Limit > 0 ? hits : null, facets.Length > 0);
        var total = 0L;
        pass.Run((in MatchWindow window) =>
        {
            total += window.Count;
            if (request.Limit > 0)
            {
                hits.Collect(window);
            }

            foreach (var facet in facets)
            {
                facet.Collect(window);
            }

            foreach (var histogram in histograms)
            {
                histogram.Collect(window);
            }
        });
        return new SearchResult(
            total, request.Limit > 0 ? hits.Finish() : [], [.. facets.Select(facet => facet.Finish(total))],
            [.. histograms.Select(histogram => histogram.Finish())]);
    }

    private static bool NeedsScores(SearchRequest request) =>
        request.Limit > 0 && (request.Sort.Count == 0 || request.Sort.Any(key => key.IsScore));

    /// <summary>The exact number of matching documents.</summary>
    public long Count(Query query, CancellationToken cancellation = default)
    {
        var total = 0L;
        new SearchPass(snapshot, query, false, cancellation).Run((in MatchWindow window) => total += window.Count);
        return total;
    }

    /// <summary>The keys of all matching documents, in no particular order.</summary>
    public IReadOnlyList<long> Keys(Query query, CancellationToken cancellation = default)
    {
        var keys = new List<long>();
        new SearchPass(snapshot, query, false, cancellation).Run((in MatchWindow window) =>
        {
            for (var i = 0; i < window.Rows.Length; i++)
            {
                for (var word = window.Rows[i]; word != 0; word &= word - 1)
                {
                    keys.Add(window.View.Reader.KeyOf(window.Start + (i << 6) + BitOperations.TrailingZeroCount(word)));
                }
            }
        });
        return keys;
    }

    /// <summary>Whether the document with this key is there and matches.</summary>
    public bool Matches(Query query, long key) =>
        snapshot.TryFind(key, out var view, out var document)
        && RowTest.Matches(new SearchContext(snapshot, view, 0, false, new TermStatistics(snapshot)), query, document);

    /// <summary>Which nested rows of a document match, by their place in the document (from 0).</summary>
    /// <param name="key">The document's key; none if it is not there.</param>
    /// <param name="table">The nested table's number.</param>
    /// <param name="query">A query on that table.</param>
    public IReadOnlyList<int> MatchingRows(long key, int table, Query query)
    {
        if (!snapshot.TryFind(key, out var view, out var document))
        {
            return [];
        }

        var firstRows = view.Reader.Tables[table].FirstRows;
        var (first, end) = firstRows.IsEmpty ? (0, 0) : ((int)firstRows[document], (int)firstRows[document + 1]);
        var context = new SearchContext(snapshot, view, table, false, new TermStatistics(snapshot));
        return RowTest.Matching(context, query, first, end);
    }

    /// <summary>Why a document matches or not, and where its score comes from; null: there is no document of this
    /// key.</summary>
    public Explanation? Explain(Query query, long key) =>
        snapshot.TryFind(key, out var view, out var document)
            ? Explainer.Explain(new SearchContext(snapshot, view, 0, true, new TermStatistics(snapshot)), query, document)
            : null;
}
