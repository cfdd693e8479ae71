namespace Lind.Search;

/// <summary>What one field holds over all studies that match a request (<c>/stats/field/values</c>).</summary>
/// <param name="Piece">The piece.</param>
/// <param name="Field">The JSON path.</param>
/// <param name="Type">ENUM, STRING, DATE, INTEGER, NUMBER or BOOLEAN.</param>
/// <param name="Matching">Studies looked at.</param>
/// <param name="Missing">Studies without a value.</param>
public sealed record FieldStatistics(string Piece, string Field, string Type, long Matching, long Missing)
{
    /// <summary>Different values seen; null for types that do not list values.</summary>
    public long? UniqueValues { get; init; }

    /// <summary>The most frequent values, at most 250, with their studies.</summary>
    public IReadOnlyList<FacetValue> TopValues { get; init; } = [];

    /// <summary>The smallest value (number, or ISO date); null when none.</summary>
    public string? Min { get; init; }

    /// <summary>The largest value; null when none.</summary>
    public string? Max { get; init; }

    /// <summary>The mean of a number; null for other types.</summary>
    public double? Average { get; init; }

    /// <summary>The longest text in characters; null for other types.</summary>
    public int? LongestText { get; init; }

    /// <summary>The precisions seen of a date, as <c>yyyy-MM</c>.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [];

    /// <summary>Studies with <c>true</c>; null for other types.</summary>
    public long? TrueCount { get; init; }

    /// <summary>Studies with <c>false</c>; null for other types.</summary>
    public long? FalseCount { get; init; }
}

/// <summary>How many items one list field has (<c>/stats/field/sizes</c>).</summary>
/// <param name="Piece">The piece.</param>
/// <param name="Field">The JSON path.</param>
/// <param name="Min">Fewest items of a study that has any.</param>
/// <param name="Max">Most items.</param>
/// <param name="TopSizes">Sizes with their number of studies, most frequent first.</param>
/// <param name="UniqueSizes">Different sizes seen.</param>
public sealed record FieldSizes(
    string Piece, string Field, int Min, int Max, IReadOnlyList<FacetValue> TopSizes, int UniqueSizes);
