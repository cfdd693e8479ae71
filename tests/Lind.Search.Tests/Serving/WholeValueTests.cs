using Lind.Studies.Fields;

namespace Lind.Search.Tests.Serving;

/// <summary>Whole values found by their column are those found by their words.</summary>
public sealed class WholeValueTests(SampleIndex sample) : IClassFixture<SampleIndex>
{
    private static readonly string[] Odd =
    [
        "no such value at all", "heart", "Heart-Failure", "heart failures", "\u00c9tude", "(heart) failure", "crohn's disease", "covid 19", "1", "*",
        "UNITED STATES", "united  states!", "new york", "trials", "phase",
    ];

    [Theory]
    [InlineData("Condition"), InlineData("Keyword"), InlineData("InterventionName"), InlineData("ConditionMeshTerm"), InlineData("ConditionAncestorTerm")]
    [InlineData("InterventionMeshTerm"), InlineData("InterventionAncestorTerm"), InlineData("LeadSponsorName"), InlineData("CollaboratorName")]
    [InlineData("LocationCountry"), InlineData("LocationState"), InlineData("LocationCity"), InlineData("LocationFacility"), InlineData("OrgFullName")]
    public void FullMatch_WithoutScores_FindsWhatItFindsWithThem(string piece)
    {
        var values = sample.Studies.SelectMany(study => study.Texts(FieldCatalogue.Find(piece)!)).Distinct().ToList();
        var texts = values.Concat(values.Select(value => value.ToUpperInvariant())).Concat(Odd).Distinct().Select(Phrase).Where(text => text.Length > 2).ToList();

        Assert.True(texts.Count > 20);
        foreach (var text in texts)
        {
            Same($"AREA[{piece}]COVERAGE[FullMatch]{text}");
            if (piece.StartsWith("Location", StringComparison.Ordinal))
            {
                Same($"SEARCH[Location](AREA[{piece}]COVERAGE[FullMatch]{text} AND NOT AREA[LocationStatus]COMPLETED)");
            }
        }
    }

    private void Same(string expression)
    {
        var scored = sample.Find(new StudySearchRequest { QueryTerm = expression, PageSize = 1000 }).Order();
        Assert.Equal(scored, sample.Find(new StudySearchRequest { Filter = new() { Advanced = expression }, PageSize = 1000 }).Order());
        Assert.Equal(scored, sample.Find(new StudySearchRequest { QueryTerm = expression, Sort = ["StartDate"], PageSize = 1000 }).Order());
    }

    private static string Phrase(string value) => "\"" + value.Replace("\\", " ", StringComparison.Ordinal).Replace("\"", " ", StringComparison.Ordinal) + "\"";
}
