using System.Numerics;
using Lind.Index.Columns;
using Lind.Index.Queries;
using Lind.Index.Schemas;
using Lind.Index.Segments;

namespace Lind.Index.Collectors;

/// <summary>Counts the values of a keyword column over the matches.</summary>
internal sealed class FacetCounter
{
    private readonly FacetRequest _request;
    private readonly GlobalOrdinals _ordinals;
    private readonly int[] _counts;
    private readonly int[] _places = new int[Operator.Window];
    private long _withValue;

    internal FacetCounter(FacetRequest request, Snapshot snapshot)
    {
        var columns = snapshot.Schema.Documents.Columns;
        if ((uint)request.Column >= (uint)columns.Count || columns[request.Column].Kind != ColumnKind.Keyword)
        {
            throw new ArgumentException("A facet names a column that is not there or not of keywords.", nameof(request));
        }

        _request = request;
        _ordinals = GlobalOrdinals.Of(snapshot, request.Column);
        _counts = new int[_ordinals.Count];
    }

    internal void Collect(in MatchWindow window)
    {
        var column = window.View.Reader.Tables[0].Columns[_request.Column];
        var numbers = _ordinals.NumbersOf(window.View.Reader);
        var places = _places.AsSpan(0, BitWindow.List(window.Rows, _places));
        switch (column.Numbers.Width)
        {
            case 1:
                Count(column, column.Numbers.Stored<byte>(), window.Start, places, numbers);
                break;
            case 2:
                Count(column, column.Numbers.Stored<ushort>(), window.Start, places, numbers);
                break;
            case 4:
                Count(column, column.Numbers.Stored<uint>(), window.Start, places, numbers);
                break;
        }
    }

    internal FacetResult Finish(long total)
    {
        var best = new PriorityQueue<int, (int Count, int Ordinal)>(
            Comparer<(int Count, int Ordinal)>.Create((x, y) =>
                x.Count != y.Count ? x.Count.CompareTo(y.Count) : y.Ordinal.CompareTo(x.Ordinal)));
        var distinct = 0;
        var lowest = 0;
        for (var ordinal = 0; ordinal < _counts.Length; ordinal++)
        {
            var count = _counts[ordinal];
            distinct += count > 0 ? 1 : 0;
            if (count > lowest)
            {
                best.Enqueue(ordinal, (count, ordinal));
                if (best.Count > _request.Limit)
                {
                    best.Dequeue();
                    lowest = _request.Limit == 0 ? int.MaxValue : _counts[best.Peek()];
                }
            }
        }

        var values = new FacetValue[best.Count];
        for (var i = values.Length - 1; i >= 0; i--)
        {
            var ordinal = best.Dequeue();
            values[i] = new FacetValue(_ordinals.ValueOf(ordinal), _counts[ordinal]);
        }

        return new FacetResult(values, distinct, total - _withValue);
    }

    private void Count<T>(ColumnReader column, ReadOnlySpan<T> stored, int start, ReadOnlySpan<int> places, int[]? numbers)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (column.IsSingle)
        {
            CountSingle(column, stored, start, places, numbers);
        }
        else
        {
            CountMany(column, stored, start, places, numbers);
        }
    }

    private void CountSingle<T>(ColumnReader column, ReadOnlySpan<T> stored, int start, ReadOnlySpan<int> places, int[]? numbers)
        where T : unmanaged, IBinaryInteger<T>
    {
        var window = stored[start..Math.Min(stored.Length, start + Operator.Window)];
        var lowest = (int)column.Numbers.Lowest;
        var counts = _counts;
        foreach (var place in places)
        {
            if (column.IsSparse && column.CountOf(start + place) == 0)
            {
                continue;
            }

            var ordinal = int.CreateTruncating(window[place]) + lowest;
            counts[numbers is null ? ordinal : numbers[ordinal]]++;
            _withValue++;
        }
    }

    private void CountMany<T>(ColumnReader column, ReadOnlySpan<T> stored, int start, ReadOnlySpan<int> places, int[]? numbers)
        where T : unmanaged, IBinaryInteger<T>
    {
        var cursor = new ValueCursor(column);
        var lowest = (int)column.Numbers.Lowest;
        var counts = _counts;
        foreach (var place in places)
        {
            var count = cursor.ValuesOf(start + place, out var value);
            _withValue += count > 0 ? 1 : 0;
            for (; count > 0; count--, value++)
            {
                var ordinal = int.CreateTruncating(stored[value]) + lowest;
                counts[numbers is null ? ordinal : numbers[ordinal]]++;
            }
        }
    }
}
