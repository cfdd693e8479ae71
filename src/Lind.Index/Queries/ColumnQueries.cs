namespace Lind.Index.Queries;

/// <summary>Rows with a value from <paramref name="Low"/> to <paramref name="High"/>, both included, in an integer
/// column.</summary>
public sealed record IntegerQuery(int Column, long Low, long High) : Query;

/// <summary>Rows with a value from <paramref name="Low"/> to <paramref name="High"/>, both included, in a real
/// column.</summary>
public sealed record RealQuery(int Column, double Low, double High) : Query;

/// <summary>How a range of a row must lie to the range asked for.</summary>
public enum RangeRelation
{
    /// <summary>They share at least one number.</summary>
    Overlaps,

    /// <summary>The row's range lies wholly within the one asked for.</summary>
    Within,
}

/// <summary>Rows with a range in that relation to <paramref name="Low"/>..<paramref name="High"/> (both included) in a
/// range column.</summary>
public sealed record RangeQuery(int Column, long Low, long High, RangeRelation Relation = RangeRelation.Overlaps) : Query;

/// <summary>Rows with any of the values in a keyword column.</summary>
public sealed record KeywordQuery(int Column, params IReadOnlyList<ReadOnlyMemory<byte>> Values) : Query;

/// <summary>Rows with a value in a keyword column that starts with these bytes.</summary>
public sealed record KeywordPrefixQuery(int Column, ReadOnlyMemory<byte> Prefix) : Query;

/// <summary>Rows with a point at most <paramref name="Metres"/> (great circle) from the given one in a point
/// column.</summary>
public sealed record DistanceQuery(int Column, double Latitude, double Longitude, double Metres) : Query;

/// <summary>Rows with at least one token in the text field. (A value without tokens does not count.)</summary>
public sealed record FieldExistsQuery(int Field) : Query;

/// <summary>Rows with at least one value in the column.</summary>
public sealed record ColumnExistsQuery(int Column) : Query;

/// <summary>Documents with one of these keys. Only on the table of documents.</summary>
public sealed record KeyQuery(params IReadOnlyList<long> Keys) : Query
{
    /// <summary>The score of each key's document, from 0 on, in the order of <see cref="Keys"/>, of which none stands there
    /// twice; null: all score 0.</summary>
    public IReadOnlyList<float>? Scores { get; init; }
}
