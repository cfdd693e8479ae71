using Lind.Search.Similarity;

namespace Lind.Benchmarks.Similarity;

/// <summary>The shared collection with its judgements, indexed as often as weights ask for it.</summary>
internal sealed class RelatedCollection
{
    private readonly string _scratch = Directory.CreateTempSubdirectory("lind-related-").FullName;
    private string _builtFor = "";

    public RelatedCollection(string shared)
    {
        Studies = SharedStudies.Read(shared);
        Queries = RelatedJudgements.Read(Path.Combine(shared, "trec-ct-2021", "qrels.txt"), Studies.ContainsKey);
        Console.WriteLine(
            $"{Studies.Count} studies, {Queries.Count} queries, {Queries.Select(query => query.Topic).Distinct().Count()} topics");
    }

    public SortedDictionary<string, ReadOnlyMemory<byte>> Studies { get; }

    public List<JudgedQuery> Queries { get; }

    /// <summary>An index with these weights; built again only when a weight that shapes it has changed.</summary>
    public RelatedIndex Index(RelatedWeights weights)
    {
        var shape = string.Join(' ', weights.Values.Where(pair => pair.Key[0] is 't' or 'r'));
        if (shape != _builtFor)
        {
            RelatedIndex.Build(_scratch, Studies.Select(pair => (pair.Key, pair.Value)), weights, CancellationToken.None);
            _builtFor = shape;
        }

        return RelatedIndex.Open(_scratch, weights);
    }

    public static string Title(RelatedIndex index, string nctId) => index.TitleOf(nctId);
}
