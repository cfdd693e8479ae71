namespace Lind.Search.Synonyms;

/// <summary>From counts to a table: keeps pairs that recur, that dominate, and that are no mere narrowing.</summary>
internal sealed class SynonymTableBuilder
{
    // A pair seen once may be an error of one record.
    private const int Recurs = 2;
    private const double Dominates = 0.5;
    private const int MostPerKey = 20;

    // A text and a heading without a common word need more evidence: one record filed oddly, with its sister studies,
    // would otherwise make "healthy volunteers" mean "Heart Failure".
    private const int RecursWithoutCommonWord = 5;
    private const double DominatesWithoutCommonWord = 0.7;

    private readonly Dictionary<string, Dictionary<string, Synonym>> _table = new(StringComparer.Ordinal);

    /// <summary>The table of what was learned and what MeSH says.</summary>
    public static SynonymTable Build(SynonymLearner learned, MeshTree mesh, IEnumerable<(string Heading, string Term)> entryTerms)
    {
        var builder = new SynonymTableBuilder();
        foreach (var heading in mesh.Headings)
        {
            builder.Both(heading, MeshTree.Natural(heading), SynonymSource.Mesh, 1);
        }

        foreach (var (heading, term) in entryTerms)
        {
            builder.Both(heading, term, SynonymSource.Mesh, 1);
        }

        builder.FiledUnder(learned.Conditions);
        builder.FiledUnder(learned.Interventions);
        builder.OtherNames(learned.OtherNames);
        builder.LongForms(learned.LongForms);
        return new SynonymTable(builder._table.ToDictionary(
            pair => pair.Key,
            pair => (IReadOnlyList<Synonym>)pair.Value.Values
                .OrderByDescending(one => one.Weight).ThenBy(one => one.Text, StringComparer.Ordinal)
                .Take(MostPerKey).ToList(),
            StringComparer.Ordinal));
    }

    // A text filed mostly under one heading means that heading, unless a shorter text within it is filed there too:
    // then it is a kind of it ("stage III breast cancer"), and only narrows.
    private void FiledUnder(PairCounts counts)
    {
        var byText = counts.All.Select(pair => (Key: SynonymKey.Of(pair.Left), pair.Left, pair.Right, pair.Count))
            .Where(pair => pair.Key.Length > 0)
            .GroupBy(pair => pair.Key, StringComparer.Ordinal);
        var best = new Dictionary<string, (string Text, string Heading, double Share)>(StringComparer.Ordinal);
        foreach (var text in byText)
        {
            var total = text.Sum(pair => pair.Count);
            var top = text.GroupBy(pair => pair.Right, StringComparer.Ordinal)
                .Select(heading => (Heading: heading.Key, Count: heading.Sum(pair => pair.Count)))
                .OrderByDescending(heading => heading.Count).ThenBy(heading => heading.Heading, StringComparer.Ordinal).First();
            if (IsEvidence(text.Key, top.Heading, top.Count, total))
            {
                best[text.Key] = (text.First().Left, top.Heading, (double)top.Count / total);
            }
        }

        foreach (var (key, (text, heading, share)) in best)
        {
            if (!Parts(key).Any(part => best.TryGetValue(part, out var shorter) && shorter.Heading == heading)
                && !Parts(key).Contains(SynonymKey.Of(heading)))
            {
                Both(text, heading, SynonymSource.Registry, (float)(0.9 * share));
            }
        }
    }

    private static bool IsEvidence(string key, string heading, int count, int total)
    {
        var words = key.Split(' ');
        if (words.Contains("healthy"))
        {
            // Who takes part, not what they have.
            return false;
        }

        return words.Intersect(SynonymKey.Of(heading).Split(' ')).Any()
            ? count >= Recurs && count >= Dominates * total
            : count >= RecursWithoutCommonWord && count >= DominatesWithoutCommonWord * total;
    }

    private static IEnumerable<string> Parts(string key)
    {
        var words = key.Split(' ');
        for (var start = 0; start < words.Length; start++)
        {
            for (var length = 1; start + length <= words.Length; length++)
            {
                if (length < words.Length)
                {
                    yield return string.Join(' ', words.AsSpan(start, length)!);
                }
            }
        }
    }

    private void OtherNames(PairCounts counts)
    {
        var pairs = counts.All.Where(pair => pair.Count >= Recurs).ToArray();
        var namesOf = pairs.GroupBy(pair => pair.Right, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        foreach (var (name, other, count) in pairs)
        {
            // A name given to many things ("control", "drug") means none of them.
            const int mostMeanings = 3;
            if (namesOf[other] <= mostMeanings && other.Length > 2 && name.Length > 2)
            {
                Both(name, other, SynonymSource.OtherName, count >= 5 ? 0.8f : 0.6f);
            }
        }
    }

    private void LongForms(PairCounts counts)
    {
        foreach (var acronym in counts.All.GroupBy(pair => pair.Left, StringComparer.Ordinal))
        {
            var forms = acronym.GroupBy(pair => SynonymKey.Of(pair.Right), StringComparer.Ordinal)
                .Select(form => (Text: form.First().Right, Count: form.Sum(pair => pair.Count)))
                .OrderByDescending(form => form.Count).ThenBy(form => form.Text, StringComparer.Ordinal).ToArray();
            var total = forms.Sum(form => form.Count);
            if (forms[0].Count >= Recurs && forms[0].Count >= Dominates * total)
            {
                Both(acronym.Key, forms[0].Text, SynonymSource.Acronym, (float)(0.85 * forms[0].Count / total));
            }
        }
    }

    private void Both(string one, string other, SynonymSource source, float weight)
    {
        var oneKey = SynonymKey.Of(one);
        var otherKey = SynonymKey.Of(other);
        if (oneKey.Length > 0 && otherKey.Length > 0 && oneKey != otherKey)
        {
            Add(oneKey, other, otherKey, source, weight);
            Add(otherKey, one, oneKey, source, weight);
        }
    }

    private void Add(string key, string text, string textKey, SynonymSource source, float weight)
    {
        if (!_table.TryGetValue(key, out var synonyms))
        {
            _table[key] = synonyms = new Dictionary<string, Synonym>(StringComparer.Ordinal);
        }

        if (!synonyms.TryGetValue(textKey, out var known) || known.Weight < weight)
        {
            var clean = text.Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ');
            synonyms[textKey] = new Synonym(SynonymTable.IdOf(key, clean), clean, source, weight);
        }
    }
}
