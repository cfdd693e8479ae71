using System.Text;
using Lind.Search.Analysis;

namespace Lind.Search.Binding;

/// <summary>One word of a query.</summary>
/// <param name="Surface">As typed.</param>
/// <param name="Term">The term it is indexed under.</param>
/// <param name="IsTied">Whether a hyphen or nothing at all stands between it and the word before (IL-6, 10mg).</param>
internal sealed record QueryWord(string Surface, string Term, bool IsTied)
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
        var end = -1;
        while (reader.Next())
        {
            var isTied = reader.AfterHyphen || reader.Start == end;
            end = reader.End;
            var surface = Encoding.UTF8.GetString(reader.Word);
            var term = TermForm.Of(surface);
            if (term.Length > 0)
            {
                words.Add(new QueryWord(surface, term, isTied));
            }
        }

        if (IsShouted(text, words))
        {
            words = words.ConvertAll(word => word with { Term = TermForm.Of(word.Surface.ToLowerInvariant()) });
        }

        return words.Select((word, i) => i > 0 ? word with { Numeral = Numerals.Other(words[i - 1].Term, word.Term) } : word).ToArray();
    }

    /// <summary>The term of the same number written the other way, behind a word that counts ("type II"); otherwise null.</summary>
    public string? Numeral { get; private init; }

    /// <summary>Whether the word counts only beside the one it is tied to: a letter or two, or a number, says nothing alone
    /// (IL-6, x-ray, HER-2, 10mg), while the parts of "beta-blocker" do.</summary>
    public bool ClingsTo(QueryWord before) => IsTied && (before.SaysNothingAlone || SaysNothingAlone);

    /// <summary>The terms that records may have the word itself under: its own, and that of an acronym it may be.</summary>
    public IReadOnlyList<string> OwnTerms => AcronymTerm is { } acronym ? [Term, acronym] : [Term];

    /// <summary>All terms that stand for the word.</summary>
    public IEnumerable<string> Terms => Numeral is { } numeral ? OwnTerms.Append(numeral) : OwnTerms;

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

    private bool SaysNothingAlone => Surface.Length <= 2 || Surface.All(char.IsAsciiDigit);

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
