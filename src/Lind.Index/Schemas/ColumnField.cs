namespace Lind.Index.Schemas;

/// <summary>What a column holds.</summary>
public enum ColumnKind
{
    /// <summary>Whole numbers of 64 bits.</summary>
    Integer = 1,

    /// <summary>Floating-point numbers; NaN is not a value.</summary>
    Real = 2,

    /// <summary>Closed ranges of whole numbers, such as the days a date of limited precision may mean.</summary>
    Range = 3,

    /// <summary>Byte strings out of a dictionary kept in ascending byte order.</summary>
    Keyword = 4,

    /// <summary>Points on the earth, as latitude and longitude in degrees.</summary>
    Point = 5,
}

/// <summary>A column of a table: values read by row, for filters, sorting, facets and histograms. A row may have any
/// number of values; a column in which no row has more than one is stored as a single-valued one.</summary>
/// <param name="Name">Unique among the columns of its table.</param>
/// <param name="Kind">What its values are.</param>
public sealed record ColumnField(string Name, ColumnKind Kind);
