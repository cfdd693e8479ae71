using System.Runtime.CompilerServices;
using System.Numerics;
using Lind.Index.Columns;
using Lind.Index.Queries;
using Lind.Index.Schemas;
using Lind.Index.Segments;

namespace Lind.Index.Collectors;

/// <summary>Counts the values of a keyword column over the matches.</summary>
internal sealed class FacetCounter
{
    // Columns of few values are counted in four arrays in turn: neighbours often have the same value, and adding to a number
    // just written waits for it.
    private const int Lanes = 4;
    private const int LaneSize = 256;

    private readonly FacetRequest _request;
    private readonly GlobalOrdinals _ordinals;
    private readonly SparseCounts _counts;
    private readonly SparseCounts _ofSegment = new(0); // by the segment's ordinals; columns of few values have lanes instead
    private readonly int[] _lanes = new int[Lanes * LaneSize]; // by what the segment stores, lane after lane
    private SegmentReader? _segment;
    private bool _hasLanes;
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
        _counts = new SparseCounts(_ordinals.Count);
    }

    internal void Collect(in MatchWindow window)
    {
        var column = window.View.Reader.Tables[0].Columns[_request.Column];
        if (_segment != window.View.Reader)
        {
            Begin(window.View.Reader, column);
        }

        switch (column.Numbers.Width)
        {
            case 1:
                Count(column, column.Numbers.Stored<byte>(), window);
                break;
            case 2:
                Count(column, column.Numbers.Stored<ushort>(), window);
                break;
            case 4:
                Count(column, column.Numbers.Stored<uint>(), window);
                break;
        }
    }

    /// <summary>Adds what another counter of the same request has counted.</summary>
    internal void Merge(FacetCounter other)
    {
        AddUp();
        other.AddUp();
        _withValue += other._withValue;
        foreach (var ordinal in other._counts.Counted)
        {
            _counts.Add(ordinal, other._counts[ordinal]);
        }

        other.Release();
    }

    /// <summary>The result; the counter is used up.</summary>
    internal FacetResult Finish(long total)
    {
        AddUp();
        var best = new PriorityQueue<int, (int Count, int Ordinal)>(
            Comparer<(int Count, int Ordinal)>.Create((x, y) =>
                x.Count != y.Count ? x.Count.CompareTo(y.Count) : y.Ordinal.CompareTo(x.Ordinal)));
        var distinct = _counts.Counted.Length;
        var lowest = 0;
        foreach (var ordinal in _counts.Counted)
        {
            if (_counts[ordinal] >= lowest)
            {
                best.Enqueue(ordinal, (_counts[ordinal], ordinal));
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

        Release();
        return new FacetResult(values, distinct, total - _withValue);
    }

    private void Release()
    {
        _counts.Release();
        _ofSegment.Release();
    }

    private void Begin(SegmentReader segment, ColumnReader column)
    {
        AddUp();
        _segment = segment;
        _hasLanes = column.Numbers.Width == 1;
        _ofSegment.Clear(_hasLanes ? 0 : column.Keywords.Count);
    }

    /// <summary>Adds a segment's counts to those of the snapshot.</summary>
    private void AddUp()
    {
        if (_segment is null)
        {
            return;
        }

        var numbers = _ordinals.NumbersOf(_segment);
        if (_hasLanes)
        {
            AddLanes(numbers, (int)_segment.Tables[0].Columns[_request.Column].Numbers.Lowest);
        }

        foreach (var ordinal in _ofSegment.Counted)
        {
            _counts.Add(numbers is null ? ordinal : numbers[ordinal], _ofSegment[ordinal]);
        }

        _ofSegment.Clear(0);
        _segment = null;
    }

    private void AddLanes(int[]? numbers, int lowest)
    {
        for (var i = 0; i < _lanes.Length; i++)
        {
            if (_lanes[i] > 0)
            {
                var ordinal = (i % LaneSize) + lowest;
                _counts.Add(numbers is null ? ordinal : numbers[ordinal], _lanes[i]);
            }
        }

        Array.Clear(_lanes);
    }

    private void Count<T>(ColumnReader column, ReadOnlySpan<T> stored, in MatchWindow window)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (!column.IsSingle)
        {
            CountMany(stored, column.AllStarts.AsSpan(window.Start), window.Places, (int)column.Numbers.Lowest);
        }
        else if (column.IsSparse)
        {
            CountSparse(column, stored, window);
        }
        else
        {
            CountSingle(column, stored, window);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CountSingle<T>(ColumnReader column, ReadOnlySpan<T> stored, in MatchWindow window)
        where T : unmanaged, IBinaryInteger<T>
    {
        _withValue += window.Count;
        var values = stored[window.Start..];
        var places = window.Places;
        if (_hasLanes)
        {
            var lanes = _lanes;
            for (var i = 0; i < places.Length; i++)
            {
                lanes[((i % Lanes) * LaneSize) | int.CreateTruncating(values[places[i]])]++;
            }

            return;
        }

        var lowest = (int)column.Numbers.Lowest;
        foreach (var place in places)
        {
            _ofSegment.Add(int.CreateTruncating(values[place]) + lowest);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CountSparse<T>(ColumnReader column, ReadOnlySpan<T> stored, in MatchWindow window)
        where T : unmanaged, IBinaryInteger<T>
    {
        var values = stored[window.Start..];
        var present = column.Present[(window.Start / 64)..];
        var lanes = _lanes;
        var places = window.Places;
        var lowest = (int)column.Numbers.Lowest;
        var withValue = 0;
        for (var i = 0; i < places.Length; i++)
        {
            var place = places[i];
            var has = (int)((present[place >> 6] >> (place & 63)) & 1);
            withValue += has;
            if (_hasLanes)
            {
                // A row without a value stores 0 and adds 0: cheaper than a branch that is hard to foresee.
                lanes[((i % Lanes) * LaneSize) | int.CreateTruncating(values[place])] += has;
            }
            else if (has != 0)
            {
                _ofSegment.Add(int.CreateTruncating(values[place]) + lowest);
            }
        }

        _withValue += withValue;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CountMany<T>(ReadOnlySpan<T> stored, ReadOnlySpan<uint> starts, ReadOnlySpan<int> places, int lowest)
        where T : unmanaged, IBinaryInteger<T>
    {
        var lanes = _lanes;
        var withValue = 0;
        for (var i = 0; i < places.Length; i++)
        {
            var place = places[i];
            var first = (int)starts[place];
            var end = (int)starts[place + 1];
            withValue += end > first ? 1 : 0;
            for (; first < end; first++)
            {
                var value = int.CreateTruncating(stored[first]);
                if (_hasLanes)
                {
                    lanes[((i % Lanes) * LaneSize) | value]++;
                }
                else
                {
                    _ofSegment.Add(value + lowest);
                }
            }
        }

        _withValue += withValue;
    }
}
