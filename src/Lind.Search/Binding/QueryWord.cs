using System.Text;
using Lind.Search.Analysis;

namespace Lind.Search.Binding;

/// <summary>One word of a query.</summary>
/// <param name="Surface">As typed.</param>
/// <param name="Term">The term it is indexed under.</param>
/// <param name="AfterHyphen">Whether a hyphen ties it to the word before.</param>
internal sealed record QueryWord(string Surface, string Term, bool AfterHyphen)
{
    // Words that relaxed matching does not insist on.
    private static readonly HashSet<string> Weak = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "an", "and", "the", "of", "in", "on", "for", "to", "with", "or", "by", "at", "from",
    };

    // From this length on a word all in capitals is hardly an acronym.
    private const int ShortestShout = 5;
    private const int LongestAcronym = 6;

    /// <summary>The words of a text, in order.</summary>
    /// <remarks>In a text all in capitals ("UNITED STATES") an S at the end is a plural's as in any other, while elsewhere
    /// capitals tell an acronym ("TENS for pain").</remarks>
    public static IReadOnlyList<QueryWord> Of(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var words = new List<QueryWord>();
        var reader = new WordReader(utf8);
        while (reader.Next())
        {
            var surface = Encoding.UTF8.GetString(reader.Word);
            var term = TermForm.Of(surface);
            if (term.Length > 0)
            {
                words.Add(new QueryWord(surface, term, reader.AfterHyphen));
            }
        }

        return IsShouted(text, words)
            ? words.ConvertAll(word => word with { Term = TermForm.Of(word.Surface.ToLowerInvariant()) })
            : words;
    }

    /// <summary>The term under which records have the word if they write it as it is typed here.</summary>
    public string TermAsTyped => TermForm.Of(Surface);

    /// <summary>The term of an acronym that records write in capitals, where this word may be one; otherwise null: "pcos" is
    /// the term of PCOS, and <c>pco</c> the word's own.</summary>
    public string? AcronymTerm
    {
        get
        {
            var folded = Folded;
            return folded.Length <= LongestAcronym && folded.EndsWith('s') && folded != Term && !folded.Contains('\'') ? folded : null;
        }
    }

    private static bool IsShouted(string text, List<QueryWord> words) =>
        !text.Any(char.IsLower)
        && (words.Count == 1
            ? words[0].Surface.Length == LongestAcronym
            : words.Any(word => word.Surface.Length >= ShortestShout && !word.Surface.EndsWith('S') && word.Surface.All(char.IsLetter)));

    /// <summary>Whether relaxed matching may do without the word. A capital letter alone is a name ("hepatitis A").</summary>
    public bool IsWeak => Weak.Contains(Surface) && (Surface.Length > 1 || char.IsLower(Surface[0]));

    /// <summary>The word with case and accents folded.</summary>
    public string Folded => TermForm.Folded(Encoding.UTF8.GetBytes(Surface));
}
