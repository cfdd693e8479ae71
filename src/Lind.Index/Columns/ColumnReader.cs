using System.Runtime.InteropServices;
using Lind.Index.Schemas;
using Lind.Index.Storage;

namespace Lind.Index.Columns;

/// <summary>Reads a column of a segment; what stands where is described at <see cref="ColumnPlace"/>. Thread-safe.</summary>
/// <remarks>The column is unpacked into memory when it is first asked for, so columns that nobody asks for cost
/// nothing.</remarks>
internal sealed class ColumnReader
{
    private readonly ColumnPlace _place;
    private readonly IndexFile _file;
    private readonly int _countWidth;
    private ColumnContent? _content;
    private int[]? _rowsByKeyword;

    internal ColumnReader(ColumnKind kind, ColumnPlace place, int rows, IndexFile file)
    {
        (Kind, Rows, ValueCount) = (kind, rows, place.Values);
        (_place, _file, _countWidth) = (place, file, place.CountWidth);
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
    internal ReadOnlySpan<ulong> Present => Content.Present;

    /// <summary>Values, low ends of ranges, ordinals of keywords.</summary>
    internal NumberArray Numbers => Content.Numbers;

    /// <summary>For ranges: high less low end.</summary>
    internal NumberArray Spans => Content.Spans;

    /// <summary>For keyword columns: the different keywords.</summary>
    internal KeywordDictionary Keywords { get; }

    /// <summary>How many rows have each keyword (a row that has it twice counts twice), by ordinal. Counted once, when first asked
    /// for. Only for keyword columns.</summary>
    internal int[] RowsByKeyword => _rowsByKeyword ?? CountRows();

    /// <summary>How many values each row has, if they fit in a byte; empty: they do not, or no row has two.</summary>
    internal ReadOnlySpan<byte> ByteCounts => _countWidth == 1 ? Content.Counts : [];

    /// <summary>How many values a row has.</summary>
    internal int CountOf(int row) => _countWidth switch
    {
        0 => !IsSparse || ((Present[row >> 6] >> (row & 63)) & 1) != 0 ? 1 : 0,
        1 => Content.Counts[row],
        2 => MemoryMarshal.Cast<byte, ushort>(Content.Counts)[row],
        _ => (int)MemoryMarshal.Cast<byte, uint>(Content.Counts)[row],
    };

    /// <summary>Where a row's values start in <see cref="Numbers"/>.</summary>
    internal int StartOf(int row) => IsSingle ? row : (int)Content.Starts[row];

    /// <summary>Where each row's values start, and at the end where the last row's end. Only if not
    /// <see cref="IsSingle"/>.</summary>
    internal uint[] AllStarts => Content.Starts;

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

    /// <summary>Reads all of the column.</summary>
    /// <exception cref="IndexFormatException">It contradicts itself.</exception>
    internal void Check() => ColumnContent.Read(_place, Rows, _file);

    // Two threads that come first may both unpack; either's result will do.
    private ColumnContent Content => _content ?? Load();

    private ColumnContent Load()
    {
        var content = ColumnContent.Read(_place, Rows, _file);
        return Interlocked.CompareExchange(ref _content, content, null) ?? content;
    }

    private int[] CountRows()
    {
        var rows = new int[Keywords.Count];
        var cursor = new ValueCursor(this);
        for (var row = 0; row < Rows; row++)
        {
            var count = cursor.ValuesOf(row, out var value);
            for (; count > 0; count--, value++)
            {
                rows[Numbers[value]]++;
            }
        }

        return Interlocked.CompareExchange(ref _rowsByKeyword, rows, null) ?? rows;
    }
}
