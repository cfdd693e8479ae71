using System.Globalization;
using Lind.Search.Similarity;

namespace Lind.Benchmarks.Similarity;

/// <summary>Chooses the weights of related studies from a small grid, cross-validated by topic, and shows what each
/// ingredient adds.</summary>
/// <remarks>Topics are dealt to five parts in turn. For each part the best setting of the other four is measured on it;
/// the mean of these is what to expect of topics that nobody has fitted to. Ratios and tests compare with the best
/// of the lexical rankings.</remarks>
internal static class RelatedFit
{
    private const int Parts = 5;

    private static readonly (string Name, double[] Values)[] Grid =
    [
        ("text.conditionTree", [1, 2, 4]), ("score.learned", [0.3, 0.45]), ("score.both", [0, 0.05]),
        ("fullness", [0, 0.1, 0.2, 0.3]),
    ];

    private static readonly string[] Ablations =
    [
        "text.conditions=0", "text.title=0", "text.keywords=0", "text.conditionTree=0", "text.interventionTree=0",
        "text.interventions=0", "text.summary=0", "text.description=0", "text.inclusion=0", "text.outcomes=0",
        "rarity=0", "rarity=1", "score.learned=0,score.text=1", "score.text=0,score.learned=1", "score.both=0", "feedback=0", "fullness=0",
    ];

    /// <summary>Tries every setting of the grid; prints the best ones and the cross-validated measure.</summary>
    public static int Fit(string shared)
    {
        var collection = new RelatedCollection(shared);
        var tried = Settings(0, "").Select(setting => (Setting: setting, Quality: Measure(collection, setting))).ToList();
        foreach (var (setting, quality) in tried.OrderByDescending(one => one.Quality.Ndcg10))
        {
            Console.WriteLine($"{setting,-70} {quality}");
        }

        var held = Held([.. tried.Select(one => one.Quality.NdcgByTopic)]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"cross-validated by topic: nDCG@10 {held.Average():F4}"));
        var plain = RelatedJudgements.Measure(collection.Queries, new Baselines(collection).BestLexical());
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"TF-IDF all text but the exclusion criteria: nDCG@10 {plain.Ndcg10:F4}, ratio {held.Average() / plain.Ndcg10:F2}, p {RelatedJudgements.PairedTest(held, plain.NdcgByTopic):F4}"));
        return 0;
    }

    /// <summary>Leaves out one ingredient at a time.</summary>
    public static int Ablate(string shared)
    {
        var collection = new RelatedCollection(shared);
        var whole = Measure(collection, "");
        Console.WriteLine($"{"shipped weights",-40} {whole}");
        foreach (var change in Ablations)
        {
            var quality = Measure(collection, change);
            var p = RelatedJudgements.PairedTest(whole.NdcgByTopic, quality.NdcgByTopic);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{change,-40} {quality}  {quality.Ndcg10 - whole.Ndcg10:+0.0000;-0.0000}  p {p:F3}"));
        }

        return 0;
    }

    private static RelatedQuality Measure(RelatedCollection collection, string setting)
    {
        using var index = collection.Index(RelatedCommand.Changed(RelatedWeights.Bundled, setting));
        return RelatedJudgements.Measure(collection.Queries, id => RelatedCommand.Rank(index, id));
    }

    // What shapes the index varies slowest. The share of the words is what learned places and the pair leave.
    private static IEnumerable<string> Settings(int at, string before) => at == Grid.Length
        ? [WithText(before)]
        : Grid[at].Values.SelectMany(value => Settings(
            at + 1, before + string.Create(CultureInfo.InvariantCulture, $"{Grid[at].Name}={value},")));

    private static string WithText(string setting)
    {
        var given = RelatedCommand.Changed(RelatedWeights.Bundled, setting);
        var rest = 1 - given.ScoreLearned - given.ScoreBoth;
        return setting + string.Create(CultureInfo.InvariantCulture, $"score.text={rest:F2}");
    }

    private static double[] Held(double[][] settings)
    {
        var held = new double[settings[0].Length];
        for (var topic = 0; topic < held.Length; topic++)
        {
            var part = topic % Parts;
            held[topic] = settings.MaxBy(byTopic => byTopic.Where((_, other) => other % Parts != part).Sum())![topic];
        }

        return held;
    }
}
