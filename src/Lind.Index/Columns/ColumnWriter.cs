using Lind.Index.Encoding;
using Lind.Index.Schemas;
using Lind.Index.Storage;

namespace Lind.Index.Columns;

/// <summary>Writes a column; what stands where is described at <see cref="ColumnPlace"/>.</summary>
internal static class ColumnWriter
{
    internal const int RowsPerStart = 16;

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

        var place = new ColumnPlace(content.Values.Length, default, default, 0, default, default, default, keywords);
        return HasRowWithTwo(content.Rows)
            ? WriteMany(place, content, rows, output)
            : WriteSingle(place, content, rows, output);
    }

    private static ColumnPlace WriteSingle(ColumnPlace place, Content content, int rows, IndexOutput output)
    {
        var present = default(Section);
        if (content.Rows.Length < rows)
        {
            var bits = new ulong[(rows + 63) / 64];
            foreach (var row in content.Rows)
            {
                bits[row >> 6] |= 1UL << (int)(row & 63);
            }

            present = new Section(output.Align(), bits.Length * 8L);
            output.WriteValues<ulong>(bits);
        }

        return place with
        {
            Present = present,
            Numbers = WriteNumbers(Spread(content.Values, content.Rows, rows), output),
            Spans = content.Spans.Length == 0 ? default : WriteNumbers(Spread(content.Spans, content.Rows, rows), output),
        };
    }

    private static ColumnPlace WriteMany(ColumnPlace place, Content content, int rows, IndexOutput output)
    {
        var counts = new long[rows];
        foreach (var row in content.Rows)
        {
            counts[row]++;
        }

        var starts = new uint[(rows + RowsPerStart - 1) / RowsPerStart];
        uint start = 0;
        for (var row = 0; row < rows; row++)
        {
            if (row % RowsPerStart == 0)
            {
                starts[row / RowsPerStart] = start;
            }

            start += (uint)counts[row];
        }

        // Lowest is 0 so that counts can be read as they stand.
        var packed = WriteNumbers(counts, output, lowest: 0);
        var startsSection = new Section(output.Align(), starts.Length * 4L);
        output.WriteValues<uint>(starts);
        return place with
        {
            Counts = packed.Bytes,
            CountWidth = packed.Width,
            Starts = startsSection,
            Numbers = WriteNumbers(content.Values, output),
            Spans = content.Spans.Length == 0 ? default : WriteNumbers(content.Spans, output),
        };
    }

    internal static NumbersPlace WriteNumbers(long[] values, IndexOutput output, long? lowest = null)
    {
        var low = lowest ?? (values.Length == 0 ? 0 : values.Min());
        var high = values.Length == 0 ? 0 : values.Max();
        var spread = (ulong)(high - low);
        var width = spread <= byte.MaxValue ? 1 : spread <= ushort.MaxValue ? 2 : spread <= uint.MaxValue ? 4 : 8;
        var section = new Section(output.Align(), values.Length * (long)width);
        var chunk = new byte[8 * 1024];
        var filled = 0;
        foreach (var value in values)
        {
            BitConverter.TryWriteBytes(chunk.AsSpan(filled), value - low);
            filled += width;
            if (filled > chunk.Length - 8)
            {
                output.Write(chunk.AsSpan(0, filled));
                filled = 0;
            }
        }

        output.Write(chunk.AsSpan(0, filled));
        return new NumbersPlace(section, width, low);
    }

    /// <summary>Values by row; rows without one take the lowest value, so that they widen nothing.</summary>
    private static long[] Spread(long[] values, ReadOnlySpan<uint> rows, int count)
    {
        var spread = new long[count];
        if (values.Length < count && values.Length > 0)
        {
            Array.Fill(spread, values.Min());
        }

        for (var i = 0; i < values.Length; i++)
        {
            spread[rows[i]] = values[i];
        }

        return spread;
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
