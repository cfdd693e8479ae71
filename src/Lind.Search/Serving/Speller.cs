using System.Text;
using Lind.Search.Binding;
using Lind.Search.Filters;

namespace Lind.Search.Serving;

/// <summary>Finds the spelling that was probably meant, among the words of the index.</summary>
internal sealed class Speller(SearchView view)
{
    private const int ShortestWord = 4;
    private const int LongWord = 8;

    // A word in this many studies or more is taken as meant.
    private const long Common = 3;

    // How much more frequent a near word must be than the one typed.
    private const long MuchMore = 20;

    /// <summary>A corrected text of the first parameter that needs it; null when all words seem right.</summary>
    public SpellingSuggestion? Suggest(BoundRequest bound)
    {
        foreach (var area in bound.Areas)
        {
            var text = area.Text;
            foreach (var word in area.Terms.SelectMany(term => term.Words).DistinctBy(word => word.Term))
            {
                if (Better(word) is { } better)
                {
                    text = text.Replace(word.Surface, better, StringComparison.Ordinal);
                }
            }

            if (text != area.Text)
            {
                return new SpellingSuggestion(area.Parameter, text);
            }
        }

        return null;
    }

    private string? Better(QueryWord word)
    {
        if (word.Term.Length < ShortestWord || word.Term.Any(char.IsAsciiDigit) || !word.Term.All(char.IsAsciiLetter))
        {
            return null;
        }

        var count = view.Count(word.Term);
        if (count >= Common)
        {
            return null;
        }

        var edits = word.Term.Length >= LongWord ? 2 : 1;
        return view.Snapshot.NearTerms(0, Encoding.UTF8.GetBytes(word.Term), edits)
            .Where(near => near.Rows >= MuchMore * Math.Max(1, count))
            .OrderBy(near => near.Edits).ThenByDescending(near => near.Rows)
            .Select(near => Encoding.UTF8.GetString(near.Term.Span))
            .FirstOrDefault();
    }
}
