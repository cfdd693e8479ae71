using System.Numerics;
using Lind.Index.Columns;
using Lind.Index.Schemas;
using Lind.Index.Segments;

namespace Lind.Index.Collectors;

/// <summary>Keeps the first documents in an order by columns; equal ones fall to the smaller key.</summary>
internal sealed class SortedHits : HitCollector
{
    private readonly SearchRequest _request;
    private readonly PriorityQueue<SearchHit, SearchHit> _kept; // the last kept document on top
    private readonly Comparer<SearchHit> _order;
    private readonly ColumnKind[] _kinds;

    internal SortedHits(SearchRequest request, Snapshot snapshot)
    {
        _request = request;
        var columns = snapshot.Schema.Documents.Columns;
        if (request.Sort.Any(key => key.Column != SortKey.ScoreColumn
            && ((uint)key.Column >= (uint)columns.Count || columns[key.Column].Kind == ColumnKind.Point)))
        {
            throw new ArgumentException("A sort key names a column that is not there or has no order.", nameof(request));
        }

        if (request.After is { } after && after.SortValues.Count != request.Sort.Count)
        {
            throw new ArgumentException("The hit to go on after is of another order.", nameof(request));
        }

        _kinds = [.. request.Sort.Select(key => key.Column < 0 ? ColumnKind.Real : columns[key.Column].Kind)];
        _order = Comparer<SearchHit>.Create(Compare);
        _kept = new PriorityQueue<SearchHit, SearchHit>(Comparer<SearchHit>.Create((x, y) => Compare(y, x)));
    }

    internal override void Collect(in MatchWindow window)
    {
        var columns = window.View.Reader.Tables[0].Columns;
        var first = _request.Sort[0].Column < 0 ? null : columns[_request.Sort[0].Column];
        for (var i = 0; i < window.Rows.Length; i++)
        {
            for (var word = window.Rows[i]; word != 0; word &= word - 1)
            {
                var place = (i << 6) + BitOperations.TrailingZeroCount(word);
                if (first is null || MayCount(first, window.Start + place))
                {
                    Offer(Hit(window.View, window.Start + place, window.Scores.IsEmpty ? 0 : window.Scores[place]));
                }
            }
        }
    }

    internal override void Merge(HitCollector other)
    {
        var kept = ((SortedHits)other)._kept;
        while (kept.TryDequeue(out var hit, out _))
        {
            Offer(hit);
        }
    }

    internal override IReadOnlyList<SearchHit> Finish()
    {
        var hits = new SearchHit[_kept.Count];
        for (var i = hits.Length - 1; i >= 0; i--)
        {
            hits[i] = _kept.Dequeue();
        }

        return hits;
    }

    /// <summary>A quick look at the first sort key: most documents of a large result come after the last one kept.</summary>
    private bool MayCount(ColumnReader column, int document)
    {
        if (_kept.Count < _request.Limit || _kinds[0] == ColumnKind.Keyword)
        {
            return true;
        }

        var last = _kept.Peek().SortValues[0];
        var number = column.FirstNumber(document);
        if (double.IsNaN(number))
        {
            return last.Missing;
        }

        return last.Missing || (_request.Sort[0].Descending ? number >= last.Number : number <= last.Number);
    }

    private void Offer(SearchHit hit)
    {
        if (_request.After is { } after && _order.Compare(hit, after) <= 0)
        {
            return;
        }

        if (_kept.Count < _request.Limit)
        {
            _kept.Enqueue(hit, hit);
        }
        else if (_order.Compare(hit, _kept.Peek()) < 0)
        {
            _kept.EnqueueDequeue(hit, hit);
        }
    }

    private SearchHit Hit(SegmentView view, int document, float score)
    {
        var values = new SortValue[_kinds.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = _request.Sort[i].Column < 0
                ? new SortValue(false, score, default)
                : Value(view.Reader.Tables[0].Columns[_request.Sort[i].Column], document);
        }

        return new SearchHit(view.Reader.KeyOf(document), score, values);
    }

    private static SortValue Value(ColumnReader column, int document)
    {
        if (column.CountOf(document) == 0)
        {
            return new SortValue(true, 0, default);
        }

        return column.Kind == ColumnKind.Keyword
            ? new SortValue(false, 0, column.Keywords[(int)column.Numbers[column.StartOf(document)]])
            : new SortValue(false, column.FirstNumber(document), default);
    }

    private int Compare(SearchHit? x, SearchHit? y)
    {
        for (var i = 0; i < _kinds.Length; i++)
        {
            var (left, right) = (x!.SortValues[i], y!.SortValues[i]);
            if (left.Missing || right.Missing)
            {
                if (left.Missing != right.Missing)
                {
                    return left.Missing ? 1 : -1; // without a value: last in either direction
                }

                continue;
            }

            var order = _kinds[i] == ColumnKind.Keyword
                ? left.Bytes.Span.SequenceCompareTo(right.Bytes.Span)
                : left.Number.CompareTo(right.Number);
            if (order != 0)
            {
                return _request.Sort[i].Descending ? -order : order;
            }
        }

        return x!.Key.CompareTo(y!.Key);
    }
}
