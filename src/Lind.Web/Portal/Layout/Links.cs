namespace Lind.Web.Portal;

/// <summary>Addresses of the portal's own pages.</summary>
public static class Links
{
    /// <summary>A search with one field filled.</summary>
    public static string Search(string field, string value) => $"/search?{field}={Uri.EscapeDataString(value)}";

    /// <summary>The profile of a topic: <paramref name="kind"/> is conditions, interventions, sponsors or countries.</summary>
    public static string Topic(string kind, string name) => $"/browse/{kind}/{Uri.EscapeDataString(name)}";

    /// <summary>An address of a record, if a browser may follow it: http or https only.</summary>
    public static string? Outside(string? address) =>
        Uri.TryCreate(address?.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https") ? uri.AbsoluteUri : null;
}
