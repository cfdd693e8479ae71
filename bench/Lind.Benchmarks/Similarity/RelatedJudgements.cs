using System.Globalization;

namespace Lind.Benchmarks.Similarity;

/// <summary>A study as a question, and the studies judged related to it: those judged 1 or 2 for the same topic.</summary>
internal sealed record JudgedQuery(string Topic, string NctId, HashSet<string> Related);

/// <summary>What a ranking reaches: means over the queries of a topic, then over topics.</summary>
internal sealed record RelatedQuality(double Ndcg10, double Precision10, double Recall50, double[] NdcgByTopic)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"nDCG@10 {Ndcg10:F4}  P@10 {Precision10:F4}  recall@50 {Recall50:F4}");
}

/// <summary>The judgements of a TREC file as related studies, and their measures.</summary>
internal static class RelatedJudgements
{
    /// <summary>The queries: every study of the collection judged 1 or 2, for topics with at least two of them.</summary>
    public static List<JudgedQuery> Read(string path, Func<string, bool> isInCollection) =>
    [
        .. File.ReadLines(path).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(parts => parts[3] != "0" && isInCollection(parts[2]))
            .GroupBy(parts => parts[0], parts => parts[2]).Where(topic => topic.Count() > 1)
            .OrderBy(topic => int.Parse(topic.Key, CultureInfo.InvariantCulture))
            .SelectMany(topic => topic.Select(id => new JudgedQuery(topic.Key, id, [.. topic.Where(other => other != id)]))),
    ];

    /// <summary>Measures a ranking of at least fifty.</summary>
    public static RelatedQuality Measure(List<JudgedQuery> queries, Func<string, IReadOnlyList<string>> rank)
    {
        var measured = queries.Select(query =>
        {
            var list = rank(query.NctId);
            return (query.Topic, Ndcg: Ndcg(list, query.Related),
                Precision: list.Take(10).Count(query.Related.Contains) / 10.0,
                Recall: list.Take(50).Count(query.Related.Contains) / (double)query.Related.Count);
        }).GroupBy(one => one.Topic).ToList();
        var ndcg = measured.Select(topic => topic.Average(one => one.Ndcg)).ToArray();
        return new(
            ndcg.Average(), measured.Average(topic => topic.Average(one => one.Precision)),
            measured.Average(topic => topic.Average(one => one.Recall)), ndcg);
    }

    /// <summary>The share of sign flips whose mean difference is at least the one seen: a paired, two-sided test.</summary>
    public static double PairedTest(double[] left, double[] right)
    {
        const int Rounds = 20_000;
        var differences = left.Zip(right, (a, b) => a - b).ToArray();
        var seen = Math.Abs(differences.Sum());
        var random = new Random(1);
        var atLeast = Enumerable.Range(0, Rounds)
            .Count(_ => Math.Abs(differences.Sum(value => random.Next(2) == 0 ? value : -value)) >= seen - 1e-12);
        return (atLeast + 1.0) / (Rounds + 1);
    }

    private static double Ndcg(IReadOnlyList<string> list, HashSet<string> related)
    {
        double gain = 0, ideal = 0;
        for (var i = 0; i < 10; i++)
        {
            var discount = 1 / Math.Log2(i + 2);
            gain += i < list.Count && related.Contains(list[i]) ? discount : 0;
            ideal += i < related.Count ? discount : 0;
        }

        return gain / ideal;
    }
}
