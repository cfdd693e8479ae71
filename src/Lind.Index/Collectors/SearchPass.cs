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

/// <summary>Walks through a query's matches, segment by segment, window by window; a dear query's segments on several threads if
/// cores are idle.</summary>
/// <param name="snapshot">Where to look; held by the caller meanwhile.</param>
/// <param name="query">What to find.</param>
/// <param name="wantScores">Whether windows come with scores.</param>
/// <param name="cancellation">Looked at before every window, and by operators whose windows take long.</param>
/// <param name="wantPlaces">Whether windows come with the list of places.</param>
internal sealed class SearchPass(
    Snapshot snapshot, Query query, bool wantScores, CancellationToken cancellation, bool wantPlaces = false)
{
    // Large ones first, so that threads end at about the same time.
    private readonly SegmentView[] _segments = [.. snapshot.Segments.OrderByDescending(view => view.Reader.Documents)];
    private int _claimed;
    private float _needed = float.NegativeInfinity;

    /// <summary>Walks. What the lanes have collected does not depend on their number once it is put together: every segment falls
    /// to one of them.</summary>
    /// <param name="makeLane">Makes what a thread collects into; called by the thread itself.</param>
    /// <returns>The lanes, one at least.</returns>
    internal IReadOnlyList<TLane> Run<TLane>(Func<TLane> makeLane)
        where TLane : PassLane
    {
        if (Cores.GivesWay)
        {
            return [Walk(makeLane(), () => Cores.LetSearchesPass(cancellation))];
        }

        using var help = new PassHelp<TLane>(() => Walk(makeLane(), null), () => Volatile.Read(ref _claimed) < _segments.Length);
        try
        {
            var own = Walk(makeLane(), help.CallIfDear);
            return [own, .. help.Join()];
        }
        finally
        {
            // Whatever ended the walk, nobody else begins with another segment.
            Volatile.Write(ref _claimed, _segments.Length);
        }
    }

    private TLane Walk<TLane>(TLane lane, Action? afterWindow)
        where TLane : PassLane
    {
        var statistics = new TermStatistics(snapshot);
        Span<ulong> rows = stackalloc ulong[Operator.Words];
        Span<float> scores = wantScores ? stackalloc float[Operator.Window] : [];
        Span<int> places = wantPlaces ? stackalloc int[Operator.Window] : [];
        while (Interlocked.Increment(ref _claimed) - 1 is var next && next < _segments.Length)
        {
            var view = _segments[next];
            var matches = QueryCompiler.Compile(query, new SearchContext(snapshot, view, 0, wantScores, statistics));
            for (var start = matches.NextFrom(0); start < view.Reader.Documents; start = matches.NextFrom(start))
            {
                cancellation.ThrowIfCancellationRequested();
                start &= ~(Operator.Window - 1);
                if (Needed(lane.NeededScore) is > float.NegativeInfinity and var needed)
                {
                    matches.NeedOnly(needed);
                }

                scores.Clear();
                matches.Fill(start, [], rows, scores);
                TakeDeletedOut(view, start, rows);
                if (BitWindow.Count(rows) is > 0 and var count)
                {
                    var listed = wantPlaces ? places[..BitWindow.List(rows, places)] : [];
                    lane.Collect(new MatchWindow(view, start, rows, listed, count, scores));
                }

                afterWindow?.Invoke();
                start += Operator.Window;
            }
        }

        return lane;
    }

    private static void TakeDeletedOut(SegmentView view, int start, Span<ulong> rows)
    {
        var deleted = view.Deletes.Bits;
        if (!deleted.IsEmpty)
        {
            BitWindow.AndNot(rows, deleted.Slice(start / 64, Math.Min(Operator.Words, deleted.Length - (start / 64))));
        }
    }

    /// <summary>What any lane has found to be needed holds for all.</summary>
    private float Needed(float ofLane)
    {
        var needed = Volatile.Read(ref _needed);
        while (needed < ofLane && Interlocked.CompareExchange(ref _needed, ofLane, needed) is var seen && !seen.Equals(needed))
        {
            needed = seen;
        }

        return Math.Max(needed, ofLane);
    }
}
