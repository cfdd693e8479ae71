using Lind.Index.Encoding;
using Lind.Index.Storage;

namespace Lind.Index.Columns;

/// <summary>Where the numbers of a column stand and how they are packed.</summary>
/// <param name="Bytes">Each number less <paramref name="Lowest"/> in <paramref name="Width"/> bytes.</param>
/// <param name="Width">1, 2, 4 or 8.</param>
/// <param name="Lowest">What to add.</param>
internal readonly record struct NumbersPlace(Section Bytes, int Width, long Lowest);

/// <summary>Where a column's parts stand in the columns file; kept in the segment's own file.</summary>
/// <param name="Values">How many values there are.</param>
/// <param name="Present">A bit for each row that has a value; empty if all have. Only if no row has two.</param>
/// <param name="Counts">Values of each row, in <paramref name="CountWidth"/> bytes; empty if no row has two.</param>
/// <param name="CountWidth">1, 2 or 4; 0 if no row has two values.</param>
/// <param name="Starts">The first value of every 16th row, as u32; empty if no row has two.</param>
/// <param name="Numbers">The values (low ends, ordinals): by row if no row has two, else by value.</param>
/// <param name="Spans">For ranges: high less low end, stored like <paramref name="Numbers"/>.</param>
/// <param name="Keywords">For keywords: the sorted dictionary.</param>
internal sealed record ColumnPlace(
    int Values, Section Present, Section Counts, int CountWidth, Section Starts, NumbersPlace Numbers, NumbersPlace Spans,
    KeywordsPlace Keywords)
{
    internal void Write(ByteBuffer target)
    {
        target.WriteVarInt((uint)Values);
        foreach (var section in new[] { Present, Counts, Starts, Numbers.Bytes, Spans.Bytes, Keywords.Blocks, Keywords.Offsets })
        {
            target.WriteSection(section);
        }

        target.WriteByte((byte)CountWidth);
        target.WriteByte((byte)Numbers.Width);
        target.WriteByte((byte)Spans.Width);
        target.WriteValues<long>([Numbers.Lowest, Spans.Lowest]);
        target.WriteVarInt((uint)Keywords.Count);
    }

    internal static ColumnPlace Read(ReadOnlySpan<byte> source, ref int at)
    {
        var values = VarInt.ReadInt(source, ref at);
        var sections = new Section[7];
        for (var i = 0; i < sections.Length; i++)
        {
            sections[i] = SectionCoding.Read(source, ref at);
        }

        int countWidth = source[at], width = source[at + 1], spanWidth = source[at + 2];
        at += 3;
        var lowest = BitConverter.ToInt64(source[at..]);
        var spanLowest = BitConverter.ToInt64(source[(at + 8)..]);
        at += 16;
        return new ColumnPlace(
            values, sections[0], sections[1], countWidth, sections[2], new(sections[3], width, lowest),
            new(sections[4], spanWidth, spanLowest), new(sections[5], sections[6], VarInt.ReadInt(source, ref at)));
    }
}
