namespace Lind.Web.Portal;

/// <summary>One figure of the start page, with the search it comes from.</summary>
public sealed record HomeFigure(string Text, string? Url = null);
