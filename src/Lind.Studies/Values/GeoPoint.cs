namespace Lind.Studies;

/// <summary>A point on the earth: where the registry places a site's city.</summary>
/// <remarks>Numbers are kept as decimals so that they are written as they came. Check <see cref="IsOnEarth"/> before
/// use: records are not trusted to hold sensible numbers.</remarks>
public sealed record GeoPoint : StudyPart
{
    /// <summary>Degrees north of the equator.</summary>
    public decimal? Lat { get; init; }

    /// <summary>Degrees east of Greenwich.</summary>
    public decimal? Lon { get; init; }

    /// <summary>Whether both numbers are there, latitude within 90 and longitude within 180 degrees.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsOnEarth => Lat is >= -90 and <= 90 && Lon is >= -180 and <= 180;
}
