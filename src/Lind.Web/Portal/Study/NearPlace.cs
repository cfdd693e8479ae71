namespace Lind.Web.Portal;

/// <summary>A place a reader typed, and where it lies; no point when the registry's sites do not know it.</summary>
public sealed record NearPlace(string Text, string? Name, double? Latitude, double? Longitude);
