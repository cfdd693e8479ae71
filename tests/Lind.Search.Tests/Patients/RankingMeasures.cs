namespace Lind.Search.Tests.Patients;

/// <summary>Measures of a ranked list against grades 2, 1 and 0; what is not judged counts as 0.</summary>
internal static class RankingMeasures
{
    /// <summary>Gain 2 and 1, discounted by place, over the ideal; null when nothing relevant is judged.</summary>
    public static double? Ndcg(IReadOnlyDictionary<int, int> grades, IReadOnlyList<int> ranked, int depth = 10)
    {
        var ideal = Gain(grades.Values.OrderDescending().Take(depth));
        return ideal == 0 ? null : Gain(ranked.Take(depth).Select(study => grades.GetValueOrDefault(study))) / ideal;
    }

    /// <summary>The share of relevant among the first ten.</summary>
    public static double Precision(IReadOnlyDictionary<int, int> grades, IReadOnlyList<int> ranked, int depth = 10) =>
        ranked.Take(depth).Count(study => grades.GetValueOrDefault(study) > 0) / (double)depth;

    /// <summary>The share of all relevant that is among the first hundred; null when nothing relevant is judged.</summary>
    public static double? Recall(IReadOnlyDictionary<int, int> grades, IReadOnlyList<int> ranked, int depth = 100)
    {
        var relevant = grades.Count(pair => pair.Value > 0);
        return relevant == 0 ? null : ranked.Take(depth).Count(study => grades.GetValueOrDefault(study) > 0) / (double)relevant;
    }

    private static double Gain(IEnumerable<int> grades) => grades.Select((grade, place) => grade / Math.Log2(place + 2)).Sum();
}
