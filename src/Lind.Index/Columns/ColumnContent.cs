using Lind.Index.Storage;

namespace Lind.Index.Columns;

/// <summary>A column unpacked into memory, laid out for going through it quickly. Immutable.</summary>
internal sealed class ColumnContent
{
    private ColumnContent(ColumnPlace place, int rows, IndexFile file)
    {
        Check(place.Values >= 0 && (place.CountWidth != 0 || place.Values <= rows), "a wrong number of values");
        var numbers = Unpack(place.Numbers.Packed, place.Values, file);
        var spans = Unpack(place.Spans.Packed, place.Spans.Width == 0 ? 0 : place.Values, file);
        if (place.CountWidth != 0)
        {
            ReadCounts(place, rows, file);
        }
        else if (place.Values < rows)
        {
            (numbers, spans) = Spread(place, rows, numbers, spans, file);
        }

        Numbers = new NumberArray(numbers, place.Numbers.Width, place.Numbers.Lowest);
        Spans = new NumberArray(spans, place.Spans.Width, place.Spans.Lowest);
    }

    /// <summary>Values, low ends of ranges, ordinals of keywords: by row if no row has two (a row without one then stands as
    /// the lowest), else one after another.</summary>
    internal NumberArray Numbers { get; }

    /// <summary>For ranges: high less low end.</summary>
    internal NumberArray Spans { get; }

    /// <summary>A bit for each row that has a value; empty if all have, or if some row has two.</summary>
    internal ulong[] Present { get; private set; } = [];

    /// <summary>Values of each row, in one, two or four bytes; empty if no row has two.</summary>
    internal byte[] Counts { get; private set; } = [];

    /// <summary>The first value of each row, and the end of the last one's; empty if no row has two.</summary>
    internal uint[] Starts { get; private set; } = [];

    /// <exception cref="IndexFormatException">The column contradicts itself.</exception>
    internal static ColumnContent Read(ColumnPlace place, int rows, IndexFile file)
    {
        try
        {
            return new ColumnContent(place, rows, file);
        }
        catch (Exception broken) when (broken is IndexOutOfRangeException or ArgumentException or InvalidDataException)
        {
            throw IndexFormatException.In(file.Name, $"a column cannot be read: {broken.Message}");
        }
    }

    private static ulong[] Unpack(Section section, int count, IndexFile file)
    {
        var at = 0;
        return count == 0 ? [] : PackedNumbers.Read(section.In(file).From(0, int.MaxValue), count, ref at);
    }

    private void ReadCounts(ColumnPlace place, int rows, IndexFile file)
    {
        var counts = Unpack(place.Counts, rows, file);
        Counts = new NumberArray(counts, place.CountWidth, 0).Stored<byte>().ToArray();
        Starts = new uint[rows + 1];
        ulong start = 0;
        for (var row = 0; row < rows; row++)
        {
            Check(counts[row] <= (ulong)place.Values, "a count out of range");
            start += counts[row];
            Starts[row + 1] = (uint)start;
        }

        Check(start == (ulong)place.Values, "counts that do not add up");
    }

    private (ulong[] Numbers, ulong[] Spans) Spread(ColumnPlace place, int rows, ulong[] numbers, ulong[] spans, IndexFile file)
    {
        Present = new ulong[(rows + 63) / 64];
        var (spreadNumbers, spreadSpans) = (new ulong[rows], new ulong[spans.Length == 0 ? 0 : rows]);
        long row = -1;
        var gaps = Unpack(place.Present, place.Values, file);
        for (var i = 0; i < gaps.Length; i++)
        {
            Check(gaps[i] < (ulong)rows, "a row out of range");
            row += (long)gaps[i] + 1;
            Check(row < rows, "a row out of range");
            Present[row >> 6] |= 1UL << (int)(row & 63);
            spreadNumbers[row] = numbers[i];
            if (spans.Length > 0)
            {
                spreadSpans[row] = spans[i];
            }
        }

        return (spreadNumbers, spreadSpans);
    }

    private static void Check(bool condition, string problem)
    {
        if (!condition)
        {
            throw new InvalidDataException(problem);
        }
    }
}
