namespace Lind.Web.Portal;

/// <summary>One or more sites at a point of the map. <paramref name="Open"/>: at least one of them is recruiting;
/// <paramref name="Recruiting"/> says how many, where that was counted.</summary>
public sealed record MapSite(double Latitude, double Longitude, int Count, bool Open, string Label, int Recruiting = 0);
