using Lind.Index.Columns;
using Lind.Index.Postings;
using Lind.Index.Schemas;
using Lind.Index.Storage;
using Lind.Index.Terms;

namespace Lind.Index.Segments;

/// <summary>Reads one table of a segment. Thread-safe.</summary>
internal sealed class TableReader
{
    private readonly Region[] _lengths;
    private readonly Region _parents;
    private readonly Region _firstRows;
    private FrequentProfiles? _frequentProfiles;

    internal TableReader(TableSchema schema, TablePlace place, IndexFile terms, IndexFile postings, IndexFile positions, IndexFile columns)
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
        _parents = place.Parents.In(columns);
        _firstRows = place.FirstRows.In(columns);
        _lengths = [.. place.Lengths.Select(section => section.In(columns))];
        Columns = [.. place.Columns.Select((column, i) => new ColumnReader(schema.Columns[i].Kind, column, place.Rows, columns))];
    }

    internal TableSchema Schema { get; }

    internal TablePlace Place { get; }

    internal int Rows => Place.Rows;

    internal TermDictionary Dictionary { get; }

    internal ProfileReader Profiles { get; }

    /// <summary>The profiles with the most used ones unpacked, when first asked for.</summary>
    internal FrequentProfiles FrequentProfiles => _frequentProfiles ??= new FrequentProfiles(Profiles);

    internal Region Postings { get; }

    internal Region Positions { get; }

    internal ColumnReader[] Columns { get; }

    /// <summary>Length codes by row.</summary>
    internal ReadOnlySpan<byte> LengthsOf(int group) => _lengths[group].As<byte>();

    /// <summary>The document of each row of a nested table.</summary>
    internal ReadOnlySpan<uint> Parents => _parents.As<uint>();

    /// <summary>The first row of each document, and the end of the last one's; empty if there are no rows.</summary>
    internal ReadOnlySpan<uint> FirstRows => _firstRows.As<uint>();
}
