using System.Numerics;
using Lind.Index.Columns;
using Lind.Index.Schemas;

namespace Lind.Index.Collectors;

/// <summary>Summarises a number column over the matches.</summary>
internal sealed class HistogramCounter(HistogramRequest request)
{
    private const long None = -1;

    private readonly double[] _bounds = [.. request.Bounds];
    private readonly long[] _counts = new long[request.Bounds.Count];
    private long _values;
    private long _missing;
    private double _min = double.NaN;
    private double _max = double.NaN;
    private readonly SortedDictionary<long, double> _sums = []; // by segment: in whatever order they come, they add up the same
    private double _sum; // of the segment at hand
    private long _segment = None;

    internal void Collect(in MatchWindow window)
    {
        var columns = window.View.Reader.Tables[0].Columns;
        if ((uint)request.Column >= (uint)columns.Length || columns[request.Column].Kind is ColumnKind.Keyword or ColumnKind.Point)
        {
            throw new ArgumentException("A histogram names a column that is not there or not of numbers.");
        }

        Begin(window.View.Reader.Number);
        var column = columns[request.Column];
        var cursor = new ValueCursor(column);
        for (var i = 0; i < window.Rows.Length; i++)
        {
            for (var word = window.Rows[i]; word != 0; word &= word - 1)
            {
                var count = cursor.ValuesOf(window.Start + (i << 6) + BitOperations.TrailingZeroCount(word), out var value);
                _missing += count == 0 ? 1 : 0;
                for (; count > 0; count--, value++)
                {
                    var number = column.Numbers[value];
                    Add(column.Kind == ColumnKind.Real ? OrderedReal.Decode(number) : number);
                }
            }
        }
    }

    /// <summary>Adds what another counter of the same request has counted.</summary>
    internal void Merge(HistogramCounter other)
    {
        Begin(None);
        other.Begin(None);
        for (var i = 0; i < _counts.Length; i++)
        {
            _counts[i] += other._counts[i];
        }

        foreach (var (segment, sum) in other._sums)
        {
            _sums[segment] = sum;
        }

        _values += other._values;
        _missing += other._missing;
        _min = double.IsNaN(_min) || other._min < _min ? other._min : _min;
        _max = double.IsNaN(_max) || other._max > _max ? other._max : _max;
    }

    internal HistogramResult Finish()
    {
        Begin(None);
        return new(_counts, _values, _missing, _min, _max, _sums.Values.Sum());
    }

    private void Begin(long segment)
    {
        if (segment != _segment)
        {
            _sums[_segment] = _sum;
            (_segment, _sum) = (segment, 0);
        }
    }

    private void Add(double value)
    {
        _min = _values == 0 ? value : Math.Min(_min, value);
        _max = _values == 0 ? value : Math.Max(_max, value);
        _values++;
        _sum += value;
        var at = Array.BinarySearch(_bounds, value);
        var bucket = at >= 0 ? at : ~at - 1;
        if (bucket >= 0)
        {
            _counts[bucket]++;
        }
    }
}
