namespace Lind.Web.Portal;

/// <summary>One of the registry's code lists, each code explained.</summary>
public sealed record CodeList(string Name, string Title, IReadOnlyList<GlossaryEntry> Codes);
