using System.Buffers;

namespace Lind.Search.Synonyms;

/// <summary>Finds acronyms that a text defines: "chronic obstructive pulmonary disease (COPD)".</summary>
internal static class Acronyms
{
    private const int Shortest = 2;
    private const int Longest = 8;

    // As far back as a long form may begin: eight words and as many small ones between them.
    private const int LongestBefore = 400;

    private static readonly SearchValues<char> SentenceMarks = SearchValues.Create(".;:,()");

    /// <summary>The pairs of long form and acronym in a text.</summary>
    public static IEnumerable<(string LongForm, string Acronym)> In(string text)
    {
        for (var open = text.IndexOf('(', StringComparison.Ordinal); open >= 0; open = text.IndexOf('(', open + 1))
        {
            var close = text.IndexOf(')', open);
            if (close < 0)
            {
                yield break;
            }

            var acronym = text[(open + 1)..close].Trim();
            if (IsAcronym(acronym) && LongFormBefore(text[Math.Max(0, open - LongestBefore)..open], acronym) is { } longForm)
            {
                yield return (longForm, acronym);
            }
        }
    }

    private static bool IsAcronym(string text) =>
        text.Length is >= Shortest and <= Longest
        && char.IsAsciiLetter(text[0])
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
        && text.Count(char.IsAsciiLetterUpper) >= Shortest;

    // Walks words and letters backwards: each letter must begin a word of the long form (or a part after a hyphen), the
    // first letter the first word; small words may be passed over.
    private static string? LongFormBefore(string before, string acronym)
    {
        var words = before.Split([' ', '-', '/'], StringSplitOptions.RemoveEmptyEntries);
        var letters = acronym.Where(char.IsAsciiLetter).Select(char.ToLowerInvariant).ToArray();
        var word = words.Length - 1;
        for (var letter = letters.Length - 1; letter >= 0; letter--, word--)
        {
            while (word >= 0 && char.ToLowerInvariant(words[word][0]) != letters[letter] && IsSmall(words[word]))
            {
                word--;
            }

            if (word < 0 || char.ToLowerInvariant(words[word][0]) != letters[letter]
                || words[word].AsSpan().ContainsAny(SentenceMarks))
            {
                return null;
            }
        }

        var first = words[word + 1];
        var start = LastStart(before, words, word + 1, first);
        return start < 0 ? null : before[start..].Trim();
    }

    private static bool IsSmall(string word) => word is "of" or "and" or "the" or "in" or "for" or "with" or "to" or "by" or "on";

    private static int LastStart(string before, string[] words, int from, string first)
    {
        var at = before.Length;
        for (var i = words.Length - 1; i >= from; i--)
        {
            at = before.LastIndexOf(words[i], Math.Max(0, at - 1), StringComparison.Ordinal);
            if (at < 0)
            {
                return -1;
            }
        }

        return before.AsSpan(at).StartsWith(first) ? at : -1;
    }
}
