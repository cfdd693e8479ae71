namespace Lind.Web;

/// <summary>How a server answers: where it listens and what it allows. The defaults suit one person's machine.</summary>
public sealed record LindWebOptions
{
    /// <summary>The addresses to listen on; empty leaves the choice to the web server.</summary>
    public IReadOnlyList<string> Urls { get; init; } = [];

    /// <summary>After this long a request is cancelled and its work stops. Whole downloads are exempt.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The most requests one client (API key, else address) may make in a minute; null sets no limit.</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>If not empty, API requests need one of these keys in <c>X-Api-Key</c> or as a bearer token.</summary>
    public IReadOnlyList<string> ApiKeys { get; init; } = [];

    /// <summary>Whether each page and API request gets a line in the log: method, path, status, time.</summary>
    public bool LogRequests { get; init; }

    /// <summary>Whether a few pages are made in advance after the start and after each change of the index.</summary>
    public bool KeepWarm { get; init; }

    /// <summary>The clock; tests give their own.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
