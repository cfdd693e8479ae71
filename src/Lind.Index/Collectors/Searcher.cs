using Lind.Index.Queries;
using Lind.Index.Segments;

namespace Lind.Index.Collectors;

/// <summary>Answers queries over one snapshot. Cheap to make; thread-safe; the snapshot must be held meanwhile.</summary>
public sealed class Searcher(Snapshot snapshot)
{
    /// <summary>Whether searches of the calling flow of calls let those of others go first.</summary>
    public static bool GivesWay
    {
        get => Cores.GivesWay;
        set => Cores.GivesWay = value;
    }

    /// <summary>Finds, counts, sorts and summarises in one pass.</summary>
    /// <exception cref="ArgumentException">The request names a column that is not there or not of the right kind, or is out
    /// of its limits.</exception>
    public SearchResult Search(SearchRequest request, CancellationToken cancellation = default)
    {
        if (request.Limit is < 0 or > SearchRequest.MaxLimit)
        {
            throw new ArgumentException($"The limit is from 0 to {SearchRequest.MaxLimit}.", nameof(request));
        }

        var lanes = new SearchPass(snapshot, request.Query, NeedsScores(request), cancellation, request.Facets.Count > 0)
            .Run(() => new SearchLane(request, snapshot));
        foreach (var other in lanes.Skip(1))
        {
            lanes[0].Merge(other);
        }

        return lanes[0].Finish();
    }

    private static bool NeedsScores(SearchRequest request) =>
        request.Limit > 0 && (request.Sort.Count == 0 || request.Sort.Any(key => key.IsScore));

    /// <summary>The exact number of matching documents.</summary>
    public long Count(Query query, CancellationToken cancellation = default) =>
        new SearchPass(snapshot, query, false, cancellation).Run(() => new CountLane()).Sum(lane => lane.Count);

    /// <summary>The keys of all matching documents, in no particular order.</summary>
    public IReadOnlyList<long> Keys(Query query, CancellationToken cancellation = default) =>
        [.. new SearchPass(snapshot, query, false, cancellation).Run(() => new KeyLane()).SelectMany(lane => lane.Keys)];

    /// <summary>Unpacks what every search for phrases would else unpack when it comes across it: the first ones after an index was opened
    /// take half their time for it. Lets searches of this process go first.</summary>
    /// <param name="cancellation">Stops it; what was unpacked stays.</param>
    public void Prepare(CancellationToken cancellation = default)
    {
        foreach (var view in snapshot.Segments)
        {
            view.Reader.Tables[0].ProfileSlots.Fill(() => Cores.LetSearchesPass(cancellation));
        }
    }

    /// <summary>Finds once and for all where those phrases of a query stand that are dear to find, so that searches that ask for them
    /// are quick from now on. Lets searches of this process go first.</summary>
    /// <param name="query">A query that was asked, or may be.</param>
    /// <param name="cancellation">Stops it; what was found of whole segments stays.</param>
    public void Remember(Query query, CancellationToken cancellation = default)
    {
        var statistics = new TermStatistics(snapshot);
        Span<ulong> found = stackalloc ulong[Operator.Words];
        foreach (var view in snapshot.Segments)
        {
            var phrases = new List<DearPhrase>();
            QueryCompiler.Compile(query, new SearchContext(snapshot, view, 0, true, statistics) { DearPhrases = phrases });
            foreach (var (phrase, rows) in phrases.Where(dear => !dear.Phrase.IsRemembered))
            {
                for (var start = 0; start < rows; start += Operator.Window)
                {
                    Cores.LetSearchesPass(cancellation);
                    phrase.Fill(start, [], found, []);
                }
            }
        }
    }

    /// <summary>How full the memory is for what <see cref="Remember"/> finds among documents, from 0 to 1; that of the fullest segment.
    /// What goes beyond drives out what was asked for least recently.</summary>
    public double Remembered => snapshot.Segments.Select(view => PhraseMemo.Of(view.Reader.Tables[0]).Used).DefaultIfEmpty(0).Max();

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
