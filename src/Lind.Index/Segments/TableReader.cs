using Lind.Index.Columns;
using Lind.Index.Postings;
using Lind.Index.Schemas;
using Lind.Index.Storage;
using Lind.Index.Terms;

namespace Lind.Index.Segments;

/// <summary>Reads one table of a segment. Thread-safe.</summary>
internal sealed class TableReader
{
    private readonly IndexFile _columns;
    private readonly int _documents;
    private readonly byte[]?[] _lengths;
    private NestedRows? _nested;
    private FrequentProfiles? _frequentProfiles;
    private ProfileSlots? _profileSlots;

    internal TableReader(
        TableSchema schema, TablePlace place, int documents, IndexFile terms, IndexFile postings, IndexFile positions, IndexFile columns)
    {
        if (place.FieldTokens.Length != schema.TextFields.Count || place.Columns.Length != schema.Columns.Count
            || place.Lengths.Length != schema.LengthGroups)
        {
            throw IndexFormatException.In(columns.Name, "the segment was written for another schema");
        }

        (Schema, Place) = (schema, place);
        Dictionary = new TermDictionary(place.Terms.In(terms), place.TermOffsets.In(terms), place.TermCount);
        Profiles = new ProfileReader(place.ProfileStarts.In(terms), place.Profiles.In(terms), place.ProfileCount);
        Postings = place.Postings.In(postings);
        Positions = place.Positions.In(positions);
        (_columns, _documents) = (columns, documents);
        _lengths = new byte[]?[place.Lengths.Length];
        Layout = new PositionLayout(place.Orders, schema.AsideFrom);
        Columns = [.. place.Columns.Select((column, i) => new ColumnReader(schema.Columns[i].Kind, column, place.Rows, columns))];
    }

    internal TableSchema Schema { get; }

    internal TablePlace Place { get; }

    internal int Rows => Place.Rows;

    internal TermDictionary Dictionary { get; }

    internal ProfileReader Profiles { get; }

    /// <summary>The profiles with the most used ones kept unpacked.</summary>
    internal FrequentProfiles FrequentProfiles => _frequentProfiles ??= new FrequentProfiles(Profiles, Schema.AsideFrom);

    /// <summary>What of the profiles concerns fields that are not aside.</summary>
    internal ProfileSlots ProfileSlots => _profileSlots ??= new ProfileSlots(Profiles, Schema.AsideFrom, Place.FieldTokens);

    internal Region Postings { get; }

    internal Region Positions { get; }

    internal PositionLayout Layout { get; }

    internal ColumnReader[] Columns { get; }

    /// <summary>Length codes by row.</summary>
    internal ReadOnlySpan<byte> LengthsOf(int group) => _lengths[group] ?? LoadLengths(group);

    /// <summary>The document of each row of a nested table.</summary>
    internal ReadOnlySpan<uint> Parents => Nested.Parents;

    /// <summary>The first row of each document, and the end of the last one's; empty if there are no rows.</summary>
    internal ReadOnlySpan<uint> FirstRows => Nested.FirstRows;

    // Unpacked when first asked for; two threads that come first may both do it, and either's result will do.
    private NestedRows Nested => _nested ?? LoadNested();

    private byte[] LoadLengths(int group)
    {
        var codes = new byte[Rows];
        NestedRows.Unpack(Place.Lengths[group], codes.Length, _columns, (row, code) => codes[row] = (byte)code);
        return Interlocked.CompareExchange(ref _lengths[group], codes, null) ?? codes;
    }

    private NestedRows LoadNested()
    {
        var nested = NestedRows.Read(Place.RowCounts, _documents, Rows, _columns);
        return Interlocked.CompareExchange(ref _nested, nested, null) ?? nested;
    }
}
