namespace Lind.Web.Portal;

/// <summary>One word explained. Its id is its address on the glossary page.</summary>
public sealed record GlossaryEntry(string Id, string Term, string Text)
{
    private const string Prefix = "gloss.";
    private const string TermSuffix = ".term";

    /// <summary>All entries in the order of their terms.</summary>
    public static IReadOnlyList<GlossaryEntry> All(Words words) => [.. words.Keys
        .Where(key => key.StartsWith(Prefix, StringComparison.Ordinal) && key.EndsWith(TermSuffix, StringComparison.Ordinal))
        .Select(key => key[Prefix.Length..^TermSuffix.Length])
        .Select(id => new GlossaryEntry(id, words[$"gloss.{id}.term"], words[$"gloss.{id}.text"]))
        .OrderBy(entry => entry.Term, StringComparer.OrdinalIgnoreCase)];
}
