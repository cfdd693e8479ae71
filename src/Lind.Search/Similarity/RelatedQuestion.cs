using Lind.Index.Vectors;

namespace Lind.Search.Similarity;

/// <summary>What is compared with every study: the question's terms, place and keys.</summary>
/// <param name="Studies">The studies asked about, by place in the snapshot.</param>
/// <param name="Terms">Key and weight, by key; a vector of length 1.</param>
/// <param name="Place">Its learned place, as bytes, and <paramref name="PlaceScale"/>.</param>
/// <param name="PlaceScale">What gives the place length 1.</param>
/// <param name="ConditionKeys">Sorted.</param>
/// <param name="InterventionKeys">Sorted.</param>
internal sealed record RelatedQuestion(
    int[] Studies, (int Key, float Weight)[] Terms, sbyte[] Place, float PlaceScale, int[] ConditionKeys,
    int[] InterventionKeys)
{
    // Of a mixture of studies, so many terms are followed.
    private const int MostTerms = Rarity.MostTerms;

    /// <summary>The question of some studies and a text: each counts alike.</summary>
    public static RelatedQuestion Of(RelatedSnapshot snapshot, int[] studies, StudyFeatures? text)
    {
        var sums = new SortedDictionary<int, float>();
        var place = new float[RelatedFormat.Width];
        var (conditions, interventions) = (new SortedSet<int>(), new SortedSet<int>());
        foreach (var study in studies)
        {
            AddTerms(sums, snapshot.Terms(study), snapshot.TermScale(study));
            snapshot.Place(study).AddTo(place);
            conditions.UnionWith(snapshot.ConditionKeys(study).ToArray());
            interventions.UnionWith(snapshot.InterventionKeys(study).ToArray());
        }

        if (text is not null)
        {
            var (terms, scale) = snapshot.Rarity.Weigh(text.Terms);
            var bytes = new sbyte[RelatedFormat.Width];
            AddTerms(sums, terms, scale);
            new Place(bytes, snapshot.Places.Place(terms, bytes)).AddTo(place);
            conditions.UnionWith(text.ConditionKeys);
            interventions.UnionWith(text.InterventionKeys);
        }

        var rounded = new sbyte[RelatedFormat.Width];
        LearnedPlaces.ToBytes(place, rounded);
        return new(
            studies, UnitLength(sums), rounded, LearnedPlaces.ScaleOf(rounded), [.. conditions], [.. interventions]);
    }

    /// <summary>The terms that weigh most.</summary>
    public IEnumerable<(int Key, float Weight)> HeaviestTerms(int most) =>
        Terms.OrderByDescending(term => term.Weight).ThenBy(term => term.Key).Take(most);

    private static void AddTerms(SortedDictionary<int, float> sums, ReadOnlySpan<uint> terms, float scale)
    {
        foreach (var term in terms)
        {
            var key = PackedEntry.Key(term);
            sums[key] = sums.GetValueOrDefault(key) + (PackedEntry.Weight(term) * scale);
        }
    }

    private static (int Key, float Weight)[] UnitLength(SortedDictionary<int, float> sums)
    {
        var kept = sums.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(MostTerms).ToList();
        var length = Math.Sqrt(kept.Sum(pair => (double)pair.Value * pair.Value));
        return [.. kept.OrderBy(pair => pair.Key).Select(pair => (pair.Key, (float)(pair.Value / length)))];
    }
}
