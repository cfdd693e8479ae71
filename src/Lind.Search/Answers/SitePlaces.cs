namespace Lind.Search;

/// <summary>The sites of all matching studies at one point of the map.</summary>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Sites">Sites at the point.</param>
/// <param name="Recruiting">Those of studies that say RECRUITING whose own status is RECRUITING, or that have none. A
/// site of a study of unknown status never counts.</param>
public sealed record SitePoint(double Latitude, double Longitude, int Sites, int Recruiting);

/// <summary>A place where the registry has sites.</summary>
/// <param name="City">The city as recorded; null when not given.</param>
/// <param name="State">The state or region; null when not given.</param>
/// <param name="Country">The country; null when not given.</param>
/// <param name="Latitude">Degrees north; null for the sites there that give no coordinates.</param>
/// <param name="Longitude">Degrees east; null for the sites there that give no coordinates.</param>
/// <param name="Sites">Sites recorded there.</param>
public sealed record SitePlace(string? City, string? State, string? Country, double? Latitude, double? Longitude, int Sites);
