using Lind.Index.Schemas;
using Lind.Index.Storage;

namespace Lind.Index.Columns;

/// <summary>Reads a column of a segment; what stands where is described at <see cref="ColumnPlace"/>. Thread-safe.</summary>
internal sealed class ColumnReader
{
    private readonly Region _present;
    private readonly Region _counts;
    private readonly Region _starts;
    private readonly int _countWidth;
    private uint[]? _allStarts;

    internal ColumnReader(ColumnKind kind, ColumnPlace place, int rows, IndexFile file)
    {
        Kind = kind;
        Rows = rows;
        ValueCount = place.Values;
        _present = place.Present.In(file);
        _counts = place.Counts.In(file);
        _starts = place.Starts.In(file);
        _countWidth = place.CountWidth;
        Numbers = new NumberArray(place.Numbers, file);
        Spans = new NumberArray(place.Spans, file);
        Keywords = new KeywordDictionary(place.Keywords.Blocks.In(file), place.Keywords.Offsets.In(file), place.Keywords.Count);
    }

    internal ColumnKind Kind { get; }

    internal int Rows { get; }

    internal int ValueCount { get; }

    /// <summary>Whether no row has two values; then a row's value stands at its own number.</summary>
    internal bool IsSingle => _countWidth == 0;

    /// <summary>Whether some rows have no value. Only meaningful if <see cref="IsSingle"/>.</summary>
    internal bool IsSparse => ValueCount < Rows;

    /// <summary>A bit for each row that has a value. Only if <see cref="IsSingle"/> and <see cref="IsSparse"/>.</summary>
    internal ReadOnlySpan<ulong> Present => _present.As<ulong>();

    /// <summary>Values, low ends of ranges, ordinals of keywords.</summary>
    internal NumberArray Numbers { get; }

    /// <summary>For ranges: high less low end.</summary>
    internal NumberArray Spans { get; }

    /// <summary>For keyword columns: the different keywords.</summary>
    internal KeywordDictionary Keywords { get; }

    /// <summary>How many values each row has, if they fit in a byte; empty: they do not, or no row has two.</summary>
    internal ReadOnlySpan<byte> ByteCounts => _countWidth == 1 ? _counts.As<byte>() : [];

    /// <summary>How many values a row has.</summary>
    internal int CountOf(int row) => _countWidth switch
    {
        0 => !IsSparse || ((Present[row >> 6] >> (row & 63)) & 1) != 0 ? 1 : 0,
        1 => _counts.As<byte>()[row],
        2 => _counts.As<ushort>()[row],
        _ => (int)_counts.As<uint>()[row],
    };

    /// <summary>Where a row's values start in <see cref="Numbers"/>.</summary>
    internal int StartOf(int row)
    {
        if (IsSingle)
        {
            return row;
        }

        var start = (int)_starts.As<uint>()[row / ColumnWriter.RowsPerStart];
        var before = row / ColumnWriter.RowsPerStart * ColumnWriter.RowsPerStart;
        var counts = ByteCounts;
        for (; before < row; before++)
        {
            start += counts.IsEmpty ? CountOf(before) : counts[before];
        }

        return start;
    }

    /// <summary>Where each row's values start, and at the end where the last row's end: 4 bytes a row, worked out when first
    /// asked for. Only if not <see cref="IsSingle"/>.</summary>
    internal uint[] AllStarts
    {
        get
        {
            return _allStarts ?? Sum();

            uint[] Sum()
            {
                var starts = new uint[Rows + 1];
                for (var row = 0; row < Rows; row++)
                {
                    starts[row + 1] = starts[row] + (uint)CountOf(row);
                }

                return _allStarts = starts;
            }
        }
    }

    /// <summary>The row's first value (a range's low end) as a number; NaN if it has none.</summary>
    internal double FirstNumber(int row)
    {
        if (CountOf(row) == 0)
        {
            return double.NaN;
        }

        var value = Numbers[StartOf(row)];
        return Kind == ColumnKind.Real ? OrderedReal.Decode(value) : value;
    }
}
