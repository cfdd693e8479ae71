using Lind.Search.Binding;
using Lind.Search.Synonyms;

namespace Lind.Search.Patients;

/// <summary>Finds the runs of words in a narrative that the index's own dictionary (MeSH headings, conditions and
/// interventions the registry filed under them, acronyms) knows as names.</summary>
internal sealed class NarrativeEntities(IVocabulary vocabulary)
{
    private const int LongestName = 5;
    private const int MostNames = 40;
    private const int MostSynonyms = 3;

    /// <summary>The names, the longest at each place, each once, with what means the same.</summary>
    public IReadOnlyList<NarrativeEntity> In(IReadOnlyList<QueryWord> words)
    {
        var found = new Dictionary<string, NarrativeEntity>(StringComparer.Ordinal);
        for (var at = 0; at < words.Count && found.Count < MostNames;)
        {
            var length = Math.Min(LongestName, words.Count - at);
            while (length > 0 && !TryAdd([.. words.Skip(at).Take(length)], found))
            {
                length--;
            }

            at += Math.Max(1, length);
        }

        return [.. found.Values];
    }

    private bool TryAdd(QueryWord[] name, Dictionary<string, NarrativeEntity> found)
    {
        if (name.Length == 1 && (name[0].Term.Length < 3 || PatientNarrative.IsCommon(name[0])))
        {
            return false;
        }

        var key = SynonymKey.Of(name.Select(word => word.Term));
        var synonyms = vocabulary.Synonyms(key);
        if (synonyms.Count > 0)
        {
            found.TryAdd(key, new NarrativeEntity([.. synonyms.Take(MostSynonyms).Select(one => (QueryWord.Of(one.Text), one.Weight))]));
        }

        return synonyms.Count > 0;
    }
}

/// <summary>A name in a narrative.</summary>
/// <param name="Synonyms">What means the same, and how surely.</param>
internal sealed record NarrativeEntity(
    IReadOnlyList<(IReadOnlyList<QueryWord> Words, float Weight)> Synonyms);
