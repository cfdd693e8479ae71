using Lind.Index.Columns;
using Lind.Index.Encoding;
using Lind.Index.Storage;

namespace Lind.Index.Segments;

/// <summary>Where a table's parts stand in a segment's files, and its totals.</summary>
/// <remarks>
/// In the segment's own file, all numbers var-ints, sections as offset and length:
/// <code>
/// rows | term count | profile count | dictionary blocks, dictionary offsets (terms file) | profile starts, profiles (terms file)
/// postings (postings file) | positions (positions file) | rows of each document (columns file, PackedNumbers; empty if there are none)
/// fields n | n × (order of first positions: u8 | order of distances: u8 | tokens | rows with the field)
/// length groups g | g × (total | length codes by row (columns file, PackedNumbers))
/// columns c | c × ColumnPlace
/// </code>
/// </remarks>
internal sealed record TablePlace
{
    internal required int Rows { get; init; }

    internal required int TermCount { get; init; }

    internal required Section Terms { get; init; }

    internal required Section TermOffsets { get; init; }

    internal required Section ProfileStarts { get; init; }

    internal required Section Profiles { get; init; }

    internal required int ProfileCount { get; init; }

    internal required Section Postings { get; init; }

    internal required Section Positions { get; init; }

    /// <summary>For a nested table: how many rows each document has.</summary>
    internal required Section RowCounts { get; init; }

    /// <summary>Two for each field, see <see cref="Postings.PositionCode"/>.</summary>
    internal required byte[] Orders { get; init; }

    internal required long[] FieldTokens { get; init; }

    internal required int[] FieldRows { get; init; }

    internal required long[] LengthTotals { get; init; }

    internal required Section[] Lengths { get; init; }

    internal required ColumnPlace[] Columns { get; init; }

    internal void Write(ByteBuffer target)
    {
        target.WriteVarInt((uint)Rows);
        target.WriteVarInt((uint)TermCount);
        target.WriteVarInt((uint)ProfileCount);
        foreach (var section in new[] { Terms, TermOffsets, ProfileStarts, Profiles, Postings, Positions, RowCounts })
        {
            target.WriteSection(section);
        }

        target.WriteVarInt((uint)FieldTokens.Length);
        for (var field = 0; field < FieldTokens.Length; field++)
        {
            target.WriteByte(Orders[field * 2]);
            target.WriteByte(Orders[(field * 2) + 1]);
            target.WriteVarInt((ulong)FieldTokens[field]);
            target.WriteVarInt((uint)FieldRows[field]);
        }

        target.WriteVarInt((uint)Lengths.Length);
        for (var group = 0; group < Lengths.Length; group++)
        {
            target.WriteVarInt((ulong)LengthTotals[group]);
            target.WriteSection(Lengths[group]);
        }

        target.WriteVarInt((uint)Columns.Length);
        Array.ForEach(Columns, column => column.Write(target));
    }

    internal static TablePlace Read(ReadOnlySpan<byte> source, ref int at)
    {
        int rows = VarInt.ReadInt(source, ref at), terms = VarInt.ReadInt(source, ref at), profiles = VarInt.ReadInt(source, ref at);
        var sections = new Section[7];
        for (var i = 0; i < sections.Length; i++)
        {
            sections[i] = SectionCoding.Read(source, ref at);
        }

        var fields = VarInt.ReadInt(source, ref at);
        var (orders, tokens, fieldRows) = (new byte[fields * 2], new long[fields], new int[fields]);
        for (var field = 0; field < fields; field++)
        {
            orders[field * 2] = source[at++];
            orders[(field * 2) + 1] = source[at++];
            tokens[field] = (long)VarInt.Read(source, ref at);
            fieldRows[field] = VarInt.ReadInt(source, ref at);
        }

        var groups = VarInt.ReadInt(source, ref at);
        var (totals, lengths) = (new long[groups], new Section[groups]);
        for (var group = 0; group < groups; group++)
        {
            totals[group] = (long)VarInt.Read(source, ref at);
            lengths[group] = SectionCoding.Read(source, ref at);
        }

        var columns = new ColumnPlace[VarInt.ReadInt(source, ref at)];
        for (var column = 0; column < columns.Length; column++)
        {
            columns[column] = ColumnPlace.Read(source, ref at);
        }

        return new TablePlace
        {
            Rows = rows,
            TermCount = terms,
            Terms = sections[0],
            TermOffsets = sections[1],
            ProfileStarts = sections[2],
            Profiles = sections[3],
            ProfileCount = profiles,
            Postings = sections[4],
            Positions = sections[5],
            RowCounts = sections[6],
            Orders = orders,
            FieldTokens = tokens,
            FieldRows = fieldRows,
            LengthTotals = totals,
            Lengths = lengths,
            Columns = columns,
        };
    }
}
