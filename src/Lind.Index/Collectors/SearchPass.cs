using Lind.Index.Queries;
using Lind.Index.Segments;

namespace Lind.Index.Collectors;

/// <summary>The matches of one window of one segment, deleted documents left out.</summary>
internal readonly ref struct MatchWindow(
    SegmentView view, int start, ReadOnlySpan<ulong> rows, ReadOnlySpan<int> places, int count, ReadOnlySpan<float> scores)
{
    internal SegmentView View { get; } = view;

    /// <summary>The window's first document.</summary>
    internal int Start { get; } = start;

    internal ReadOnlySpan<ulong> Rows { get; } = rows;

    /// <summary>The places of the matches, ascending; empty if they were not wanted.</summary>
    internal ReadOnlySpan<int> Places { get; } = places;

    /// <summary>How many documents match; never 0.</summary>
    internal int Count { get; } = count;

    /// <summary>Scores by place; empty if they were not wanted.</summary>
    internal ReadOnlySpan<float> Scores { get; } = scores;
}

internal delegate void WindowHandler(in MatchWindow window);

/// <summary>Walks through a query's matches, segment by segment, window by window.</summary>
/// <param name="snapshot">Where to look.</param>
/// <param name="query">What to find.</param>
/// <param name="wantScores">Whether windows come with scores.</param>
/// <param name="cancellation">Looked at before every window, and by operators whose windows take long.</param>
/// <param name="hits">Says which scores need not be right any more.</param>
/// <param name="wantPlaces">Whether windows come with the list of places.</param>
internal sealed class SearchPass(
    Snapshot snapshot, Query query, bool wantScores, CancellationToken cancellation, HitCollector? hits = null, bool wantPlaces = false)
{
    internal void Run(WindowHandler handler)
    {
        var statistics = new TermStatistics(snapshot);
        Span<ulong> rows = stackalloc ulong[Operator.Words];
        Span<float> scores = wantScores ? stackalloc float[Operator.Window] : [];
        Span<int> places = wantPlaces ? stackalloc int[Operator.Window] : [];
        foreach (var view in snapshot.Segments)
        {
            var matches = QueryCompiler.Compile(query, new SearchContext(snapshot, view, 0, wantScores, statistics));
            var documents = view.Reader.Documents;
            var deleted = view.Deletes.Bits;
            for (var start = 0; start < documents; start += Operator.Window)
            {
                cancellation.ThrowIfCancellationRequested();
                start = matches.NextFrom(start);
                if (start >= documents)
                {
                    break;
                }

                start &= ~(Operator.Window - 1);
                scores.Clear();
                if (hits is not null)
                {
                    matches.NeedOnly(hits.NeededScore);
                }

                matches.Fill(start, [], rows, scores);
                if (!deleted.IsEmpty)
                {
                    BitWindow.AndNot(rows, deleted.Slice(start / 64, Math.Min(Operator.Words, deleted.Length - (start / 64))));
                }

                var count = BitWindow.Count(rows);
                if (count > 0)
                {
                    var listed = wantPlaces ? places[..BitWindow.List(rows, places)] : [];
                    handler(new MatchWindow(view, start, rows, listed, count, scores));
                }
            }
        }
    }
}
