using Lind.Index.Encoding;
using Lind.Index.Storage;

namespace Lind.Index.Columns;

/// <summary>Where the numbers of a column stand, and how they are laid out in memory.</summary>
/// <param name="Packed">The numbers, see <see cref="PackedNumbers"/>.</param>
/// <param name="Width">Bytes that a number less the lowest takes in memory: 1, 2, 4 or 8; 0 if there are none.</param>
/// <param name="Lowest">What to add.</param>
internal readonly record struct NumbersPlace(Section Packed, int Width, long Lowest);

/// <summary>Where a column's parts stand in the columns file; kept in the segment's own file.</summary>
/// <param name="Values">How many values there are.</param>
/// <param name="Present">The rows that have a value, each less the one before and less 1, as <see cref="PackedNumbers"/>; empty if
/// all have. Only if no row has two.</param>
/// <param name="Counts">Values of each row, as <see cref="PackedNumbers"/>; empty if no row has two.</param>
/// <param name="CountWidth">Bytes a count takes in memory: 1, 2 or 4; 0 if no row has two values.</param>
/// <param name="Numbers">The values (low ends, ordinals), one after another.</param>
/// <param name="Spans">For ranges: high less low end, stored like <paramref name="Numbers"/>.</param>
/// <param name="Keywords">For keywords: the sorted dictionary.</param>
/// <remarks>
/// <code>
/// values: var-int | present, counts, numbers, spans, keyword blocks, keyword offsets: 6 × section
/// count width: u8 | width of numbers: u8 | width of spans: u8 | lowest number: i64 | lowest span: i64 | keywords: var-int
/// </code>
/// </remarks>
internal sealed record ColumnPlace(
    int Values, Section Present, Section Counts, int CountWidth, NumbersPlace Numbers, NumbersPlace Spans, KeywordsPlace Keywords)
{
    internal void Write(ByteBuffer target)
    {
        target.WriteVarInt((uint)Values);
        foreach (var section in new[] { Present, Counts, Numbers.Packed, Spans.Packed, Keywords.Blocks, Keywords.Offsets })
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
        var sections = new Section[6];
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
            values, sections[0], sections[1], countWidth, new(sections[2], width, lowest), new(sections[3], spanWidth, spanLowest),
            new(sections[4], sections[5], VarInt.ReadInt(source, ref at)));
    }
}
