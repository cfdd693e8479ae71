using Lind.Search.Patients;
using Lind.Search.Similarity;
using Lind.TestKit;

namespace Lind.Search.Tests.Patients;

/// <summary>Floors under the ranking of studies for patients; docs/quality.md has the figures.</summary>
public sealed class JudgedPatientTests
{
    [Fact]
    public void Narratives_OfJudgedPatients_RankAboveTheFloor()
    {
        var judged = JudgedPatients.Read();
        using var folder = new TempFolder();
        using var like = Like(judged, Path.Combine(folder.Path, "related"));
        using var index = SearchIndex.Open(
            Path.Combine(folder.Path, "search"), new SearchIndexOptions { StudiesLike = text => like.StudiesLike(text) });
        index.Rebuild(judged.Studies);
        var plain = Measure(index, judged, PatientWeights.Plain);
        var ours = Measure(index, judged, PatientWeights.Default);
        var words = Measure(index, judged, PatientWeights.Default with { Likeness = 0 });
        var figures = $"{judged.Studies.Count} studies; plain BM25 {plain}; words {words}; ours {ours}";
        TestContext.Current.TestOutputHelper?.WriteLine(figures);
        Assert.True(ours.Ndcg >= 0.40 && ours.Recall >= 0.73 && ours.Ndcg > words.Ndcg && words.Ndcg > plain.Ndcg, figures);
    }

    private static RelatedIndex Like(JudgedPatients judged, string folder)
    {
        RelatedIndex.Build(
            folder, judged.Studies.Select(study => (study.NctId.ToString(), study.Json)), TestContext.Current.CancellationToken);
        return RelatedIndex.Open(folder);
    }

    private static Figures Measure(SearchIndex index, JudgedPatients judged, PatientWeights weights)
    {
        var ndcg = new List<double>();
        var precision = new List<double>();
        var recall = new List<double>();
        foreach (var (topic, text) in judged.Topics)
        {
            var grades = judged.Grades.GetValueOrDefault(topic) ?? [];
            var ranked = index.RankForPatient(text, weights, 100).Select(id => id.Number).ToArray();
            Add(ndcg, RankingMeasures.Ndcg(grades, ranked));
            Add(recall, RankingMeasures.Recall(grades, ranked));
            precision.Add(RankingMeasures.Precision(grades, ranked));
        }

        return new Figures(Math.Round(ndcg.Average(), 4), Math.Round(precision.Average(), 4), Math.Round(recall.Average(), 4));
    }

    private sealed record Figures(double Ndcg, double Precision, double Recall);

    private static void Add(List<double> all, double? one)
    {
        if (one is { } value)
        {
            all.Add(value);
        }
    }
}
