namespace Lind.Web.Portal;

/// <summary>How much of a place is named.</summary>
public enum PlaceKind
{
    City,
    State,
    Country,
}

/// <summary>A city, region or country where the registry has sites, with the point of most of them and their number.</summary>
public sealed record KnownPlace(
    PlaceKind Kind, string? City, string? State, string? Country, double Latitude, double Longitude, int Sites)
{
    /// <summary>The place in one line: <c>Boston, Massachusetts, United States</c>.</summary>
    public string Name => string.Join(", ", new[] { City, State, Country }.Where(part => !string.IsNullOrWhiteSpace(part)));
}
