using System.Buffers;
using Lind.Index.Encoding;
using Lind.Index.Schemas;
using Lind.Index.Storage;

namespace Lind.Index.Columns;

/// <summary>Writes a column; what stands where is described at <see cref="ColumnPlace"/>.</summary>
internal static class ColumnWriter
{
    internal static ColumnPlace Write(ColumnBuffer column, int rows, IndexOutput output)
    {
        KeywordsPlace keywords = default;
        var content = new Content(column.Rows.ToArray(), column.Values.ToArray(), column.Highs.ToArray());
        if (column.Kind == ColumnKind.Keyword)
        {
            keywords = KeywordDictionary.Write(column.Keywords, output, out var ordinals);
            content = ToOrdinals(content, ordinals);
        }

        for (var i = 0; i < content.Spans.Length; i++)
        {
            content.Spans[i] -= content.Values[i];
        }

        var place = new ColumnPlace(content.Values.Length, default, default, 0, default, default, keywords)
        {
            Numbers = WriteNumbers(content.Values, output),
            Spans = content.Spans.Length == 0 ? default : WriteNumbers(content.Spans, output),
        };
        return HasRowWithTwo(content.Rows) ? WriteCounts(place, content.Rows, rows, output)
            : content.Rows.Length < rows ? place with { Present = PackedNumbers.Write(Gaps(content.Rows), 0, output) }
            : place;
    }

    private static ColumnPlace WriteCounts(ColumnPlace place, uint[] rowOfValue, int rows, IndexOutput output)
    {
        var room = ArrayPool<long>.Shared.Rent(rows);
        var counts = room.AsSpan(0, rows);
        counts.Clear();
        var highest = 0L;
        foreach (var row in rowOfValue)
        {
            highest = Math.Max(highest, ++counts[(int)row]);
        }

        place = place with { Counts = PackedNumbers.Write(counts, 0, output), CountWidth = WidthOf((ulong)highest) };
        ArrayPool<long>.Shared.Return(room);
        return place;
    }

    /// <summary>Writes numbers, packed.</summary>
    internal static NumbersPlace WriteNumbers(ReadOnlySpan<long> values, IndexOutput output)
    {
        if (values.IsEmpty)
        {
            return new NumbersPlace(default, WidthOf(0), 0);
        }

        long low = values[0], high = values[0];
        foreach (var value in values)
        {
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }

        return new NumbersPlace(PackedNumbers.Write(values, low, output), WidthOf((ulong)(high - low)), low);
    }

    /// <summary>How many bytes numbers up to the given one take in memory.</summary>
    private static int WidthOf(ulong highest) =>
        highest <= byte.MaxValue ? 1 : highest <= ushort.MaxValue ? 2 : highest <= uint.MaxValue ? 4 : 8;

    private static long[] Gaps(uint[] rows)
    {
        var gaps = new long[rows.Length];
        for (var i = 0; i < gaps.Length; i++)
        {
            gaps[i] = rows[i] - (i == 0 ? -1L : rows[i - 1]) - 1;
        }

        return gaps;
    }

    private static bool HasRowWithTwo(ReadOnlySpan<uint> rows)
    {
        for (var i = 1; i < rows.Length; i++)
        {
            if (rows[i] == rows[i - 1])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Within a row ordinals ascend and stand once, so that each value counts once.</summary>
    private static Content ToOrdinals(Content content, int[] ordinals)
    {
        var rows = new UIntBuffer(content.Rows.Length + 1);
        var values = new List<long>(content.Rows.Length);
        for (var i = 0; i < content.Rows.Length;)
        {
            var end = i;
            for (; end < content.Rows.Length && content.Rows[end] == content.Rows[i]; end++)
            {
                content.Values[end] = ordinals[content.Values[end]];
            }

            Array.Sort(content.Values, i, end - i);
            for (var start = i; i < end; i++)
            {
                if (i == start || content.Values[i] != content.Values[i - 1])
                {
                    rows.Add(content.Rows[i]);
                    values.Add(content.Values[i]);
                }
            }
        }

        return new Content(rows.Values.ToArray(), [.. values], []);
    }

    private readonly record struct Content(uint[] Rows, long[] Values, long[] Spans);
}
