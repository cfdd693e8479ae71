using System.Text;
using Lind.Search.Binding;
using Lind.Search.Filters;

namespace Lind.Search.Serving;

/// <summary>Finds the spelling that was probably meant, among the words of the index.</summary>
/// <remarks>A word that hardly any study has is corrected by itself. Where all words are known but stand together in no study
/// ("hart failure"), words near them are tried one by one, and the first reading that finds something is proposed.</remarks>
internal sealed class Speller(SearchView view, StudySearchRequest request)
{
    private const int ShortestWord = 4;
    private const int LongWord = 8;

    // A word in this many studies or more is taken as meant.
    private const long Common = 3;

    // How much more frequent a near word must be than the one typed.
    private const long MuchMore = 20;

    // One more edit needs this many times the studies: "diabtes" is no "diabete".
    private const double WorthAnEdit = 12;

    // What is tried at most: each costs a search.
    private const int MostWords = 6;
    private const int MostTries = 2;

    /// <summary>A corrected text of the first parameter that needs it; null when all seems right.</summary>
    /// <param name="bound">The request as bound.</param>
    /// <param name="found">How many studies it finds.</param>
    public SpellingSuggestion? Suggest(BoundRequest bound, long found) => OfRareWords(bound) ?? (found == 0 ? OfReadings(bound) : null);

    private SpellingSuggestion? OfRareWords(BoundRequest bound)
    {
        foreach (var area in bound.Areas)
        {
            var text = area.Text;
            foreach (var word in WordsOf(area).Where(word => view.Count(word.Term) < Common))
            {
                if (Near(word, MuchMore).FirstOrDefault() is { } better)
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

    private SpellingSuggestion? OfReadings(BoundRequest bound)
    {
        var readings =
            from area in bound.Areas
            from word in WordsOf(area).Take(MostWords)
            from near in Near(word, times: 2).Take(MostTries)
            let text = area.Text.Replace(word.Surface, near, StringComparison.Ordinal)
            where Finds(area.Parameter, text)
            select new SpellingSuggestion(area.Parameter, text);
        return readings.FirstOrDefault();
    }

    private bool Finds(string parameter, string text) =>
        new RequestBinder(view).Bind(QueryParameters.With(request, parameter, text)).Bound is { } bound && view.Finds(bound.Query);

    private static IEnumerable<QueryWord> WordsOf(BoundArea area) =>
        area.Terms.SelectMany(term => term.Words).DistinctBy(word => word.Term)
            .Where(word => word.Term.Length >= ShortestWord && word.Term.All(char.IsAsciiLetter) && !word.IsWeak);

    // Words near a word, the likeliest first. A word that ends in s is looked up with and without it.
    private IEnumerable<string> Near(QueryWord word, long times)
    {
        var count = Math.Max(1, view.Count(word.Term));
        return new[] { word.Term, word.Folded }.Distinct()
            .SelectMany(typed => view.Snapshot.NearTerms(0, Encoding.UTF8.GetBytes(typed), typed.Length >= LongWord ? 2 : 1))
            .Where(near => near.Edits > 0 && near.Rows >= times * count && near.Text != word.Term)
            .OrderByDescending(near => Math.Log(near.Rows) - (near.Edits * Math.Log(WorthAnEdit)))
            .Select(near => near.Text)
            .Distinct();
    }
}
