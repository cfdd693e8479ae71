namespace Lind.Web.Portal;

/// <summary>One bar: what it stands for, how many, and the search that lists them.</summary>
public sealed record ChartBar(string Label, long Count, string? Url = null);
