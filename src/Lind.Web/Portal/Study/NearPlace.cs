namespace Lind.Web.Portal;

/// <summary>A place a reader typed, and where it lies; no point when the registry's sites do not know it.</summary>
public sealed record NearPlace(string Text, string? Name, double? Latitude, double? Longitude)
{
    /// <summary>Sites around the place that only the names of their towns tell, as an expression about one site; null
    /// when this registry has none. Records made from older files give no coordinates.</summary>
    public string? ByName { get; init; }
}
