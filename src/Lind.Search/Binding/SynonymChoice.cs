using System.Globalization;
using Lind.Search.Areas;
using Lind.Search.Synonyms;

namespace Lind.Search.Binding;

/// <summary>Which synonyms a request searches along, after <c>filter.synonyms</c>.</summary>
/// <param name="switchedOff">Pairs <c>Area:id</c> in the registry's form.</param>
internal sealed class SynonymChoice(IEnumerable<string> switchedOff)
{
    // More than a screenful helps nobody and costs a postings list each.
    private const int Most = 12;

    private readonly HashSet<string> _off = new(switchedOff, StringComparer.OrdinalIgnoreCase);

    /// <summary>The id of a synonym within a scope, as <c>ConditionSearch:4711</c>.</summary>
    public static string IdOf(SearchScope scope, Synonym synonym) =>
        string.Create(CultureInfo.InvariantCulture, $"{scope.Name}:{synonym.Id}");

    /// <summary>The synonyms of the words in a scope; those switched off are marked.</summary>
    public IReadOnlyList<ChosenSynonym> Of(
        SearchScope scope, IReadOnlyList<QueryWord> words, Func<string, IReadOnlyList<Synonym>> lookUp)
    {
        var key = SynonymKey.Of(words.Select(word => word.Term));
        var known = Known(scope, key, lookUp);
        if (known.Count == 0 && words.Any(word => word.AcronymTerm is not null))
        {
            known = Known(scope, SynonymKey.Of(words.Select(word => word.AcronymTerm ?? word.Term)), lookUp);
        }

        return known
            .Take(Most)
            .Select(synonym => new ChosenSynonym(synonym, !_off.Contains(IdOf(scope, synonym)), QueryWord.Of(synonym.Text)))
            .Where(chosen => chosen.Words.Count > 0)
            .ToArray();
    }

    private static IReadOnlyList<Synonym> Known(SearchScope scope, string key, Func<string, IReadOnlyList<Synonym>> lookUp) =>
        scope.DocumentSynonymText.Fields.Any() ? lookUp(key)
        : scope.CountryText.Fields.Any() ? CountryNames.Bundled.Of(key)
        : [];
}

/// <summary>A synonym, its words, and whether it is searched.</summary>
internal sealed record ChosenSynonym(Synonym Synonym, bool Active, IReadOnlyList<QueryWord> Words);
