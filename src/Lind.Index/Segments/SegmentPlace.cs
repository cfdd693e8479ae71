using Lind.Index.Columns;
using Lind.Index.Encoding;
using Lind.Index.Storage;

namespace Lind.Index.Segments;

/// <summary>The content of a segment's own file: where everything stands in the other four.</summary>
/// <remarks>
/// <code>
/// keys, by document (columns file, PackedNumbers): section, width in memory: u8, lowest: i64 | documents by ascending key (columns file), empty if that
/// is their order: section | tables: var-int | each a TablePlace
/// </code>
/// </remarks>
internal sealed record SegmentPlace(NumbersPlace Keys, Section KeyOrder, TablePlace[] Tables)
{
    internal void Write(ByteBuffer target)
    {
        target.WriteSection(Keys.Packed);
        target.WriteByte((byte)Keys.Width);
        target.WriteValues<long>([Keys.Lowest]);
        target.WriteSection(KeyOrder);
        target.WriteVarInt((uint)Tables.Length);
        Array.ForEach(Tables, table => table.Write(target));
    }

    internal static SegmentPlace Read(ReadOnlySpan<byte> source)
    {
        var at = 0;
        var keys = SectionCoding.Read(source, ref at);
        int width = source[at++];
        var lowest = BitConverter.ToInt64(source[at..]);
        at += 8;
        var order = SectionCoding.Read(source, ref at);
        var tables = new TablePlace[VarInt.ReadInt(source, ref at)];
        for (var table = 0; table < tables.Length; table++)
        {
            tables[table] = TablePlace.Read(source, ref at);
        }

        return new SegmentPlace(new NumbersPlace(keys, width, lowest), order, tables);
    }
}
