using System.Globalization;
using Lind.Search.Similarity;

namespace Lind.Benchmarks.Similarity;

/// <summary>Measures related studies over the shared collection: <c>related evaluate SHARED [name=value,...]...</c> for the
/// shipped weights and for some replaced, <c>related fit SHARED</c> and <c>related ablate SHARED</c> for choosing the weights
/// and for what each ingredient adds, <c>related baselines SHARED [FILE]</c> for what they are measured against (FILE: Lucene's rankings),
/// <c>related export SHARED FILE</c> for Lucene's input, <c>related show SHARED NCTID...</c> for reading lists by hand,
/// <c>related speed ZIP FOLDER [STUDIES]</c> for speed.</summary>
internal static class RelatedCommand
{
    public static readonly string[] SeedList = ["NCT02439541", "NCT04939077", "NCT00841958", "NCT02635464", "NCT01739777"];

    public static int Run(string[] arguments) => arguments switch
    {
        ["evaluate", var shared, .. var changes] => Evaluate(shared, changes),
        ["baselines", var shared, .. var file] => Compare(shared, file.FirstOrDefault()),
        ["fit", var shared] => RelatedFit.Fit(shared),
        ["ablate", var shared] => RelatedFit.Ablate(shared),
        ["export", var shared, var file] => Export(shared, file),
        ["speed", var zip, var folder, .. var most] => RelatedSpeed.Run(
            zip, folder, most is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : int.MaxValue),
        ["show", var shared, .. var ids] => Show(shared, ids),
        _ => Usage(),
    };

    private static int Usage()
    {
        Console.Error.WriteLine("usage: related evaluate SHARED [name=value,...]... | related fit SHARED | "
            + "related ablate SHARED | related baselines SHARED [FILE] | related export SHARED FILE | related show SHARED NCTID... | related speed ZIP FOLDER [STUDIES]");
        return 2;
    }

    private static int Evaluate(string shared, string[] changes)
    {
        var collection = new RelatedCollection(shared);
        foreach (var change in changes.DefaultIfEmpty(""))
        {
            var weights = Changed(RelatedWeights.Bundled, change);
            using var index = collection.Index(weights);
            Print(change.Length == 0 ? "shipped weights" : change, collection, index);
        }

        return 0;
    }

    private static int Compare(string shared, string? file)
    {
        var collection = new RelatedCollection(shared);
        using var index = collection.Index(RelatedWeights.Bundled);
        var own = RelatedJudgements.Measure(collection.Queries, id => Rank(index, id));
        Console.WriteLine($"{"related",-40} {own}");
        foreach (var (name, rank) in new Baselines(collection).All(file))
        {
            var quality = RelatedJudgements.Measure(collection.Queries, rank);
            var p = RelatedJudgements.PairedTest(own.NdcgByTopic, quality.NdcgByTopic);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{name,-40} {quality}  ratio {own.Ndcg10 / quality.Ndcg10:F2}  p {p:F4}"));
        }

        return 0;
    }

    private static int Export(string shared, string file)
    {
        var collection = new RelatedCollection(shared);
        new Baselines(collection).Export(file, collection);
        return 0;
    }

    private static int Show(string shared, string[] ids)
    {
        using var index = new RelatedCollection(shared).Index(RelatedWeights.Bundled);
        foreach (var id in ids)
        {
            Console.WriteLine($"== {id}");
            var answer = index.Related(new RelatedRequest { NctIds = [id], Limit = 12 });
            foreach (var link in answer.Family)
            {
                Console.WriteLine($"   family {link.Kind} {link.To} \"{link.Evidence}\" in {link.Where} of {link.StatedBy}");
            }

            foreach (var entry in answer.Entries)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{entry.Score:F3} {entry.Block,-12} {entry.NctId} ")
                    + RelatedCollection.Title(index, entry.NctId));
                Console.WriteLine("        = " + string.Join(", ", entry.Contributions.Select(part => string.Create(
                    CultureInfo.InvariantCulture, $"{part.Feature} {part.Similarity:F2} gives {part.Points:F3}"))));
                Console.WriteLine("        + " + string.Join(" ", entry.Reasons));
                Console.WriteLine("        - " + string.Join(" ", entry.Differences));
            }
        }

        return 0;
    }

    private static void Print(string name, RelatedCollection collection, RelatedIndex index)
    {
        var quality = RelatedJudgements.Measure(collection.Queries, id => Rank(index, id));
        var seed = Rank(index, "NCT04325594").ToList();
        Console.WriteLine($"{name,-40} {quality}  seed {string.Join(' ', SeedList.Select(id => seed.IndexOf(id) + 1))}");
    }

    public static IReadOnlyList<string> Rank(RelatedIndex index, string id) => index.Ranking(id, 100);

    public static RelatedWeights Changed(RelatedWeights weights, string changes)
    {
        foreach (var change in changes.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = change.Split('=');
            weights = weights.With(parts[0], double.Parse(parts[1], CultureInfo.InvariantCulture));
        }

        return weights;
    }
}
