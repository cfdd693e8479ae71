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
        using var index = SearchIndex.Open(folder.Path, new SearchIndexOptions { LearnSynonyms = false });
        index.Rebuild(judged.Studies);
        var ndcg = new List<double>();
        var precision = new List<double>();
        var recall = new List<double>();
        foreach (var (topic, text) in judged.Topics)
        {
            var grades = judged.Grades.GetValueOrDefault(topic) ?? [];
            var answer = index.Search(new StudySearchRequest { PatientNarrative = text, PageSize = 100 }).Answer!;
            var ranked = answer.Hits.Select(hit => hit.NctId.Number).ToArray();
            Add(ndcg, RankingMeasures.Ndcg(grades, ranked));
            Add(recall, RankingMeasures.Recall(grades, ranked));
            precision.Add(RankingMeasures.Precision(grades, ranked));
        }

        var figures = $"{judged.Studies.Count} studies: nDCG@10 {ndcg.Average():0.000}, P@10 {precision.Average():0.000}, recall@100 {recall.Average():0.000}";
        TestContext.Current.TestOutputHelper?.WriteLine(figures);
        Assert.True(ndcg.Average() >= 0.30, figures);
        Assert.True(recall.Average() >= 0.68, figures);
    }

    private static void Add(List<double> all, double? one)
    {
        if (one is { } value)
        {
            all.Add(value);
        }
    }
}
